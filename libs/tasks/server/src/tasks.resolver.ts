import { HANDS, type Hands } from '@ketenregie/access-domain';
import { InvalidInputError, parseCalendarDate } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { Operation, OperationContext, TenantQuery } from '@ketenregie/platform/graphql';
import { isPart, isTaskKind, taskCounts } from '@ketenregie/tasks-domain';
import { Args, ArgsType, Field, Int, Resolver } from '@nestjs/graphql';
import { sweepState } from './sweep-tasks.js';
import { filtered, groupsOf, mondayOfText, pageOfTasks, type TaskFilter, weeksOf } from './task-overview.js';
import { TaskConnectionModel, TasksModel } from './task.model.js';
import { ViewerTasks } from './viewer-tasks.js';

@ArgsType()
class TaskListArgs {
  @Field(() => [String], { nullable: true, description: 'Kinds of task; left out: all.' })
  kinds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'we, client, representative, nobody; left out: all.' })
  hands?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'must, client, information, colleagues; left out: all.' })
  parts?: string[] | null;
  @Field(() => String, { nullable: true, description: 'The Monday of a week: what ends in it.' })
  week?: string | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

const MOST_EXAMPLES = 20;
const isHands = (text: string): text is Hands => (HANDS as readonly string[]).includes(text);

function checked<Word extends string>(words: readonly string[] | null | undefined, isOne: (text: string) => text is Word, field: string): readonly Word[] | undefined {
  const wrong = words?.find((word) => !isOne(word));
  if (wrong !== undefined) throw new InvalidInputError(`${wrong.slice(0, 60)} cannot stand here.`, field);
  return (words ?? undefined) as readonly Word[] | undefined;
}

const filterOf = ({ kinds, hands, parts, week }: TaskListArgs): TaskFilter => ({
  kinds: checked(kinds, isTaskKind, 'kinds'),
  hands: checked(hands, isHands, 'hands'),
  parts: checked(parts, isPart, 'parts'),
  week: week === null || week === undefined ? undefined : mondayOfText(parseCalendarDate(week)),
});

@Resolver()
export class TasksResolver {
  constructor(private readonly db: TenantDb) {}

  @TenantQuery(() => TasksModel, { needs: 'task.see', description: 'What asks for an action now, by part and action, and what ends in the coming weeks. As many statements however much there is.' })
  async tasks(@Args('examples', { type: () => Int, defaultValue: 5, description: '0 to 20 tasks of each group' }) examples: number, @Operation() operation: OperationContext): Promise<TasksModel> {
    const { today: on } = operation;
    const opened = await this.open(operation);
    const groups = groupsOf(opened.tasks, on);
    const first = Math.min(Math.max(examples, 0), MOST_EXAMPLES);
    const named = await opened.records(groups.flatMap(({ tasks }) => tasks.slice(0, first)));
    return {
      on,
      ...(await sweepState(operation.reader, on)),
      totalCount: opened.tasks.length,
      ownCount: taskCounts(opened.tasks).own,
      groups: groups.map(({ tasks: _, ...group }) => ({ ...group, examples: named.filter(({ kind, part }) => kind === group.kind && part === group.part) })),
      weeks: weeksOf(opened.tasks, on),
    };
  }

  @TenantQuery(() => TaskConnectionModel, { needs: 'task.see', description: 'Open tasks of some actions, hands, parts and one week, with their exact number.' })
  async taskList(@Args() args: TaskListArgs, @Operation() operation: OperationContext): Promise<TaskConnectionModel> {
    const filter = filterOf(args);
    const opened = await this.open(operation);
    const tasks = filtered(opened.tasks, filter, operation.today);
    const { edges, pageInfo } = pageOfTasks(tasks, { first: args.first, after: args.after ?? null });
    const records = new Map((await opened.records(edges.map(({ node }) => node))).map((record) => [record.id, record]));
    const shown = edges.flatMap(({ cursor, node }) => {
      const record = records.get(node.id);
      return record === undefined ? [] : [{ cursor, node: record }];
    });
    return { totalCount: tasks.length, pageInfo, edges: shown };
  }

  private open(operation: OperationContext): Promise<ViewerTasks> {
    return ViewerTasks.open(this.db, () => operation.reader, { viewer: operation.viewer, on: operation.today });
  }
}
