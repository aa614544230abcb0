import { Module } from '@nestjs/common';
import { Identification } from '@ketenregie/platform/graphql';
import { IdentityResolver } from './identity.resolver.js';
import { SessionIdentification } from './session-identification.js';

@Module({
  providers: [IdentityResolver, { provide: Identification, useClass: SessionIdentification }],
  exports: [Identification],
})
export class IdentityModule {}
