import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, systemScope, type TenantDb } from '@ketenregie/platform/db';
import type { Viewer } from '@ketenregie/platform/graphql';
import { type Part, type TaskToTell, tellingRule } from '@ketenregie/tasks-domain';
import { openTasks, type TaskHead, taskHeads, type TaskRecord, tasksById } from './tasks.queries.js';
import { toldMembers } from './told-members.queries.js';

/** An open task and the part of the viewer's page in which it stands. */
export interface PartedTask extends TaskHead {
  readonly part: Part;
}

/** Who looks, and on which day; the reader sees what he sees. */
export interface Looking {
  readonly viewer: Pick<Viewer, 'memberId' | 'personId' | 'scope'>;
  readonly on: CalendarDate;
}

/**
 * The open tasks of one viewer, each in the part in which his digest tells it: by the same rule over the same members, so that a mail, a number and the
 * list behind it agree. What only he can do (his means, his one login) is his too where he sees some clients alone.
 */
export class ViewerTasks {
  private constructor(
    readonly tasks: readonly PartedTask[],
    private readonly own: readonly TaskRecord[],
    private readonly reader: Reader,
    private readonly on: CalendarDate,
  ) {}

  /** `reader` is asked for last: what is read apart is read before the snapshot of the operation holds its connection. */
  static async open(db: TenantDb, reader: () => Reader, looking: Looking): Promise<ViewerTasks> {
    const { on, viewer } = looking;
    const own = await ownBehindTheWall(db, looking);
    const snapshot = reader();
    const partOf = partsFor(viewer.memberId, tellingRule(await toldMembers(snapshot)));
    const heads = [...(await taskHeads(snapshot, on)), ...own.map((task) => ({ ...task, sortedOn: task.dueOn ?? task.endsOn ?? NEVER }))];
    return new ViewerTasks(heads.map((head) => ({ ...head, part: partOf(head) })), own, snapshot, on);
  }

  /** The tasks of some heads with their names, in their order. */
  async records(heads: readonly PartedTask[]): Promise<(TaskRecord & { readonly part: Part })[]> {
    const rows = [...(await tasksById(this.reader, this.on, heads.map(({ id }) => id))), ...this.own];
    const found = new Map(rows.map((row) => [row.id, row]));
    return heads.flatMap(({ id, part }) => {
      const record = found.get(id);
      return record === undefined ? [] : [{ ...record, part }];
    });
  }
}

/** Sorts first: what has no date is to be done as soon as can be. */
const NEVER = '0001-01-01' as CalendarDate;

/** Tasks about the viewer's own person, which are of no client and so behind the wall of whoever sees some clients alone: his, and nobody else's. */
async function ownBehindTheWall(db: TenantDb, { viewer: { personId, scope }, on }: Looking): Promise<TaskRecord[]> {
  if (personId === null || scope.hasAllClients) return [];
  return db.read(systemScope(scope.tenantId), (reader) => openTasks(reader, on, { ofPersonId: personId }));
}

/** The part of each task for one member; all that is alike is decided once. */
function partsFor(memberId: string, rule: ReturnType<typeof tellingRule>): (task: TaskToTell) => Part {
  const known = new Map<string, Part>();
  return (task) => {
    const { kind, hands, clientId, personId, accountable } = task;
    const key = [kind, hands, clientId, personId, accountable].join('\n');
    const part = known.get(key) ?? rule(task).find((telling) => telling.memberId === memberId)?.section ?? 'colleagues';
    known.set(key, part);
    return part;
  };
}
