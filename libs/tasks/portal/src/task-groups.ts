import type { Hands } from '@ketenregie/messages';
import { PARTS } from '@ketenregie/tasks-domain';
import type { Part, TaskKind } from '@ketenregie/tasks-domain';
import { wordOf } from '@ketenregie/tenants-portal';
import type { TodayTasksQuery } from './generated/operations.js';
import { handsOf, kindOf } from './task-words.js';
import type { TaskFacts } from './task-words.js';

export type Tasks = TodayTasksQuery['tasks'];

/** Everything that asks for one action in one part of the page: a group is an action, never a client. */
export interface TaskGroup {
  readonly part: Part;
  readonly kind: TaskKind;
  readonly count: number;
  readonly lateCount: number;
  readonly dueOn: string | null;
  /** In whose hands, most of them first. */
  readonly hands: readonly Hands[];
  readonly examples: readonly TaskFacts[];
}

/** The groups of one part, the most pressing first, as the API orders them. */
export function groupsOf({ groups }: Pick<Tasks, 'groups'>, part: Part): TaskGroup[] {
  const own = groups.filter((group) => wordOf(PARTS, group.part, 'colleagues') === part);
  return own.map(({ kind, count, lateCount, dueOn, hands, examples }) => ({ part, kind: kindOf(kind), count, lateCount, dueOn, hands: hands.map((each) => handsOf(each.hands)), examples }));
}
