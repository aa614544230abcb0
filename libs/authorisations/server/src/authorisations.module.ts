import { Module } from '@nestjs/common';
import { AuthorisationFieldsResolver, AuthorisationTargetResolver, AuthorisationsResolver } from './authorisations.resolver.js';
import { ChangesResolver } from './changes.resolver.js';

@Module({ providers: [AuthorisationsResolver, AuthorisationFieldsResolver, AuthorisationTargetResolver, ChangesResolver] })
export class AuthorisationsModule {}
