import { Resolver } from '@nestjs/graphql';
import { Operation, OperationContext, TenantQuery } from '@ketenregie/platform/graphql';
import { ACTIONS } from '@ketenregie/tenants-domain';
import { TenantModel } from './tenant.model.js';
import { tenantSettings } from './tenants.queries.js';

@Resolver(() => TenantModel)
export class TenantsResolver {
  @TenantQuery(() => TenantModel, { needs: 'tenant.see', description: 'The office or holding of this request, and what the viewer may do in it.' })
  async tenant(@Operation() operation: OperationContext): Promise<TenantModel> {
    const { tenantId, ...settings } = await tenantSettings(operation.reader);
    return { id: tenantId, slug: operation.viewer.tenantSlug, ...settings, viewerCan: ACTIONS.filter((action) => operation.may(action)) };
  }
}
