import { CHANGE_STATES, canMoveChange } from '@ketenregie/authorisations-domain';
import { NotFoundError, readId } from '@ketenregie/kernel';
import { Operation, OperationContext, TenantMutation, TenantQuery } from '@ketenregie/platform/graphql';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DecideRevocationInput, RecordChangeStepInput } from './authorisation.input.js';
import { AuthorisationChangeModel, AuthorisationChangeStepModel } from './authorisation.model.js';
import { fourEyesBatch, stepsBatch } from './batches.js';
import { type RecordedChange, findChange } from './changes.queries.js';
import { decideRevocation } from './decide-revocation.js';
import { readStep } from './read-input.js';
import { recordChangeStep } from './record-change-step.js';

async function changeOf(operation: OperationContext, id: string): Promise<RecordedChange> {
  const change = await findChange(operation.reader, id);
  if (change === null) throw new NotFoundError('The change');
  return change;
}

@Resolver(() => AuthorisationChangeModel)
export class ChangesResolver {
  @TenantQuery(() => AuthorisationChangeModel, { needs: 'authorisation.see', description: 'One decided change.' })
  authorisationChange(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<AuthorisationChangeModel> {
    return changeOf(operation, readId(id, 'id'));
  }

  @TenantMutation(() => AuthorisationChangeModel, { needs: 'authorisation.decide', description: 'Decides that a right is to end. It ends nothing by itself.' })
  async decideRevocation(@Args('input') input: DecideRevocationInput, @Operation() operation: OperationContext): Promise<AuthorisationChangeModel> {
    const { authorisationId, reason, askedOf } = input;
    const revocation = { authorisationId: readId(authorisationId, 'authorisationId'), reason, ...(askedOf ? { askedOf } : {}) };
    const id = await operation.write('decide-revocation', input, (writer) => decideRevocation(writer, revocation, operation.today));
    return changeOf(operation, id);
  }

  @TenantMutation(() => AuthorisationChangeModel, { needs: 'authorisation.record-step', description: 'Records the next state of a decided change; confirmed needs evidence.' })
  async recordChangeStep(@Args('input') input: RecordChangeStepInput, @Operation() operation: OperationContext): Promise<AuthorisationChangeModel> {
    const step = readStep(input);
    const id = await operation.write('record-change-step', input, (writer) => recordChangeStep(writer, step, operation.today));
    return changeOf(operation, id);
  }

  @ResolveField(() => [AuthorisationChangeStepModel], { description: 'The states it went through, in order.' })
  async steps(@Parent() { id }: RecordedChange, @Operation() operation: OperationContext): Promise<AuthorisationChangeStepModel[]> {
    return (await operation.load(stepsBatch, id)) ?? [];
  }

  @ResolveField(() => Boolean, { description: 'The viewer decided it himself: his confirming it is flagged, and refused under four eyes.' })
  isOwnDecision(@Parent() { decidedBy }: RecordedChange, @Operation() operation: OperationContext): boolean {
    return decidedBy === operation.viewer.scope.actor;
  }

  @ResolveField(() => [String], { description: 'The states that the viewer may record next.' })
  async nextStates(@Parent() { state, decidedBy }: RecordedChange, @Operation() operation: OperationContext): Promise<string[]> {
    if (!operation.may('authorisation.record-step')) return [];
    const needsOther = decidedBy === operation.viewer.scope.actor && ((await operation.load(fourEyesBatch, 'tenant')) ?? false);
    return CHANGE_STATES.filter((next) => canMoveChange(state, next) && !(needsOther && next === 'confirmed'));
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() { state }: RecordedChange, @Operation() operation: OperationContext): string[] {
    return state !== 'withdrawn' && operation.may('authorisation.record-step') ? ['authorisation.record-step'] : [];
  }
}
