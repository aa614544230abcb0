import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Tenant', { description: 'The office or holding that the viewer works in.' })
export class TenantModel {
  @Field(() => ID)
  id!: string;
  @Field()
  slug!: string;
  @Field()
  name!: string;
  @Field({ description: 'office or holding' })
  kind!: string;
  @Field()
  timeZone!: string;
  @Field({ description: 'nl or en' })
  language!: string;
  @Field(() => Int, { description: 'A fact that nobody saw at the supplier for so long counts as not checked.' })
  notCheckedAfterMonths!: number;
  @Field({ description: 'Who decided a change does not confirm it himself.' })
  needsFourEyes!: boolean;
  @Field({ description: 'Example data, marked as such on every page.' })
  isExample!: boolean;
  @Field({ description: 'Whether there are clients to speak of: not in a holding of whose clients the viewer sees the holding itself alone.' })
  hasClients!: boolean;
  @Field(() => [String], { description: 'Actions that the viewer’s roles allow here.' })
  viewerCan!: string[];
}

@InputType('TenantSettingsInput', { description: 'Settings to change; what is left out stays.' })
export class TenantSettingsInput {
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'nl or en' })
  language?: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 60' })
  notCheckedAfterMonths?: number | null;
  @Field(() => Boolean, { nullable: true })
  needsFourEyes?: boolean | null;
}
