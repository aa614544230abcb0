import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('TroubledNotice', { description: 'A notice that a person must look at: its outcome stayed unknown, or its mail server refused.' })
export class TroubledNoticeModel {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  memberId!: string;
  @Field(() => String)
  memberName!: string;
  @Field(() => String)
  kind!: string;
  @Field(() => String, { description: 'Its window; of a digest the local day.' })
  period!: string;
  @Field(() => String, { description: 'parked or bounced' })
  state!: string;
  @Field(() => Int)
  attempts!: number;
  @Field(() => String, { nullable: true, description: 'What the mail server last answered.' })
  reply!: string | null;
  @Field(() => String)
  createdAt!: string;
  @Field(() => Boolean, { description: 'Nothing more is sent to the member until somebody looked at his address.' })
  isSuppressed!: boolean;
}

@ObjectType('DigestSettings', { description: 'How the viewer gets his digest.' })
export class DigestSettingsModel {
  @Field(() => Int, { description: '0 to 23' })
  hour!: number;
  @Field(() => String)
  timeZone!: string;
  @Field(() => String, { description: 'daily, working-days, weekly or never' })
  frequency!: string;
  @Field(() => Int, { description: 'Of a weekly digest, 1 = Monday' })
  weekday!: number;
  @Field(() => String, { nullable: true, description: 'nl or en; null = the language of the account' })
  language!: string | null;
}

@InputType('DigestSettingsInput')
export class DigestSettingsInput {
  @Field(() => Int)
  hour!: number;
  @Field(() => String)
  timeZone!: string;
  @Field(() => String)
  frequency!: string;
  @Field(() => Int)
  weekday!: number;
  @Field(() => String, { nullable: true })
  language?: string | null;
}
