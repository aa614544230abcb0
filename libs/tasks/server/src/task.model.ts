import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoModel } from '@ketenregie/platform/graphql';

@ObjectType('TaskHands', { description: 'How many tasks lie in whose hands.' })
export class TaskHandsModel {
  @Field(() => String, { description: 'we, client, representative or nobody' })
  hands!: string;
  @Field(() => Int)
  count!: number;
}

@ObjectType('Task', { description: 'Something that asks for an action: what, in whose hands, about whom, until when.' })
export class TaskModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { description: 'can-but-may-not, leaver-with-live-means, lapsed, expiring, level-too-low, log-in-round, request-stalled or unknown-to-settle' })
  kind!: string;
  @Field(() => String, { description: 'we, client, representative or nobody' })
  hands!: string;
  @Field(() => String, { description: 'must, client, information or colleagues: the part of the viewer’s page, and of his digest.' })
  part!: string;
  @Field(() => String, { nullable: true, description: 'The break or unknown it comes from.' })
  code!: string | null;
  @Field(() => ID, { nullable: true })
  clientId!: string | null;
  @Field(() => String, { nullable: true })
  clientName!: string | null;
  @Field(() => ID, { nullable: true })
  companyId!: string | null;
  @Field(() => String, { nullable: true })
  companyName!: string | null;
  @Field(() => ID, { nullable: true })
  personId!: string | null;
  @Field(() => String, { nullable: true })
  personName!: string | null;
  @Field(() => ID, { nullable: true })
  authorisationId!: string | null;
  @Field(() => ID, { nullable: true })
  meansId!: string | null;
  @Field(() => String, { nullable: true })
  supplierKey!: string | null;
  @Field(() => ID, { nullable: true })
  serviceKey!: string | null;
  @Field(() => String, { nullable: true })
  serviceNameNl!: string | null;
  @Field(() => String, { nullable: true })
  serviceNameEn!: string | null;
  @Field(() => Int, { description: 'Questions (person, company, service) whose answer hangs on it.' })
  affectedCount!: number;
  @Field(() => String, { nullable: true, description: 'Last valid day, YYYY-MM-DD' })
  endsOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Last day to start the repair, YYYY-MM-DD' })
  repairableUntil!: string | null;
  @Field(() => String, { nullable: true, description: 'Start before this day, signing and spare days included; null = as soon as can be.' })
  dueOn!: string | null;
  @Field(() => String, { description: 'The day it was found, YYYY-MM-DD' })
  openedOn!: string;
}

@ObjectType('TaskGroup', { description: 'Everything that asks for one action in one part of the viewer’s page, over all clients.' })
export class TaskGroupModel {
  @Field(() => String, { description: 'must, client, information or colleagues' })
  part!: string;
  @Field(() => String)
  kind!: string;
  @Field(() => [TaskHandsModel], { description: 'In whose hands, most of them first.' })
  hands!: readonly TaskHandsModel[];
  @Field(() => Int)
  count!: number;
  @Field(() => Int, { description: 'Of which the day to start before has passed.' })
  lateCount!: number;
  @Field(() => String, { nullable: true, description: 'The first day to start before, YYYY-MM-DD; null where the kind has none.' })
  dueOn!: string | null;
  @Field(() => [TaskModel], { description: 'The first few, soonest first.' })
  examples!: readonly TaskModel[];
}

@ObjectType('TaskWeek', { description: 'What ends in one week (ISO 8601).' })
export class TaskWeekModel {
  @Field(() => String, { description: 'Its Monday, YYYY-MM-DD' })
  startsOn!: string;
  @Field(() => Int)
  week!: number;
  @Field(() => Int)
  count!: number;
  @Field(() => Int, { description: 'Of which a repair can no longer start in time.' })
  lateCount!: number;
}

@ObjectType('Tasks', { description: 'What asks for an action, by action and never by client, and what ends when.' })
export class TasksModel {
  @Field(() => String, { description: 'The day it is about, YYYY-MM-DD' })
  on!: string;
  @Field(() => String, { nullable: true, description: 'The day the tasks were last computed for; null before the first time.' })
  sweptOn!: string | null;
  @Field(() => String, { nullable: true, description: 'When they were last computed, an instant.' })
  sweptAt!: string | null;
  @Field(() => Boolean, { description: 'Nothing was recorded since; else they are computed again within a minute.' })
  isCurrent!: boolean;
  @Field(() => Int)
  totalCount!: number;
  @Field(() => Int, { description: 'Of which the viewer is told, as in his mail; the others lie with colleagues.' })
  ownCount!: number;
  @Field(() => [TaskGroupModel])
  groups!: readonly TaskGroupModel[];
  @Field(() => [TaskWeekModel], { description: 'Thirteen weeks from the present one on.' })
  weeks!: readonly TaskWeekModel[];
}

@ObjectType('TaskEdge')
export class TaskEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => TaskModel)
  node!: TaskModel;
}

@ObjectType('TaskConnection', { description: 'Open tasks, by action and the day to start before.' })
export class TaskConnectionModel {
  @Field(() => Int, { description: 'All tasks of the list, exactly.' })
  totalCount!: number;
  @Field(() => [TaskEdgeModel])
  edges!: readonly TaskEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
}
