import { Field, ID, InputType } from '@nestjs/graphql';

@InputType('AuthorisationFilter', { description: 'What is left out narrows nothing.' })
export class AuthorisationFilterInput {
  @Field(() => [String], { nullable: true, description: 'direct, client-half, office-half' })
  kinds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'requested, active, ended, unknown' })
  states?: string[] | null;
  @Field(() => ID, { nullable: true })
  clientId?: string | null;
  @Field(() => ID, { nullable: true })
  companyId?: string | null;
  @Field(() => ID, { nullable: true })
  personId?: string | null;
  @Field(() => String, { nullable: true })
  supplierKey?: string | null;
  @Field(() => [String], { nullable: true })
  levels?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Rights that reach this service: by name, by its provider, or by everything.' })
  serviceKey?: string | null;
  @Field(() => String, { nullable: true, description: 'Rights that name this provider or one of its services.' })
  providerKey?: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  endsOnOrAfter?: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  endsOnOrBefore?: string | null;
}

@InputType('AuthorisationTargetInput', { description: 'One service, or one provider.' })
export class AuthorisationTargetInput {
  @Field(() => String, { nullable: true })
  serviceKey?: string | null;
  @Field(() => String, { nullable: true })
  providerKey?: string | null;
  @Field(() => Boolean, { defaultValue: false })
  isWholeProvider!: boolean;
}

@InputType('RecordAuthorisationInput')
export class RecordAuthorisationInput {
  @Field(() => String, { description: 'direct, client-half or office-half' })
  kind!: string;
  @Field(() => ID)
  companyId!: string;
  @Field(() => ID, { nullable: true, description: 'One of our own companies.' })
  intermediaryCompanyId?: string | null;
  @Field(() => String, { nullable: true, description: 'The intermediary of a client half where it is none of our own.' })
  thirdPartyName?: string | null;
  @Field(() => String, { nullable: true })
  thirdPartyKvk?: string | null;
  @Field(() => ID, { nullable: true })
  personId?: string | null;
  @Field(() => String, { nullable: true })
  supplierKey?: string | null;
  @Field(() => String, { description: 'targets or all' })
  scope!: string;
  @Field(() => [AuthorisationTargetInput], { defaultValue: [] })
  targets!: AuthorisationTargetInput[];
  @Field(() => String, { nullable: true })
  level?: string | null;
  @Field(() => String, { description: 'requested, active, ended or unknown' })
  state!: string;
  @Field(() => String, { nullable: true, description: 'First valid day, YYYY-MM-DD.' })
  startsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Last valid day, YYYY-MM-DD; five years at most.' })
  endsOn?: string | null;
  @Field(() => String, { nullable: true })
  branchNumber?: string | null;
  @Field(() => String, { nullable: true })
  task?: string | null;
  @Field(() => String, { nullable: true })
  accountable?: string | null;
  @Field(() => String, { nullable: true, description: 'A to D; who looked is the viewer.' })
  evidenceClass?: string | null;
  @Field(() => String, { nullable: true, description: 'Day it was seen at the source, YYYY-MM-DD.' })
  seenOn?: string | null;
}

@InputType('DecideRevocationInput')
export class DecideRevocationInput {
  @Field(() => ID)
  authorisationId!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => String, { nullable: true })
  askedOf?: string | null;
}

@InputType('RecordChangeStepInput')
export class RecordChangeStepInput {
  @Field(() => ID)
  changeId!: string;
  @Field(() => String, { description: 'to-do, asked, carried-out, confirmed, refused, failed, withdrawn or partly' })
  state!: string;
  @Field(() => String, { nullable: true, description: 'A to D; confirmed needs A to C.' })
  evidenceClass?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => String, { nullable: true })
  askedOf?: string | null;
}
