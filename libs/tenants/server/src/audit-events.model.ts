import { PageInfoModel } from '@ketenregie/platform/graphql';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('AuditEventPart', { description: 'A piece of the sentence of an entry.' })
export class AuditEventPartModel {
  @Field(() => String)
  text!: string;
  @Field(() => Boolean, { description: 'It names somebody or something.' })
  isName!: boolean;
  @Field(() => String, { nullable: true, description: 'Where the portal shows it, behind the address of the office or group; null where the viewer has no such page.' })
  path!: string | null;
}

@ObjectType('AuditEventDetail', { description: 'One field of an entry in words: what it was and what it became, or what it is.' })
export class AuditEventDetailModel {
  @Field(() => String)
  field!: string;
  @Field(() => String, { nullable: true })
  before!: string | null;
  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType('AuditEvent', { description: 'One entry of the log: who, when, what, why. Nothing of it can be changed.' })
export class AuditEventModel {
  @Field(() => ID)
  id!: string;
  @Field(() => Int, { nullable: true, description: 'Its number in the log of this office or group, without gaps; null for who sees some of the clients.' })
  sequence!: number | null;
  @Field(() => String)
  at!: string;
  @Field(() => String, { description: 'Who did it: member:<id>, operator or system.' })
  actor!: string;
  @Field(() => String, { description: 'Who did it, in words.' })
  who!: string;
  @Field(() => [AuditEventPartModel], { description: 'Who did what to which object, in words. What the viewer may not see is not named.' })
  sentence!: readonly AuditEventPartModel[];
  @Field(() => [AuditEventDetailModel], { description: 'What of it differs, in words.' })
  details!: readonly AuditEventDetailModel[];
  @Field(() => String)
  action!: string;
  @Field(() => String)
  objectKind!: string;
  @Field(() => ID, { nullable: true })
  objectId!: string | null;
  @Field(() => String, { nullable: true })
  reason!: string | null;
  @Field(() => String, { description: 'JSON of what is recorded with it: before and after, or the facts.' })
  payload!: string;
}

@ObjectType('AuditEventEdge')
export class AuditEventEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => AuditEventModel)
  node!: AuditEventModel;
}

@ObjectType('AuditEventConnection', { description: 'A page of the log, newest first, with the exact number of entries in sight.' })
export class AuditEventConnectionModel {
  @Field(() => [AuditEventEdgeModel])
  edges!: readonly AuditEventEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
  @Field(() => Int)
  totalCount!: number;
}

const optional = { nullable: true } as const;

@InputType('AuditFilter', { description: 'Which entries of the log; what is left out is no limit.' })
export class AuditFilterInput {
  @Field(() => ID, optional)
  objectId?: string | null;
  @Field(() => String, optional)
  objectKind?: string | null;
  @Field(() => String, { nullable: true, description: 'The id of a member, or operator or system.' })
  actor?: string | null;
  @Field(() => String, { nullable: true, description: 'How the action begins: "import." is all of imports.' })
  action?: string | null;
  @Field(() => ID, optional)
  companyId?: string | null;
  @Field(() => ID, optional)
  personId?: string | null;
  @Field(() => String, { nullable: true, description: 'First day, YYYY-MM-DD.' })
  from?: string | null;
  @Field(() => String, { nullable: true, description: 'Last day, inclusive, YYYY-MM-DD.' })
  until?: string | null;
}

@ArgsType()
export class AuditEventArgs {
  @Field(() => AuditFilterInput, optional)
  filter?: AuditFilterInput | null;
  @Field(() => String, { nullable: true, description: 'nl or en; without it that of the viewer.' })
  language?: string | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, optional)
  after?: string | null;
}
