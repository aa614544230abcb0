import { PageInfoModel } from '@ketenregie/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ReviewProgramme', { description: 'A review that recurs.' })
export class ReviewProgrammeModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'quarter, half-year, year or months' })
  every!: string;
  @Field(() => Int, { description: 'Length of a period in months.' })
  months!: number;
  @Field(() => String, { description: 'First day of the first period.' })
  startsOn!: string;
  @Field(() => String, { description: 'all, client or supplier: whose chains it is about' })
  scope!: string;
  @Field(() => ID, { nullable: true })
  clientId!: string | null;
  @Field(() => String, { nullable: true })
  clientName!: string | null;
  @Field(() => String, { nullable: true })
  supplierKey!: string | null;
  @Field(() => Int, { description: 'Days a round is given.' })
  dueDays!: number;
  @Field(() => ID, { nullable: true, description: 'Who reviews where nobody is named; null = the office administrators.' })
  fallbackMemberId!: string | null;
  @Field(() => String, { description: 'active, paused or ended' })
  state!: string;
}

@ObjectType('ReviewCounts', { description: 'How many lines stand where, of those the viewer sees. Undecided is not reviewed, and in none of the other numbers.' })
export class ReviewCountsModel {
  @Field(() => Int)
  total!: number;
  @Field(() => Int)
  keep!: number;
  @Field(() => Int)
  revoke!: number;
  @Field(() => Int)
  change!: number;
  @Field(() => Int, { description: 'Two reviewers decided otherwise.' })
  differs!: number;
  @Field(() => Int)
  undecided!: number;
  @Field(() => Int, { description: 'Lines with something unusual, decided or not.' })
  exceptions!: number;
  @Field(() => Int, { description: 'Undecided with nothing unusual: what may be kept at once.' })
  usualUndecided!: number;
}

@ObjectType('ReviewSource', { description: 'Where lines of a population come from.' })
export class ReviewSourceModel {
  @Field(() => String, { nullable: true, description: 'Supplier in whose register they stand; null = not recorded.' })
  supplierKey!: string | null;
  @Field(() => String, { description: 'import or typed' })
  origin!: string;
  @Field(() => Int)
  count!: number;
}

@ObjectType('ReviewClosing', { description: 'What closing a round led to.' })
export class ReviewClosingModel {
  @Field(() => Int, { description: 'Revokes that became something to do.' })
  revokes!: number;
  @Field(() => Int, { description: 'Changes that became something to do.' })
  changes!: number;
  @Field(() => Int, { description: 'Of what had ended, or was under way, already.' })
  alreadyUnderWay!: number;
}

@ObjectType('ReviewerProgress', { description: 'How far one reviewer is in a round.' })
export class ReviewerProgressModel {
  @Field(() => ID, { nullable: true, description: 'Null = lines for which no reviewer was found.' })
  memberId!: string | null;
  @Field(() => String)
  name!: string;
  @Field(() => Int)
  assigned!: number;
  @Field(() => Int)
  undecided!: number;
}

@ObjectType('ReviewRound', { description: 'One round of a programme: a frozen population and what was decided of it.' })
export class ReviewRoundModel {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  programmeId!: string;
  @Field(() => String, { description: 'The programme’s name when it started.' })
  name!: string;
  @Field(() => String, { description: 'First day of the period it stands for.' })
  periodOn!: string;
  @Field(() => Int, { description: 'Periods that passed without a round of their own, for which it stands in.' })
  missedCount!: number;
  @Field(() => Boolean)
  isLate!: boolean;
  @Field(() => String, { description: 'planned, making, open or closed' })
  state!: string;
  @Field(() => String, { description: 'The day its population holds for.' })
  populationOn!: string;
  @Field(() => String, { description: 'First day of the next period.' })
  nextOn!: string;
  @Field(() => String, { description: 'Last day on which decisions are expected.' })
  dueOn!: string;
  @Field(() => String, { nullable: true, description: 'What was recorded by this instant is in it.' })
  knownAt!: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 over its lines.' })
  populationHash!: string | null;
  @Field(() => String, { nullable: true })
  openedAt!: string | null;
  @Field(() => String, { nullable: true })
  closedAt!: string | null;
  @Field(() => String, { nullable: true })
  closedOn!: string | null;
  @Field(() => String, { nullable: true })
  closedBy!: string | null;
  @Field(() => ReviewClosingModel, { nullable: true })
  closing!: ReviewClosingModel | null;
}

@ObjectType('ReviewRoundEdge')
export class ReviewRoundEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => ReviewRoundModel)
  node!: ReviewRoundModel;
}

@ObjectType('ReviewRoundConnection', { description: 'A page of rounds, newest period first.' })
export class ReviewRoundConnectionModel {
  @Field(() => [ReviewRoundEdgeModel])
  edges!: readonly ReviewRoundEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
}
