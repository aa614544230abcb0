import { PageInfoModel } from '@ketenregie/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('AuthorisationTarget', { description: 'A service, all of one provider, or a provider whose service nobody named.' })
export class AuthorisationTargetModel {
  @Field(() => String, { nullable: true })
  providerKey!: string | null;
  @Field(() => Boolean, { description: 'All services of the provider; false with only a provider = the service is not known.' })
  isWholeProvider!: boolean;
}

@ObjectType('Authorisation', { description: 'A right as believed: direct, or one half of a chain.' })
export class AuthorisationModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { description: 'direct, client-half or office-half' })
  kind!: string;
  @Field(() => ID)
  clientId!: string;
  @Field(() => ID, { description: 'The represented company.' })
  companyId!: string;
  @Field(() => ID, { nullable: true, description: 'Our own company that stands between.' })
  intermediaryCompanyId!: string | null;
  @Field(() => String, { nullable: true, description: 'The intermediary where it is none of our own.' })
  thirdPartyName!: string | null;
  @Field(() => String, { nullable: true })
  thirdPartyKvk!: string | null;
  @Field(() => ID, { nullable: true })
  personId!: string | null;
  @Field(() => String, { nullable: true, description: 'Supplier in whose register it stands.' })
  supplierKey!: string | null;
  @Field(() => String, { description: 'targets, or all = every service of every provider' })
  scope!: string;
  @Field(() => String, { nullable: true, description: 'Null = nobody recorded it.' })
  level!: string | null;
  @Field(() => String, { description: 'requested, active, ended or unknown, as last stated; not computed from dates.' })
  state!: string;
  @Field(() => String, { nullable: true })
  endedWhy!: string | null;
  @Field(() => String, { description: 'Day the state was stated.' })
  statedOn!: string;
  @Field(() => String, { nullable: true, description: 'First valid day.' })
  startsOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Last valid day.' })
  endsOn!: string | null;
  @Field(() => String, { description: 'day, month, quarter, year, none or unknown: how exactly the source gives the end' })
  untilPrecision!: string;
  @Field(() => String, { nullable: true })
  branchNumber!: string | null;
  @Field(() => String, { nullable: true })
  task!: string | null;
  @Field(() => String, { nullable: true })
  accountable!: string | null;
  @Field(() => String, { nullable: true, description: 'A to D; A to C prove what the register said.' })
  evidenceClass!: string | null;
  @Field(() => String, { nullable: true, description: 'Day it was last seen at the source; null = never.' })
  seenOn!: string | null;
  @Field(() => String, { nullable: true })
  seenBy!: string | null;
  @Field(() => String, { nullable: true, description: 'First day this description holds; null = as far back as is known.' })
  validFrom!: string | null;
  @Field(() => String, { nullable: true, description: 'Last day this description holds; null = until further notice.' })
  validUntil!: string | null;
  @Field(() => String, { description: 'When we knew it, in UTC.' })
  recordedAt!: string;
}

@ObjectType('AuthorisationEdge')
export class AuthorisationEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => AuthorisationModel)
  node!: AuthorisationModel;
}

@ObjectType('AuthorisationConnection', { description: 'A page of rights, in a stable order.' })
export class AuthorisationConnectionModel {
  @Field(() => [AuthorisationEdgeModel])
  edges!: readonly AuthorisationEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
  @Field(() => Int, { description: 'How many the filter finds, exactly, of those the viewer may see.' })
  totalCount!: number;
}

@ObjectType('AuthorisationChangeStep', { description: 'A state that a change went through.' })
export class AuthorisationChangeStepModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  state!: string;
  @Field(() => String, { description: 'In UTC.' })
  recordedAt!: string;
  @Field(() => String)
  recordedBy!: string;
  @Field(() => String, { nullable: true })
  evidenceClass!: string | null;
  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('AuthorisationChange', { description: 'A change decided here. It ends no right by itself.' })
export class AuthorisationChangeModel {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  authorisationId!: string;
  @Field(() => String, { description: 'revoke, change or grant-anew' })
  kind!: string;
  @Field(() => String, { description: 'to-do, asked, carried-out, confirmed, refused, failed, withdrawn or partly' })
  state!: string;
  @Field(() => String)
  decidedOn!: string;
  @Field(() => String)
  decidedBy!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => String, { nullable: true })
  askedOf!: string | null;
  @Field(() => String, { nullable: true })
  evidenceClass!: string | null;
  @Field(() => String, { nullable: true })
  evidenceNote!: string | null;
}
