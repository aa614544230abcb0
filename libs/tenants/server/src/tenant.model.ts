import { Field, ID, ObjectType } from '@nestjs/graphql';

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
  @Field({ description: 'Example data, marked as such on every page.' })
  isExample!: boolean;
  @Field(() => [String], { description: 'Actions that the viewer’s roles allow here.' })
  viewerCan!: string[];
}
