import { Module } from '@nestjs/common';
import { Permissions } from '@ketenregie/platform/graphql';
import { AuditEventsResolver } from './audit-events.resolver.js';
import { RolePermissions } from './role-permissions.js';
import { TenantsResolver } from './tenants.resolver.js';

@Module({
  providers: [TenantsResolver, AuditEventsResolver, { provide: Permissions, useClass: RolePermissions }],
  exports: [Permissions],
})
export class TenantsModule {}
