import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Membership', { description: 'A tenant that the account is a member of.' })
export class MembershipModel {
  @Field()
  slug!: string;
  @Field()
  name!: string;
  @Field()
  kind!: string;
  @Field()
  isExample!: boolean;
}

@ObjectType('Me', { description: 'The signed-in account.' })
export class MeModel {
  @Field(() => ID)
  id!: string;
  @Field()
  login!: string;
  @Field()
  displayName!: string;
  @Field({ description: 'nl or en' })
  language!: string;
  @Field(() => [MembershipModel])
  memberships!: MembershipModel[];
}
