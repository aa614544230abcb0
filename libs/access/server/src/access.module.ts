import { Module } from '@nestjs/common';
import { AccessResolver } from './access.resolver.js';
import { AccessMemory } from './memory/access-memory.js';
import { OwnAccessResolver } from './own-access.resolver.js';

@Module({ providers: [AccessResolver, OwnAccessResolver, AccessMemory] })
export class AccessModule {}
