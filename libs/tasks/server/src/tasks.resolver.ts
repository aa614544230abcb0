import { HANDS, type Hands } from '@ketenregie/access-domain';
import { InvalidInputError } from '@ketenregie/kernel';
import { Operation, OperationContext, TenantQuery } from '@ketenregie/platform/graphql';
import { isTaskKind, type TaskKind } from '@ketenregie/tasks-domain';
import { Args, ArgsType, Field, Int, Resolver } from '@nestjs/graphql';
import { TaskConnectionModel, TasksModel } from './task.model.js';
import { taskExamples, taskGroups, taskPage, taskWeeks } from './tasks.queries.js';

@ArgsType()
class TaskListArgs {
  @Field(() => [String], { nullable: true, description: 'Kinds of task; left out: all.' })
  kinds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'we, client, representative, nobody; left out: all.' })
  hands?: string[] | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

const isHands = (text: string): text is Hands => (HANDS as readonly string[]).includes(text);

function checked<Word extends string>(words: readonly string[] | null | undefined, isOne: (text: string) => text is Word, field: string): readonly Word[] | undefined {
  const wrong = words?.find((word) => !isOne(word));
  if (wrong !== undefined) throw new InvalidInputError(`${wrong.slice(0, 60)} cannot stand here.`, field);
  return (words ?? undefined) as readonly Word[] | undefined;
}

@Resolver()
export class TasksResolver {
  @TenantQuery(() => TasksModel, { needs: 'task.see', description: 'What asks for an action now, by action and whose hands, and what ends in the coming weeks.' })
  async tasks(@Args('examples', { type: () => Int, defaultValue: 5 }) examples: number, @Operation() operation: OperationContext): Promise<TasksModel> {
    const on = operation.clock.today();
    const groups = await taskGroups(operation.reader, on);
    const found = await taskExamples(operation.reader, on, Math.min(Math.max(examples, 0), 20));
    return {
      on,
      totalCount: groups.reduce((sum, { count }) => sum + count, 0),
      groups: groups.map((group) => ({ ...group, examples: found.filter(({ kind, hands }) => kind === group.kind && hands === group.hands) })),
      weeks: await taskWeeks(operation.reader, on),
    };
  }

  @TenantQuery(() => TaskConnectionModel, { needs: 'task.see', description: 'Open tasks of some actions and hands, with their exact number.' })
  taskList(@Args() { kinds, hands, first, after }: TaskListArgs, @Operation() operation: OperationContext): Promise<TaskConnectionModel> {
    const ofKinds: readonly TaskKind[] | undefined = checked(kinds, isTaskKind, 'kinds');
    const inHands = checked(hands, isHands, 'hands');
    const filter = { ...(ofKinds && { kinds: ofKinds }), ...(inHands && { hands: inHands }) };
    return taskPage(operation.reader, operation.clock.today(), { filter, first, after: after ?? null });
  }
}
