import { NotFoundError, readId } from '@ketenregie/kernel';
import { Operation, OperationContext, pageSize, TenantMutation, TenantQuery } from '@ketenregie/platform/graphql';
import { NO_COUNTS, nextRoundOn } from '@ketenregie/reviews-domain';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { closeRound } from './close-round.js';
import { isPlannedBy, planProgramme } from './plan-programme.js';
import { allProgrammes, findProgramme, type RecordedProgramme } from './programmes.queries.js';
import { readProgramme, readRoundFilter } from './read-input.js';
import { PlanReviewProgrammeInput, ReviewRoundsArgs } from './review.input.js';
import { ReviewClosingModel, ReviewCountsModel, ReviewerProgressModel, ReviewProgrammeModel, ReviewRoundConnectionModel, ReviewRoundModel, ReviewSourceModel } from './review.model.js';
import type { RecordedRound } from './round.row.js';
import { countsBatch, findRound, reviewersBatch, roundsPage } from './rounds.queries.js';
import { startReviewRound } from './start-round.js';

const seesAllOf = (operation: OperationContext): boolean => operation.viewer.scope.hasAllClients;

/** Whether he sees all that a round is about. Who sees some of its clients sees a part, also where all of its lines are theirs: that the others have none is not his to know. */
async function seesWhole(operation: OperationContext, { id, query, lineCount }: RecordedRound): Promise<boolean> {
  if (!isPlannedBy(operation.viewer.scope, query.clientId)) return false;
  return ((await operation.load(countsBatch, id)) ?? NO_COUNTS).total === lineCount;
}

/** The round as the viewer may see it; one without a line of his is not there. */
export async function roundFor(operation: OperationContext, id: string): Promise<RecordedRound> {
  const round = await findRound(operation.reader, id, { seesAll: seesAllOf(operation) });
  if (round === null) throw new NotFoundError('The round');
  return round;
}

@Resolver(() => ReviewProgrammeModel)
export class ReviewProgrammesResolver {
  @TenantQuery(() => [ReviewProgrammeModel], { needs: 'review.see', description: 'Reviews that recur, oldest first; never cut.' })
  reviewProgrammes(@Operation() operation: OperationContext): Promise<ReviewProgrammeModel[]> {
    return allProgrammes(operation.reader);
  }

  @TenantMutation(() => ReviewProgrammeModel, { needs: 'review.plan', description: 'Plans a programme, or changes one from now on.' })
  async planReviewProgramme(@Args('input') input: PlanReviewProgrammeInput, @Operation() operation: OperationContext): Promise<ReviewProgrammeModel> {
    const planned = readProgramme(input);
    const id = await operation.write('plan-review-programme', input, (writer) => planProgramme(writer, planned, operation.today));
    const programme = await findProgramme(operation.reader, id);
    if (programme === null) throw new NotFoundError('The programme');
    return programme;
  }

  @ResolveField(() => String, { nullable: true, description: 'The day its next round starts by itself; null while one is not closed, and where it is not active.' })
  nextRoundOn(@Parent() programme: RecordedProgramme, @Operation() operation: OperationContext): string | null {
    return nextRoundOn(programme, programme.last, operation.clock.today());
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it; one that is about clients he does not see is not his to plan.' })
  viewerCan(@Parent() { state, clientId }: RecordedProgramme, @Operation() operation: OperationContext): string[] {
    if (!operation.may('review.plan') || !isPlannedBy(operation.viewer.scope, clientId)) return [];
    return state === 'active' ? ['review.plan', 'review.start'] : ['review.plan'];
  }
}

@Resolver(() => ReviewRoundModel)
export class ReviewRoundsResolver {
  @TenantQuery(() => ReviewRoundConnectionModel, { needs: 'review.see', description: 'Rounds with a line of the viewer’s clients, newest period first.' })
  reviewRounds(@Args() args: ReviewRoundsArgs, @Operation() operation: OperationContext): Promise<ReviewRoundConnectionModel> {
    return roundsPage(operation.reader, { filter: readRoundFilter(args), first: pageSize(args.first), after: args.after ?? null, seesAll: seesAllOf(operation) });
  }

  @TenantQuery(() => ReviewRoundModel, { needs: 'review.see', description: 'One round.' })
  reviewRound(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ReviewRoundModel> {
    return roundFor(operation, readId(id, 'id'));
  }

  @TenantMutation(() => ReviewRoundModel, { needs: 'review.plan', description: 'Starts a round by hand: the one that is due, or one beside the rhythm. It is made meanwhile.' })
  async startReviewRound(@Args('programmeId', { type: () => ID }) programmeId: string, @Operation() operation: OperationContext): Promise<ReviewRoundModel> {
    const id = readId(programmeId, 'programmeId');
    const roundId = await operation.write('start-review-round', { programmeId }, (writer) => startReviewRound(writer, id, operation.today));
    return roundFor(operation, roundId);
  }

  @TenantMutation(() => ReviewRoundModel, { needs: 'review.decide', description: 'Closes a round: what was to be revoked or changed becomes something to do, the rest stays.' })
  async closeReviewRound(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ReviewRoundModel> {
    const roundId = readId(id, 'id');
    await operation.write('close-review-round', { id }, (writer) => closeRound(writer, roundId, operation.today));
    return roundFor(operation, roundId);
  }

  @ResolveField(() => ReviewCountsModel, { description: 'Of the lines that the viewer sees.' })
  async counts(@Parent() { id }: RecordedRound, @Operation() operation: OperationContext): Promise<ReviewCountsModel> {
    return (await operation.load(countsBatch, id)) ?? NO_COUNTS;
  }

  @ResolveField(() => [ReviewerProgressModel], { description: 'How far each reviewer is, of the lines that the viewer sees.' })
  async reviewers(@Parent() { id }: RecordedRound, @Operation() operation: OperationContext): Promise<ReviewerProgressModel[]> {
    return (await operation.load(reviewersBatch, id)) ?? [];
  }

  @ResolveField(() => [ReviewSourceModel], { description: 'The whole population by where it comes from; none for who sees a part of the clients.' })
  sources(@Parent() { sources }: RecordedRound, @Operation() operation: OperationContext): readonly ReviewSourceModel[] {
    return seesAllOf(operation) ? sources : [];
  }

  @ResolveField(() => ReviewClosingModel, { nullable: true, description: 'What closing it led to; null while it is open, and for who sees a part of it.' })
  async closing(@Parent() round: RecordedRound, @Operation() operation: OperationContext): Promise<ReviewClosingModel | null> {
    return round.closing !== null && (await seesWhole(operation, round)) ? round.closing : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'SHA-256 over all decisions, once it is closed.' })
  async decisionsHash(@Parent() round: RecordedRound, @Operation() operation: OperationContext): Promise<string | null> {
    return round.decisionsHash !== null && (await seesWhole(operation, round)) ? round.decisionsHash : null;
  }

  @ResolveField(() => [String], { description: 'review.decide while it is open, review.close where the viewer sees all of it.' })
  async viewerCan(@Parent() round: RecordedRound, @Operation() operation: OperationContext): Promise<string[]> {
    if (round.state !== 'open' || !operation.may('review.decide')) return [];
    return (await seesWhole(operation, round)) ? ['review.decide', 'review.close'] : ['review.decide'];
  }
}

@Resolver(() => ReviewerProgressModel)
export class ReviewerProgressResolver {
  @ResolveField(() => Boolean, { description: 'It is the viewer himself.' })
  isViewer(@Parent() { memberId }: ReviewerProgressModel, @Operation() operation: OperationContext): boolean {
    return memberId === operation.viewer.memberId;
  }
}
