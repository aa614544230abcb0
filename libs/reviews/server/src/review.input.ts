import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'A programme as it is planned; with an id, as it is changed from now on.' })
export class PlanReviewProgrammeInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'quarter, half-year, year or months' })
  every!: string;
  @Field(() => Int, { nullable: true, description: 'Only with months: 1 to 36.' })
  months?: number | null;
  @Field(() => String, { description: 'all, client or supplier' })
  scope!: string;
  @Field(() => ID, { nullable: true })
  clientId?: string | null;
  @Field(() => String, { nullable: true })
  supplierKey?: string | null;
  @Field(() => String, { description: 'First day of the first period, YYYY-MM-DD.' })
  startsOn!: string;
  @Field(() => Int, { defaultValue: 21 })
  dueDays!: number;
  @Field(() => ID, { nullable: true })
  fallbackMemberId?: string | null;
  @Field(() => String, { defaultValue: 'active', description: 'active, paused or ended' })
  state!: string;
}

@InputType({ description: 'What a reviewer decides of lines of one round, with one reason.' })
export class DecideReviewLinesInput {
  @Field(() => [ID], { description: '1 to 1,000' })
  ids!: string[];
  @Field(() => String, { description: 'keep, revoke or change' })
  decision!: string;
  @Field(() => String, { nullable: true, description: 'Needed to revoke or change.' })
  reason?: string | null;
}

@InputType({ description: 'What a list of lines is narrowed to.' })
export class ReviewLineFilterInput {
  @Field(() => [String], { nullable: true, description: 'undecided, keep, revoke, change, differs' })
  outcomes?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only lines with something unusual, or only those without.' })
  hasExceptions?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Lines with this exception.' })
  exception?: string | null;
  @Field(() => ID, { nullable: true })
  personId?: string | null;
  @Field(() => ID, { nullable: true })
  clientId?: string | null;
  @Field(() => ID, { nullable: true })
  reviewerMemberId?: string | null;
  @Field(() => String, { nullable: true, description: 'The lines that stand together under this key.' })
  groupKey?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only the lines that are the viewer’s to review.' })
  isMine?: boolean | null;
  @Field(() => String, { nullable: true })
  serviceKey?: string | null;
}

@ArgsType()
export class ReviewRoundsArgs {
  @Field(() => ID, { nullable: true })
  programmeId?: string | null;
  @Field(() => [String], { nullable: true, description: 'planned, making, open, closed' })
  states?: string[] | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

@ArgsType()
export class ReviewLinesArgs {
  @Field(() => ID)
  roundId!: string;
  @Field(() => ReviewLineFilterInput, { nullable: true })
  filter?: ReviewLineFilterInput | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

@ArgsType()
export class KeepUsualArgs {
  @Field(() => ID)
  roundId!: string;
  @Field(() => ReviewLineFilterInput, { nullable: true })
  filter?: ReviewLineFilterInput | null;
}
