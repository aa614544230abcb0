import type { CalendarDate } from '@ketenregie/kernel';
import { type AddedGroup, type Digest, type DigestItem, digestOf, dueStep, type LadderClock, type Telling, tellingRule, type ToldMember } from '@ketenregie/notices-domain';
import type { Reader } from '@ketenregie/platform/db';
import type { TaskRecord } from '@ketenregie/tasks-server';

/** Who is told of which task: computed once for all members. */
export interface Told {
  readonly task: TaskRecord;
  readonly tellings: readonly Telling[];
}

/** Each open task with whom it is told. */
export function tellingsOf(tasks: readonly TaskRecord[], members: readonly ToldMember[]): Told[] {
  const rule = tellingRule(members);
  return tasks.map((task) => ({ task, tellings: rule(task) }));
}

/** What one person is told: tasks, each with its telling to him. */
export interface OwnTask {
  readonly task: TaskRecord;
  readonly telling: Telling;
}

/** The tasks of one member. */
export function ownTasks(told: readonly Told[], memberId: string): OwnTask[] {
  return told.flatMap(({ task, tellings }) => tellings.filter((telling) => telling.memberId === memberId).map((telling) => ({ task, telling })));
}

/** A step of the ladder that somebody is told of. */
export interface Raise {
  readonly taskId: string;
  readonly clock: LadderClock;
  readonly step: number;
}

const endOf = ({ endsOn, repairableUntil }: TaskRecord, clock: LadderClock): CalendarDate | null => (clock === 'ends-on' ? endsOn : repairableUntil);

/** The steps to raise on a day for somebody's tasks, given the lowest told of each task and clock (`taskId clock`). Only what ends climbs. */
export function raisesOf(own: readonly OwnTask[], on: CalendarDate, told: ReadonlyMap<string, number>): Raise[] {
  return own.filter(({ task }) => task.kind === 'expiring' || task.kind === 'log-in-round').flatMap(({ task }) =>
    (['ends-on', 'repairable-until'] as const).flatMap((clock): Raise[] => {
      const end = endOf(task, clock);
      const step = end === null ? null : dueStep(on, { end, told: told.get(`${task.id} ${clock}`) ?? null });
      return step === null ? [] : [{ taskId: task.id, clock, step }];
    }),
  );
}

/** The lowest step that a member was told of each task and clock. */
export async function toldSteps(reader: Reader, memberId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.query<{ taskId: string; clock: string; step: number }>(
    `select n.task_id as "taskId", n.clock, min(n.step) as step from notice_told n join task t on t.id = n.task_id and t.closed_on is null where n.member_id = $1 group by n.task_id, n.clock`,
    [memberId],
  );
  return new Map(rows.map(({ taskId, clock, step }) => [`${taskId} ${clock}`, step]));
}

/** The names of suppliers, by key, at the newest catalogue. */
export async function supplierNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.query<{ key: string; name: string }>('select key, name from catalogue_supplier where version = (select max(version) from catalogue_supplier)');
  return new Map(rows.map(({ key, name }) => [key, name]));
}

export interface DigestParts {
  readonly own: readonly OwnTask[];
  readonly raises: readonly Raise[];
  readonly added: readonly AddedGroup[];
  readonly language: 'nl' | 'en';
  readonly suppliers: ReadonlyMap<string, string>;
}

function itemOf({ task, telling }: OwnTask, { raises, language, suppliers }: DigestParts): DigestItem {
  const steps = raises.filter(({ taskId }) => taskId === task.id).map(({ step }) => step);
  return {
    taskId: task.id, kind: task.kind, section: telling.section, isForSomebodyElse: telling.isForSomebodyElse,
    companyName: task.companyName, personName: task.personName, serviceName: language === 'nl' ? task.serviceNameNl : task.serviceNameEn,
    supplierName: task.supplierKey === null ? null : (suppliers.get(task.supplierKey) ?? task.supplierKey),
    endsOn: task.endsOn, repairableUntil: task.repairableUntil, dueOn: task.dueOn, affectedCount: task.affectedCount, code: task.code,
    raisedStep: steps.length === 0 ? null : Math.min(...steps),
  };
}

/** One person's digest; null where there is nothing to say. */
export function digestFrom(parts: DigestParts): Digest | null {
  return digestOf(parts.own.map((own) => itemOf(own, parts)), parts.added);
}
