import { PageInfoModel } from '@ketenregie/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ReviewRoundModel } from './review.model.js';

@ObjectType('ReviewTarget', { description: 'What a right covered when the round was made.' })
export class ReviewTargetModel {
  @Field(() => String, { nullable: true, description: 'Null = a provider: whole, or which service is not known.' })
  serviceKey!: string | null;
  @Field(() => String, { nullable: true })
  providerKey!: string | null;
  @Field(() => Boolean)
  isWholeProvider!: boolean;
  @Field(() => String)
  nameNl!: string;
  @Field(() => String)
  nameEn!: string;
}

@ObjectType('ReviewFacts', { description: 'What was believed of a right when the round was made; frozen.' })
export class ReviewFactsModel {
  @Field(() => String, { description: 'client-half or office-half' })
  kind!: string;
  @Field(() => ID)
  companyId!: string;
  @Field(() => ID, { nullable: true })
  personId!: string | null;
  @Field(() => String, { nullable: true })
  supplierKey!: string | null;
  @Field(() => String, { description: 'targets, or all = every service of every provider' })
  scope!: string;
  @Field(() => [ReviewTargetModel])
  targets!: readonly ReviewTargetModel[];
  @Field(() => String, { nullable: true })
  level!: string | null;
  @Field(() => String, { nullable: true, description: 'The highest level its services are known to ask.' })
  requiredLevel!: string | null;
  @Field(() => String)
  state!: string;
  @Field(() => String, { nullable: true })
  startsOn!: string | null;
  @Field(() => String, { nullable: true })
  endsOn!: string | null;
  @Field(() => String, { nullable: true })
  task!: string | null;
  @Field(() => String, { nullable: true, description: 'Last seen at the supplier with evidence of class A to C.' })
  seenOn!: string | null;
  @Field(() => String, { nullable: true })
  evidenceClass!: string | null;
  @Field(() => Boolean)
  isOutOfService!: boolean;
  @Field(() => Boolean)
  isRevokeDecided!: boolean;
}

@ObjectType('ReviewDecision', { description: 'A decision that stands: the last one of its reviewer.' })
export class ReviewDecisionModel {
  @Field(() => String, { description: 'keep, revoke or change' })
  decision!: string;
  @Field(() => String)
  decidedBy!: string;
  @Field(() => String)
  decidedByName!: string;
  @Field(() => String)
  decidedAt!: string;
  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType('ReviewLine', { description: 'One right in a round, with what stands of it. Names are those of the round’s moment.' })
export class ReviewLineModel {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  roundId!: string;
  @Field(() => ID)
  authorisationId!: string;
  @Field(() => ID)
  clientId!: string;
  @Field(() => String)
  clientName!: string;
  @Field(() => String, { nullable: true })
  clientNumber!: string | null;
  @Field(() => String)
  companyName!: string;
  @Field(() => String, { nullable: true })
  companyKvk!: string | null;
  @Field(() => String, { nullable: true })
  intermediaryName!: string | null;
  @Field(() => String, { nullable: true, description: 'The employee; null for a client’s half.' })
  personName!: string | null;
  @Field(() => ID, { nullable: true })
  reviewerMemberId!: string | null;
  @Field(() => String, { nullable: true })
  reviewerName!: string | null;
  @Field(() => String, { description: 'accountable, assigned, fallback, no-self-review or nobody: how the reviewer was found' })
  reviewerRule!: string;
  @Field(() => String, { description: 'Equal for lines that stand together: holder, kind, services, level, register.' })
  groupKey!: string;
  @Field(() => [String], { description: 'What is unusual about it, gravest first; none = it may be kept together with its equals.' })
  exceptions!: readonly string[];
  @Field(() => ReviewFactsModel)
  facts!: ReviewFactsModel;
  @Field(() => String, { description: 'undecided, keep, revoke, change, or differs = two reviewers decided otherwise' })
  outcome!: string;
}

@ObjectType('ReviewLineEdge')
export class ReviewLineEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => ReviewLineModel)
  node!: ReviewLineModel;
}

@ObjectType('ReviewLineConnection', { description: 'A page of lines: what is unusual first, then equals together.' })
export class ReviewLineConnectionModel {
  @Field(() => [ReviewLineEdgeModel])
  edges!: readonly ReviewLineEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
  @Field(() => Int)
  totalCount!: number;
}

@ObjectType('ReviewAct', { description: 'One act of deciding or undoing.' })
export class ReviewActModel {
  @Field(() => ID, { description: 'By which it can be taken back as a whole.' })
  id!: string;
  @Field(() => Int, { description: 'How many lines it touched.' })
  count!: number;
  @Field(() => ReviewRoundModel)
  round!: ReviewRoundModel;
}
