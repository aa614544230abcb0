import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoModel } from '@ketenregie/platform/graphql';

@ObjectType('AccessPathStep', { description: 'One link of the path: the fact it stands on and what is to be said of it.' })
export class AccessPathStepModel {
  @Field(() => String, { description: 'company, service, client-half, office-half, right, means, level or clocks' })
  link!: string;
  @Field(() => ID, { nullable: true, description: 'The fact; null where there is none, or the link is a comparison.' })
  id!: string | null;
  @Field(() => String, { description: 'holds, unknown or broken' })
  verdict!: string;
  @Field(() => String, { nullable: true, description: 'The break or unknown that decides.' })
  code!: string | null;
}

@ObjectType('AccessBreak', { description: 'The first broken link, and in whose hands its repair lies.' })
export class AccessBreakModel {
  @Field(() => String)
  code!: string;
  @Field(() => String, { nullable: true, description: 'client, office, direct or means' })
  half!: string | null;
  @Field(() => String, { description: 'we, client, representative or nobody' })
  inWhoseHands!: string;
  @Field(() => Int, { nullable: true, description: 'Working days; null = not known, counts as 15.' })
  leadDays!: number | null;
}

@ObjectType('AccessEvidence', { description: 'What was seen of one fact of the path.' })
export class AccessEvidenceModel {
  @Field(() => String)
  link!: string;
  @Field(() => ID)
  id!: string;
  @Field(() => String, { nullable: true, description: 'A supplier overview, B letter or mail, C login attempt, D statement' })
  evidenceClass!: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  seenOn!: string | null;
  @Field(() => String, { nullable: true })
  seenBy!: string | null;
}

/** What an answer and a row of a list have in common. */
@ObjectType({ isAbstract: true })
abstract class ToldModel {
  @Field(() => String, { description: 'What the registers allow, as believed: yes, no or unknown' })
  can!: string;
  @Field(() => String, { description: 'What the tenant decided: yes or no' })
  may!: string;
  @Field(() => [String], { description: 'Why he may not: person-unknown, not-yet-in-service, out-of-service, revoke-decided; empty where he may.' })
  mayNot!: readonly string[];
  @Field(() => String, { description: 'seen, believed or as-far-as-known' })
  certainty!: string;
  @Field(() => String, { nullable: true, description: 'Last valid day, YYYY-MM-DD' })
  endsOn!: string | null;
  @Field(() => String, { nullable: true, description: 'client-half, office-half, right, means, unused-24-months or company' })
  endsBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Last day to start the repair, YYYY-MM-DD' })
  repairableUntil!: string | null;
  @Field(() => AccessBreakModel, { nullable: true })
  firstBreak!: AccessBreakModel | null;
  @Field(() => [String], { description: 'All that is not known along the path; empty where can is no.' })
  unknowns!: readonly string[];
}

@ObjectType('AccessAnswer', { description: 'Can and may somebody log in for a company at a service on a day?' })
export class AccessAnswerModel extends ToldModel {
  @Field(() => String, { nullable: true, description: 'What brought repairableUntil forward.' })
  blockedBy!: string | null;
  @Field(() => [AccessPathStepModel])
  path!: readonly AccessPathStepModel[];
  @Field(() => [AccessEvidenceModel])
  evidence!: readonly AccessEvidenceModel[];
  @Field(() => String, { description: 'The day asked, YYYY-MM-DD' })
  on!: string;
  @Field(() => ID, { description: 'As asked where the service is not known.' })
  serviceKey!: string;
  @Field(() => String, { nullable: true })
  serviceNameNl!: string | null;
  @Field(() => String, { nullable: true })
  serviceNameEn!: string | null;
  @Field(() => ID, { nullable: true, description: 'Null where nobody on the staff list was found.' })
  personId!: string | null;
  @Field(() => String, { nullable: true })
  personName!: string | null;
  @Field(() => ID, { nullable: true, description: 'Null where the company is not known.' })
  companyId!: string | null;
  @Field(() => String, { nullable: true })
  companyName!: string | null;
}

@ObjectType('AccessRow', { description: 'The answer to one question of a list.' })
export class AccessRowModel extends ToldModel {
  @Field(() => ID)
  personId!: string;
  @Field(() => String)
  personName!: string;
  @Field(() => ID)
  companyId!: string;
  @Field(() => String)
  companyName!: string;
  @Field(() => String, { nullable: true })
  companyKvk!: string | null;
  @Field(() => ID)
  clientId!: string;
  @Field(() => ID)
  serviceKey!: string;
  @Field(() => String)
  providerKey!: string;
  @Field(() => String)
  serviceNameNl!: string;
  @Field(() => String)
  serviceNameEn!: string;
  @Field(() => String, { description: 'lapsed, level-too-low, waiting-for-client, waiting-for-office, unknown, expiring or complete' })
  status!: string;
  @Field(() => String, { nullable: true, description: 'EH1, EH2, EH2+, EH3 or EH4: the lowest of the path that is known; null = none is.' })
  level!: string | null;
  @Field(() => String, { nullable: true, description: 'What the service asks; null = not known.' })
  requiredLevel!: string | null;
  @Field(() => String, { nullable: true, description: 'The day the oldest fact of the path was seen at the supplier; null = one never was.' })
  seenOn!: string | null;
}

@ObjectType('AccessEdge')
export class AccessEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => AccessRowModel)
  node!: AccessRowModel;
}

@ObjectType('AccessViewCount')
export class AccessViewCountModel {
  @Field(() => String, { description: 'A status, or can-may-not' })
  view!: string;
  @Field(() => Int)
  count!: number;
}

@ObjectType('AccessConnection', { description: 'Answers over persons, companies and services, by the day they end, no known end last.' })
export class AccessConnectionModel {
  @Field(() => Int, { description: 'All rows of the list, exactly.' })
  totalCount!: number;
  @Field(() => [AccessViewCountModel], { description: 'The rows of each view that has any, under the same filter without its cans, mays and statuses.' })
  viewCounts!: readonly AccessViewCountModel[];
  @Field(() => [AccessEdgeModel])
  edges!: readonly AccessEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
}

@InputType('AccessCompanyInput', { description: 'A company by exactly one of these.' })
export class AccessCompanyInput {
  @Field(() => String, { nullable: true })
  kvk?: string | null;
  @Field(() => String, { nullable: true })
  rsin?: string | null;
  @Field(() => ID, { nullable: true })
  id?: string | null;
}

@InputType('AccessListInput', { description: 'What a list shows; what is left out is no limit.' })
export class AccessListInput {
  @Field(() => [ID], { nullable: true })
  personIds?: string[] | null;
  @Field(() => [ID], { nullable: true })
  companyIds?: string[] | null;
  @Field(() => [ID], { nullable: true })
  clientIds?: string[] | null;
  @Field(() => [ID], { nullable: true })
  serviceKeys?: string[] | null;
  @Field(() => [ID], { nullable: true })
  providerKeys?: string[] | null;
  @Field(() => [String], { nullable: true })
  statuses?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'yes, no, unknown' })
  cans?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'yes, no' })
  mays?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'EH1, EH2, EH2+, EH3, EH4: the lowest known level of the path' })
  levels?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Any part of the path stands in the register of one of these suppliers.' })
  supplierKeys?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Only known ends on this day or later, YYYY-MM-DD' })
  endsFrom?: string | null;
  @Field(() => String, { nullable: true, description: 'Only known ends before this day, YYYY-MM-DD' })
  endsBefore?: string | null;
}
