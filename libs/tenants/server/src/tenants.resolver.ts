import { Args, Resolver } from '@nestjs/graphql';
import { Operation, OperationContext, TenantMutation, TenantQuery } from '@ketenregie/platform/graphql';
import { ACTIONS, isInReach } from '@ketenregie/tenants-domain';
import { type TenantSettingsChange, changeTenantSettings } from './change-tenant-settings.js';
import { removeExample } from './remove-example.js';
import { TenantModel, TenantSettingsInput } from './tenant.model.js';
import { hasClients, tenantSettings } from './tenants.queries.js';

async function tenantOf(operation: OperationContext): Promise<TenantModel> {
  const { tenantId, ...settings } = await tenantSettings(operation.reader);
  const viewerCan = ACTIONS.filter((action) => operation.may(action) && isInReach(action, operation.viewer.scope));
  return { id: tenantId, slug: operation.viewer.tenantSlug, ...settings, hasClients: await hasClients(operation.reader), viewerCan };
}

@Resolver(() => TenantModel)
export class TenantsResolver {
  @TenantQuery(() => TenantModel, { needs: 'tenant.see', description: 'The office or holding of this request, and what the viewer may do in it.' })
  tenant(@Operation() operation: OperationContext): Promise<TenantModel> {
    return tenantOf(operation);
  }

  @TenantMutation(() => TenantModel, { needs: 'tenant.change-settings', description: 'Changes what counts for everybody in this office or holding.' })
  async changeTenantSettings(@Args('input') input: TenantSettingsInput, @Operation() operation: OperationContext): Promise<TenantModel> {
    const change = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as TenantSettingsChange;
    await operation.write('change-tenant-settings', input, (writer) => changeTenantSettings(writer, change));
    return tenantOf(operation);
  }

  @TenantMutation(() => Boolean, { needs: 'tenant.remove-example', description: 'Deletes an example office or holding with all that is in it, for everybody and for good. NO_EXAMPLE where it is none.' })
  async removeExample(@Operation() operation: OperationContext): Promise<boolean> {
    await operation.write('remove-example', {}, async (writer) => removeExample(writer).then(() => true));
    return true;
  }
}
