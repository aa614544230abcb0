import { isOpenChange } from '@ketenregie/authorisations-domain';
import { ServiceModel, serviceBatch, serviceModelOf } from '@ketenregie/catalogue-server';
import { NotFoundError, readId } from '@ketenregie/kernel';
import { Operation, OperationContext, TenantMutation, TenantQuery, pageSize } from '@ketenregie/platform/graphql';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AuthorisationArgs, AuthorisationPageArgs, CompanyAuthorisationsArgs } from './authorisation.args.js';
import { RecordAuthorisationInput } from './authorisation.input.js';
import { AuthorisationChangeModel, AuthorisationConnectionModel, AuthorisationModel, AuthorisationTargetModel } from './authorisation.model.js';
import { authorisationPage, countAuthorisations } from './authorisation-page.js';
import { type AsOf, type RecordedRight, type RecordedTarget, rightsById, rightsOfCompany } from './authorisations.queries.js';
import { changesBatch, targetsBatch } from './batches.js';
import { readAsOf, readFilter, readSort, readTyped } from './read-input.js';
import { recordAuthorisation } from './record-authorisation.js';

async function rightOf(operation: OperationContext, id: string, asOf: AsOf): Promise<RecordedRight> {
  const right = (await rightsById(operation.reader, [id], asOf)).get(id);
  if (right === undefined) throw new NotFoundError('The authorisation');
  return right;
}

@Resolver(() => AuthorisationModel)
export class AuthorisationsResolver {
  @TenantQuery(() => AuthorisationModel, { needs: 'authorisation.see', description: 'One right, on a day, as known at an instant.' })
  authorisation(@Args() { id, ...asOf }: AuthorisationArgs, @Operation() operation: OperationContext): Promise<AuthorisationModel> {
    return rightOf(operation, readId(id, 'id'), readAsOf(asOf, operation.today));
  }

  @TenantQuery(() => AuthorisationConnectionModel, { needs: 'authorisation.see', description: 'Rights of the clients in sight, filtered and paged, with their exact number.' })
  async authorisations(@Args() { filter, sort, first, after, ...asOf }: AuthorisationPageArgs, @Operation() operation: OperationContext): Promise<AuthorisationConnectionModel> {
    const at = readAsOf(asOf, operation.today);
    const narrowed = readFilter(filter);
    const page = await authorisationPage(operation.reader, { filter: narrowed, sort: readSort(sort), first: pageSize(first), after: after ?? null, ...at });
    return { ...page, totalCount: await countAuthorisations(operation.reader, narrowed, at) };
  }

  @TenantQuery(() => [AuthorisationModel], { needs: 'authorisation.see', description: 'All rights to act for a company, soonest end first; never cut.' })
  authorisationsOfCompany(@Args() { companyId, ...asOf }: CompanyAuthorisationsArgs, @Operation() operation: OperationContext): Promise<AuthorisationModel[]> {
    return rightsOfCompany(operation.reader, readId(companyId, 'companyId'), readAsOf(asOf, operation.today));
  }

  @TenantMutation(() => AuthorisationModel, { needs: 'authorisation.record', description: 'Records one right as believed from today on; five years at most.' })
  async recordAuthorisation(@Args('input') input: RecordAuthorisationInput, @Operation() operation: OperationContext): Promise<AuthorisationModel> {
    const today = operation.today;
    const typed = readTyped(input, operation.viewer.scope.actor);
    const id = await operation.write('record-authorisation', input, (writer) => recordAuthorisation(writer, typed, today));
    return rightOf(operation, id, { on: today, knownAt: null });
  }
}

@Resolver(() => AuthorisationModel)
export class AuthorisationFieldsResolver {
  @ResolveField(() => [AuthorisationTargetModel], { description: 'What it covers; none where the scope is everything.' })
  async targets(@Parent() { versionId }: RecordedRight, @Operation() operation: OperationContext): Promise<RecordedTarget[]> {
    return (await operation.load(targetsBatch, versionId)) ?? [];
  }

  @ResolveField(() => [AuthorisationChangeModel], { description: 'Changes decided about it, oldest first.' })
  async changes(@Parent() { id }: RecordedRight, @Operation() operation: OperationContext): Promise<AuthorisationChangeModel[]> {
    return (await operation.load(changesBatch, id)) ?? [];
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it now.' })
  async viewerCan(@Parent() { id, state }: RecordedRight, @Operation() operation: OperationContext): Promise<string[]> {
    const actions = operation.may('authorisation.record') ? ['authorisation.record'] : [];
    if (state === 'ended' || !operation.may('authorisation.decide')) return actions;
    const changes = (await operation.load(changesBatch, id)) ?? [];
    const isDecided = changes.some((change) => change.kind === 'revoke' && isOpenChange(change.state));
    return isDecided ? actions : [...actions, 'authorisation.decide'];
  }
}

@Resolver(() => AuthorisationTargetModel)
export class AuthorisationTargetResolver {
  @ResolveField(() => ServiceModel, { nullable: true, description: 'The service it names; null where it names a provider.' })
  async service(@Parent() { serviceId }: RecordedTarget, @Operation() operation: OperationContext): Promise<ServiceModel | null> {
    if (serviceId === null) return null;
    const service = await operation.load(serviceBatch, serviceId);
    return service === undefined ? null : serviceModelOf(service, operation);
  }
}
