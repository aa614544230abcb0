import { Module } from '@nestjs/common';
import { Permissions } from '@ketenregie/platform/graphql';
import { RolePermissions } from './role-permissions.js';
import { TenantsResolver } from './tenants.resolver.js';

@Module({
  providers: [TenantsResolver, { provide: Permissions, useClass: RolePermissions }],
  exports: [Permissions],
})
export class TenantsModule {}
