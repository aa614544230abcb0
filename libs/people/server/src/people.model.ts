import { PageInfoModel } from '@ketenregie/platform/graphql';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

const optionalText = { nullable: true } as const;

@ObjectType('Means', { description: 'A personal login means at one supplier, as believed.' })
export class MeansModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  supplierKey!: string;
  @Field(() => String, { nullable: true, description: 'The user number in the supplier’s console.' })
  supplierReference!: string | null;
  @Field(() => String, { nullable: true, description: 'Null = nobody recorded it.' })
  level!: string | null;
  @Field(() => String, { description: 'standard or tax-only' })
  variant!: string;
  @Field(() => String, { description: 'requested, active, suspended, withdrawn or unknown, as last stated.' })
  state!: string;
  @Field(() => String, { description: 'Day the state was stated.' })
  statedOn!: string;
  @Field(() => String, optionalText)
  issuedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Last valid day.' })
  endsOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Last recorded use; the 24-month rule counts from here.' })
  lastUsedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'sms, app or token' })
  method!: string | null;
  @Field(() => String, optionalText)
  evidenceClass!: string | null;
  @Field(() => String, optionalText)
  seenOn!: string | null;
  @Field(() => String, optionalText)
  seenBy!: string | null;
}

@ObjectType('Person', { description: 'Somebody who works for the tenant or holds a right, as believed today.' })
export class PersonModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  fullName!: string;
  @Field(() => String, optionalText)
  initials!: string | null;
  @Field(() => String, optionalText)
  email!: string | null;
  @Field(() => String, optionalText)
  jobTitle!: string | null;
  @Field(() => Boolean)
  isDirector!: boolean;
  @Field(() => String, optionalText)
  inServiceFrom!: string | null;
  @Field(() => String, { nullable: true, description: 'Last day of service.' })
  inServiceUntil!: string | null;
}

@ObjectType('PersonEdge')
export class PersonEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => PersonModel)
  node!: PersonModel;
}

@ObjectType('PersonConnection', { description: 'A page of people, with their exact number.' })
export class PersonConnectionModel {
  @Field(() => [PersonEdgeModel])
  edges!: readonly PersonEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
  @Field(() => Int)
  totalCount!: number;
}

@ArgsType()
export class PeopleArgs {
  @Field(() => String, { nullable: true, description: 'Words of a name, initials or address.' })
  search?: string | null;
  @Field(() => String, { nullable: true, description: 'in or left; everybody where left out' })
  service?: string | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

@InputType('PersonInput')
export class PersonInput {
  @Field(() => String)
  fullName!: string;
  @Field(() => String, optionalText)
  initials?: string | null;
  @Field(() => String, optionalText)
  email?: string | null;
  @Field(() => String, optionalText)
  jobTitle?: string | null;
  @Field(() => String, optionalText)
  inServiceFrom?: string | null;
  @Field(() => String, optionalText)
  inServiceUntil?: string | null;
}

@InputType('PersonChangeInput', { description: 'What is left out stays as it is; null takes it away.' })
export class PersonChangeInput {
  @Field(() => ID)
  id!: string;
  @Field(() => String, optionalText)
  fullName?: string;
  @Field(() => String, optionalText)
  initials?: string | null;
  @Field(() => String, optionalText)
  email?: string | null;
  @Field(() => String, optionalText)
  jobTitle?: string | null;
  @Field(() => String, optionalText)
  inServiceFrom?: string | null;
  @Field(() => String, optionalText)
  inServiceUntil?: string | null;
}
