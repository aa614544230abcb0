import { Module } from '@nestjs/common';
import { NoticesResolver } from './notices.resolver.js';
import { StopDigestsController } from './stop-digests.controller.js';

@Module({ controllers: [StopDigestsController], providers: [NoticesResolver] })
export class NoticesModule {}
