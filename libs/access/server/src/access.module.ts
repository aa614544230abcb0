import { Module } from '@nestjs/common';
import { AccessResolver } from './access.resolver.js';
import { OwnAccessResolver } from './own-access.resolver.js';

@Module({ providers: [AccessResolver, OwnAccessResolver] })
export class AccessModule {}
