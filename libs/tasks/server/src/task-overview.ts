import type { Hands } from '@ketenregie/access-domain';
import { addDays, type CalendarDate, InvalidInputError } from '@ketenregie/kernel';
import { pageOf, pageSize, type Page, placeOfKinds } from '@ketenregie/platform/graphql';
import { isoWeekOf, mondaysFrom, type Part, PARTS, TASK_KINDS, type TaskKind } from '@ketenregie/tasks-domain';
import type { PartedTask } from './viewer-tasks.js';

/** Which open tasks; what is absent is no limit. */
export interface TaskFilter {
  readonly kinds?: readonly TaskKind[] | undefined;
  readonly hands?: readonly Hands[] | undefined;
  readonly parts?: readonly Part[] | undefined;
  /** The Monday of a week: what ends in it, as the bar of the weeks counts. */
  readonly week?: CalendarDate | undefined;
}

/** All open tasks of one action in one part of the page. */
export interface TaskGroup {
  readonly part: Part;
  readonly kind: TaskKind;
  readonly count: number;
  /** Of which the day to start before has passed. */
  readonly lateCount: number;
  /** The first day to start before; null where a kind has none. */
  readonly dueOn: CalendarDate | null;
  /** In whose hands, most of them first. */
  readonly hands: readonly { readonly hands: Hands; readonly count: number }[];
  readonly tasks: readonly PartedTask[];
}

/** A week of the bar: what ends in it, and for how much of that a repair can no longer start in time. */
export interface TaskWeek {
  readonly startsOn: CalendarDate;
  readonly week: number;
  readonly count: number;
  readonly lateCount: number;
}

function handsOf(tasks: readonly PartedTask[]): TaskGroup['hands'] {
  const counts = new Map<Hands, number>();
  for (const { hands } of tasks) counts.set(hands, (counts.get(hands) ?? 0) + 1);
  return [...counts].map(([hands, count]) => ({ hands, count })).toSorted((one, other) => other.count - one.count || (one.hands < other.hands ? -1 : 1));
}

/** Open tasks by part and action, the most pressing first. */
export function groupsOf(tasks: readonly PartedTask[], on: CalendarDate): TaskGroup[] {
  return PARTS.flatMap((part) =>
    TASK_KINDS.flatMap((kind): TaskGroup[] => {
      const own = tasks.filter((task) => task.part === part && task.kind === kind);
      if (own.length === 0) return [];
      const days = own.map(({ dueOn }) => dueOn).filter((day) => day !== null);
      return [{ part, kind, count: own.length, lateCount: days.filter((day) => day < on).length, dueOn: days.toSorted()[0] ?? null, hands: handsOf(own), tasks: own }];
    }),
  );
}

/** Kinds whose end the weeks show: rights, means and the 24 months that the sweep watches. */
const ENDING: readonly TaskKind[] = ['expiring', 'log-in-round'];

const endsIn = ({ kind, endsOn }: PartedTask, monday: CalendarDate, on: CalendarDate): boolean => ENDING.includes(kind) && endsOn !== null && endsOn >= on && endsOn >= monday && endsOn < addDays(monday, 7);

/** What ends in each of the coming weeks. */
export function weeksOf(tasks: readonly PartedTask[], on: CalendarDate): TaskWeek[] {
  return mondaysFrom(on).map((startsOn) => {
    const own = tasks.filter((task) => endsIn(task, startsOn, on));
    return { startsOn, week: isoWeekOf(startsOn), count: own.length, lateCount: own.filter(({ repairableUntil }) => repairableUntil !== null && repairableUntil < on).length };
  });
}

/** The tasks that a filter leaves, in their order: each number of the page is the length of one of these. */
export function filtered(tasks: readonly PartedTask[], { kinds, hands, parts, week }: TaskFilter, on: CalendarDate): PartedTask[] {
  const isIn = <Word>(words: readonly Word[] | undefined, word: Word): boolean => words === undefined || words.includes(word);
  return tasks.filter((task) => isIn(kinds, task.kind) && isIn(hands, task.hands) && isIn(parts, task.part) && (week === undefined || endsIn(task, week, on)));
}

const placeOf = ({ kind, sortedOn, id }: PartedTask): readonly [string, string, string] => [String(TASK_KINDS.indexOf(kind)).padStart(2, '0'), sortedOn, id];
const keyOf = (place: readonly string[]): string => place.join(' ');
const isText = (): boolean => true;

/** One page of some tasks, by action and the day to start before. */
export function pageOfTasks(tasks: readonly PartedTask[], { first, after }: { readonly first: number; readonly after: string | null }): Page<PartedTask> {
  const place = placeOfKinds(after, [isText, isText, isText]);
  const size = pageSize(first);
  const sorted = tasks.toSorted((one, other) => (keyOf(placeOf(one)) < keyOf(placeOf(other)) ? -1 : 1));
  const rest = place === null ? sorted : sorted.filter((task) => keyOf(placeOf(task)) > keyOf(place));
  return pageOf(rest.slice(0, size + 1), { first, after: place, place: placeOf });
}

/** Refuses a week that does not begin on a Monday of the calendar. */
export function mondayOfText(day: CalendarDate | null): CalendarDate {
  if (day === null || mondaysFrom(day)[0] !== day) throw new InvalidInputError('A week is named by its Monday, YYYY-MM-DD.', 'week');
  return day;
}
