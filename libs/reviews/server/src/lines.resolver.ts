import { Operation, OperationContext, pageSize, TenantMutation, TenantQuery } from '@ketenregie/platform/graphql';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type DecidedLines, decideLines, undoDecisions } from './decide-lines.js';
import { countLinesFound, linesById, linesPage, type RecordedLine, standingBatch } from './lines-page.js';
import { idOf, readDecision, readIds, readLineFilter } from './read-input.js';
import { DecideReviewLinesInput, ReviewLinesArgs } from './review.input.js';
import { ReviewActModel, ReviewDecisionModel, ReviewLineConnectionModel, ReviewLineModel } from './review-line.model.js';
import { roundFor } from './rounds.resolver.js';

async function actOf(operation: OperationContext, { roundId, lineIds }: DecidedLines): Promise<ReviewActModel> {
  return { round: await roundFor(operation, roundId), lines: await linesById(operation.reader, lineIds) };
}

@Resolver(() => ReviewLineModel)
export class ReviewLinesResolver {
  @TenantQuery(() => ReviewLineConnectionModel, { needs: 'review.see', description: 'Lines of a round, of the viewer’s clients: what is unusual first, equals together.' })
  async reviewLines(@Args() { roundId, filter, first, after }: ReviewLinesArgs, @Operation() operation: OperationContext): Promise<ReviewLineConnectionModel> {
    const asked = { roundId: idOf(roundId, 'roundId'), filter: readLineFilter(filter) };
    await roundFor(operation, asked.roundId);
    const page = await linesPage(operation.reader, { ...asked, first: pageSize(first), after: after ?? null });
    return { ...page, totalCount: await countLinesFound(operation.reader, asked) };
  }

  @TenantMutation(() => ReviewActModel, { needs: 'review.decide', description: 'Decides lines of one open round; several are kept at once only where nothing is unusual.' })
  async decideReviewLines(@Args('input') input: DecideReviewLinesInput, @Operation() operation: OperationContext): Promise<ReviewActModel> {
    const decision = readDecision(input);
    return actOf(operation, await operation.write('decide-review-lines', input, (writer) => decideLines(writer, decision)));
  }

  @TenantMutation(() => ReviewActModel, { needs: 'review.decide', description: 'Takes back what the viewer decided of lines, until the round closes.' })
  async undoReviewDecisions(@Args('ids', { type: () => [ID] }) ids: string[], @Operation() operation: OperationContext): Promise<ReviewActModel> {
    const lineIds = readIds(ids);
    return actOf(operation, await operation.write('undo-review-decisions', { ids }, (writer) => undoDecisions(writer, lineIds)));
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
