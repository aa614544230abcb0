import { readId } from '@ketenregie/kernel';
import { Operation, OperationContext, pageSize, TenantMutation, TenantQuery } from '@ketenregie/platform/graphql';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type DecidedLines, decideLines } from './decide-lines.js';
import { keepUsualLines } from './keep-usual.js';
import { countLinesFound, linesOfAct, linesPage, type RecordedLine, standingBatch } from './lines-page.js';
import { readDecision, readIds, readLineFilter } from './read-input.js';
import { DecideReviewLinesInput, KeepUsualArgs, ReviewLinesArgs } from './review.input.js';
import { ReviewActModel, ReviewDecisionModel, ReviewLineConnectionModel, ReviewLineModel } from './review-line.model.js';
import { roundFor } from './rounds.resolver.js';
import { undoAct, undoDecisions } from './undo-decisions.js';

/** What is kept of an act under its idempotency key: never the lines, of which there may be thousands. */
const noted = ({ actId, roundId, lineIds }: DecidedLines): NotedAct => ({ actId, roundId, count: lineIds.length });

interface NotedAct {
  readonly actId: string;
  readonly roundId: string;
  readonly count: number;
}

async function actOf(operation: OperationContext, { actId: id, roundId, count }: NotedAct): Promise<ReviewActModel> {
  return { id, count, round: await roundFor(operation, roundId) };
}

@Resolver(() => ReviewLineModel)
export class ReviewLinesResolver {
  @TenantQuery(() => ReviewLineConnectionModel, { needs: 'review.see', description: 'Lines of a round, of the viewer’s clients: what is unusual first, equals together.' })
  async reviewLines(@Args() { roundId, filter, first, after }: ReviewLinesArgs, @Operation() operation: OperationContext): Promise<ReviewLineConnectionModel> {
    const asked = { roundId: readId(roundId, 'roundId'), filter: readLineFilter(filter, operation.viewer.memberId) };
    await roundFor(operation, asked.roundId);
    const page = await linesPage(operation.reader, { ...asked, first: pageSize(first), after: after ?? null });
    return { ...page, totalCount: await countLinesFound(operation.reader, asked) };
  }

  @TenantMutation(() => ReviewActModel, { needs: 'review.decide', description: 'Decides lines of one open round; several are kept at once only where nothing is unusual.' })
  async decideReviewLines(@Args('input') input: DecideReviewLinesInput, @Operation() operation: OperationContext): Promise<ReviewActModel> {
    const decision = readDecision(input);
    return actOf(operation, await operation.write('decide-review-lines', input, async (writer) => noted(await decideLines(writer, decision))));
  }

  @TenantMutation(() => ReviewActModel, { needs: 'review.decide', description: 'Takes back what the viewer decided of lines, until the round closes.' })
  async undoReviewDecisions(@Args('ids', { type: () => [ID] }) ids: string[], @Operation() operation: OperationContext): Promise<ReviewActModel> {
    const lineIds = readIds(ids);
    return actOf(operation, await operation.write('undo-review-decisions', { ids }, async (writer) => noted(await undoDecisions(writer, lineIds))));
  }

  @TenantMutation(() => ReviewActModel, { needs: 'review.decide', description: 'Keeps in one act all lines in sight with nothing unusual that nobody decided yet; the viewer’s own rights stay.' })
  async keepUsualReviewLines(@Args() { roundId, filter }: KeepUsualArgs, @Operation() operation: OperationContext): Promise<ReviewActModel> {
    const usual = { roundId: readId(roundId, 'roundId'), filter: readLineFilter(filter, operation.viewer.memberId) };
    await roundFor(operation, usual.roundId);
    return actOf(operation, await operation.write('keep-usual-review-lines', usual, async (writer) => noted(await keepUsualLines(writer, usual))));
  }

  @TenantMutation(() => ReviewActModel, { needs: 'review.decide', description: 'Takes back an act of the viewer as a whole, but for what he decided otherwise since, until the round closes.' })
  async undoReviewAct(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ReviewActModel> {
    const actId = readId(id, 'id');
    return actOf(operation, await operation.write('undo-review-act', { id }, async (writer) => noted(await undoAct(writer, actId))));
  }

  @ResolveField(() => [ReviewDecisionModel], { description: 'The decisions that stand, one a reviewer, oldest first.' })
  async decisions(@Parent() { id }: RecordedLine, @Operation() operation: OperationContext): Promise<ReviewDecisionModel[]> {
    return (await operation.load(standingBatch, id)) ?? [];
  }

  @ResolveField(() => Boolean, { description: 'It is about the viewer himself: somebody else decides it.' })
  isOwn(@Parent() { facts }: RecordedLine, @Operation() operation: OperationContext): boolean {
    return facts.personId !== null && facts.personId === operation.viewer.personId;
  }
}

@Resolver(() => ReviewActModel)
export class ReviewActsResolver {
  @ResolveField(() => [ReviewLineModel], { description: 'The lines it touched as they stand now, in the order of a page.' })
  async lines(@Parent() { id }: ReviewActModel, @Operation() operation: OperationContext): Promise<readonly RecordedLine[]> {
    return linesOfAct(operation.reader, id);
  }
}

@Resolver(() => ReviewDecisionModel)
export class ReviewDecisionsResolver {
  @ResolveField(() => Boolean, { description: 'The viewer took it, and may take it back until the round closes.' })
  isOwn(@Parent() { decidedBy }: ReviewDecisionModel, @Operation() operation: OperationContext): boolean {
    return decidedBy === operation.viewer.scope.actor;
  }
}
