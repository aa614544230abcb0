import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Service', { description: 'A service as it counts for the tenant: settled by itself, else as the catalogue has it.' })
export class ServiceModel {
  @Field(() => ID, { description: 'The catalogue key.' })
  key!: string;
  @Field(() => String)
  providerKey!: string;
  @Field(() => String)
  nameNl!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { nullable: true, description: 'Level the service asks; null where nobody confirmed one.' })
  requiredLevel!: string | null;
  @Field(() => Boolean, { description: 'The level is the tenant’s own finding.' })
  isLevelSettled!: boolean;
  @Field(() => String, { description: 'yes, no or unknown' })
  chainAllowed!: string;
  @Field(() => Boolean, { description: 'Chain allowed is the tenant’s own finding.' })
  isChainSettled!: boolean;
  @Field(() => String, { description: 'eherkenning, logius-machtigingenregister or portal-own' })
  registerKind!: string;
  @Field(() => String, { nullable: true, description: 'Where the facts were read.' })
  source!: string | null;
  @Field(() => String, { description: 'Day the facts were read, YYYY-MM-DD.' })
  verifiedOn!: string;
  @Field(() => String, { description: 'high, medium or low' })
  confidence!: string;
  @Field(() => String, { nullable: true })
  note!: string | null;
  @Field(() => String, { nullable: true, description: 'The note in Dutch; null where only English is known.' })
  noteNl!: string | null;
  @Field(() => Int, { description: 'Catalogue version these facts are of.' })
  version!: number;
  @Field(() => Boolean, { description: 'The tenant uses it, as far as the viewer sees: a right names it, or something was settled for it.' })
  isAdopted!: boolean;
  @Field(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan!: string[];
}

@ObjectType('Provider', { description: 'A service provider.' })
export class ProviderModel {
  @Field(() => ID)
  key!: string;
  @Field(() => String)
  nameNl!: string;
  @Field(() => String)
  nameEn!: string;
}

@ObjectType('Supplier', { description: 'A supplier of login means and registers.' })
export class SupplierModel {
  @Field(() => ID)
  key!: string;
  @Field(() => String)
  name!: string;
}

@ObjectType('Catalogue', { description: 'The curated list of services, as it counts for the tenant.' })
export class CatalogueModel {
  @Field(() => Int, { description: 'Newest published version.' })
  version!: number;
}

@InputType('SettleServiceInput')
export class SettleServiceInput {
  @Field(() => ID)
  serviceKey!: string;
  @Field(() => String, { nullable: true, description: 'A level; null takes the tenant’s own finding back; left out leaves it.' })
  requiredLevel?: string | null;
  @Field(() => String, { nullable: true, description: 'yes or no; null takes the tenant’s own finding back; left out leaves it.' })
  chainAllowed?: string | null;
  @Field(() => String)
  reason!: string;
}
