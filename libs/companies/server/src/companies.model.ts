import { PageInfoModel } from '@ketenregie/platform/graphql';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

const optionalText = { nullable: true } as const;

@ObjectType('Company', { description: 'One legal entity, as believed today.' })
export class CompanyModel {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  clientId!: string;
  @Field(() => String, optionalText)
  clientNumber!: string | null;
  @Field(() => String)
  clientName!: string;
  @Field(() => String, optionalText)
  kvkNumber!: string | null;
  @Field(() => String, optionalText)
  rsin!: string | null;
  @Field(() => String)
  name!: string;
  @Field(() => [String], { description: 'Other spellings that files used.' })
  otherNames!: readonly string[];
  @Field(() => String, optionalText)
  legalForm!: string | null;
  @Field(() => String, optionalText)
  town!: string | null;
  @Field(() => String, optionalText)
  groupName!: string | null;
  @Field(() => String, { nullable: true, description: 'Partner or adviser, as the office’s own list names him.' })
  accountable!: string | null;
  @Field(() => String, optionalText)
  endedOn!: string | null;
  @Field(() => Boolean, { description: 'One of the tenant’s own companies.' })
  isOwn!: boolean;
}

@ObjectType('CompanyIndexEntry', { description: 'What the palette searches.' })
export class CompanyIndexEntryModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => [String])
  otherNames!: readonly string[];
  @Field(() => String, optionalText)
  kvkNumber!: string | null;
  @Field(() => String, optionalText)
  rsin!: string | null;
  @Field(() => String, optionalText)
  clientNumber!: string | null;
  @Field(() => String, optionalText)
  town!: string | null;
}

@ObjectType('CompanyIndex', { description: 'All companies in sight, for a search in the browser.' })
export class CompanyIndexModel {
  @Field(() => String, { description: 'Changes with the companies and with what is in sight of them.' })
  version!: string;
  @Field(() => Int)
  totalCount!: number;
  @Field(() => [CompanyIndexEntryModel], { nullable: true, description: 'By name; null where the version is the one already held, or where there are over 20,000: then the server searches.' })
  entries!: readonly CompanyIndexEntryModel[] | null;
}

@ObjectType('CompanyEdge')
export class CompanyEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => CompanyModel)
  node!: CompanyModel;
}

@ObjectType('CompanyConnection', { description: 'A page of companies, with their exact number.' })
export class CompanyConnectionModel {
  @Field(() => [CompanyEdgeModel])
  edges!: readonly CompanyEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
  @Field(() => Int)
  totalCount!: number;
}

@ArgsType()
export class CompanyPageArgs {
  @Field(() => String, { nullable: true, description: 'Words of a name, a KvK number, client number or town.' })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  clientId?: string | null;
  @Field(() => String, { nullable: true, description: 'name, kvk-number or client-number' })
  sort?: string | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

@ArgsType()
export class CompanyArgs {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => String, optionalText)
  kvkNumber?: string | null;
  @Field(() => String, optionalText)
  rsin?: string | null;
}

@InputType('CompanyChangeInput', { description: 'What is left out stays as it is; null takes it away. Numbers only for who sees all clients.' })
export class CompanyChangeInput {
  @Field(() => ID)
  id!: string;
  @Field(() => String, optionalText)
  name?: string | null;
  @Field(() => [String], { nullable: true, description: 'All other names it may be met under; left out, the old ones stay and a former name joins them.' })
  otherNames?: readonly string[] | null;
  @Field(() => String, optionalText)
  kvkNumber?: string | null;
  @Field(() => String, optionalText)
  rsin?: string | null;
  @Field(() => String, optionalText)
  legalForm?: string | null;
  @Field(() => String, optionalText)
  town?: string | null;
  @Field(() => String, optionalText)
  groupName?: string | null;
  @Field(() => String, optionalText)
  accountable?: string | null;
  @Field(() => String, { nullable: true, description: 'Last day the company existed, YYYY-MM-DD.' })
  endedOn?: string | null;
}

@InputType('CompanyInput')
export class CompanyInput {
  @Field(() => String)
  name!: string;
  @Field(() => String, optionalText)
  kvkNumber?: string | null;
  @Field(() => String, optionalText)
  rsin?: string | null;
  @Field(() => String, optionalText)
  clientNumber?: string | null;
  @Field(() => String, optionalText)
  legalForm?: string | null;
  @Field(() => String, optionalText)
  town?: string | null;
  @Field(() => String, optionalText)
  accountable?: string | null;
}
