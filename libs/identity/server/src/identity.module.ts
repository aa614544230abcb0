import { Module } from '@nestjs/common';
import { Identification } from '@ketenregie/platform/graphql';
import { IdentityResolver } from './identity.resolver.js';
import { MembersResolver } from './members.resolver.js';
import { SessionController } from './session.controller.js';
import { SessionIdentification } from './session-identification.js';

@Module({
  controllers: [SessionController],
  providers: [IdentityResolver, MembersResolver, { provide: Identification, useClass: SessionIdentification }],
  exports: [Identification],
})
export class IdentityModule {}
