import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import { NotFoundError } from '@ketenregie/kernel';
import { Operation, OperationContext, TenantMutation, TenantQuery } from '@ketenregie/platform/graphql';
import { CatalogueModel, ProviderModel, ServiceModel, SettleServiceInput, SupplierModel } from './catalogue.model.js';
import { allProviders, allServices, allSuppliers, findService, newestVersion } from './catalogue.queries.js';
import { serviceModelOf } from './service-batch.js';
import { type Settlement, settleService } from './settle-service.js';

async function serviceOf(operation: OperationContext, key: string): Promise<ServiceModel> {
  const service = await findService(operation.reader, key);
  if (service === null) throw new NotFoundError('The service');
  return serviceModelOf(service, operation);
}

/** What was typed, as the use case takes it; the use case refuses words that are no level and no answer. */
function settlementOf({ serviceKey, requiredLevel, chainAllowed, reason }: SettleServiceInput): Settlement {
  return {
    serviceKey,
    reason,
    ...(requiredLevel === undefined ? {} : { requiredLevel: requiredLevel as AssuranceLevel | null }),
    ...(chainAllowed === undefined ? {} : { chainAllowed: chainAllowed as 'yes' | 'no' | null }),
  };
}

@Resolver(() => ServiceModel)
export class CatalogueResolver {
  @TenantQuery(() => CatalogueModel, { needs: 'catalogue.see', description: 'The curated list of services, providers and suppliers.' })
  async catalogue(@Operation() operation: OperationContext): Promise<CatalogueModel> {
    return { version: await newestVersion(operation.reader) };
  }

  @TenantQuery(() => [ServiceModel], { needs: 'catalogue.see', description: 'All services, by provider and key; the list is short and never cut.' })
  async services(@Operation() operation: OperationContext): Promise<ServiceModel[]> {
    return (await allServices(operation.reader)).map((service) => serviceModelOf(service, operation));
  }

  @TenantQuery(() => ServiceModel, { needs: 'catalogue.see', description: 'One service by its catalogue key.' })
  async service(@Args('key', { type: () => ID }) key: string, @Operation() operation: OperationContext): Promise<ServiceModel> {
    return serviceOf(operation, key);
  }

  @TenantMutation(() => ServiceModel, { needs: 'catalogue.settle', description: 'Settles a level or "chain allowed" from own experience, with its reason.' })
  async settleService(@Args('input') input: SettleServiceInput, @Operation() operation: OperationContext): Promise<ServiceModel> {
    await operation.write('settle-service', input, (writer) => settleService(writer, settlementOf(input)));
    return serviceOf(operation, input.serviceKey);
  }
}

@Resolver(() => CatalogueModel)
export class CatalogueFieldsResolver {
  @ResolveField(() => [ServiceModel])
  async services(@Parent() _: CatalogueModel, @Operation() operation: OperationContext): Promise<ServiceModel[]> {
    return (await allServices(operation.reader)).map((service) => serviceModelOf(service, operation));
  }

  @ResolveField(() => [ProviderModel])
  providers(@Parent() _: CatalogueModel, @Operation() operation: OperationContext): Promise<ProviderModel[]> {
    return allProviders(operation.reader);
  }

  @ResolveField(() => [SupplierModel])
  suppliers(@Parent() _: CatalogueModel, @Operation() operation: OperationContext): Promise<SupplierModel[]> {
    return allSuppliers(operation.reader);
  }
}
