import { type CalendarDate, type Clock, newId } from '@ketenregie/kernel';
import { type DigestWindow, dutchWorkingDays, presentWindow } from '@ketenregie/notices-domain';
import { lockRecording, systemScope, type TenantDb, type Writer } from '@ketenregie/platform/db';
import { openTasks, type TaskRecord } from '@ketenregie/tasks-server';
import { type OwnTask, ownTasks, type Raise, raisesOf, type Told, tellingsOf, toldSteps } from './digest-content.js';
import { addedBy, type DigestSource } from './digest-source.js';
import { type DigestMember, digestMembers } from './members.queries.js';

/** A digest that is to be sent: the ledger's line, made once. */
export interface MadeDigest {
  readonly memberId: string;
  readonly period: CalendarDate;
}

const isWorkingDay = dutchWorkingDays();

/** Every member of the staff has a setting from the first look on; a clock that was set back counts from there. */
async function ensureSettings(writer: Writer, now: Date): Promise<void> {
  await writer.query(
    `insert into digest_setting (id, member_id, time_zone, since_at) select uuidv7(), m.id, (select time_zone from tenant), $1
     from member m where m.state = 'active' and m.is_internal on conflict (tenant_id, member_id) do nothing`,
    [now],
  );
  await writer.query('update digest_setting set since_at = $1, looked_at_period = null where since_at > $1', [now]);
}

/** The window of a member that is open and was not looked at yet. */
function newWindow(member: DigestMember, nowMs: number): DigestWindow | null {
  const window = presentWindow(nowMs, { ...member, sinceMs: member.sinceMs ?? nowMs }, isWorkingDay);
  return window === null || (member.lookedAtPeriod !== null && member.lookedAtPeriod >= window.day) ? null : window;
}

/** Writes the line of the ledger and the steps it raises. A line that is there already stays as it is: one person, one kind, one window. */
export async function writeNotice(writer: Writer, { memberId, period }: MadeDigest, raises: readonly Raise[]): Promise<boolean> {
  const [made] = await writer.query<{ id: string }>(
    `insert into notice (id, member_id, kind, period) values ($1, $2, 'digest', $3) on conflict (tenant_id, member_id, kind, period) do nothing returning id`,
    [newId(), memberId, period],
  );
  if (made === undefined) return false;
  await writer.query(
    `insert into notice_told (id, notice_id, member_id, task_id, clock, step) select uuidv7(), $1, $2, "taskId", clock, step
     from jsonb_to_recordset($3) as r ("taskId" uuid, clock text, step int) on conflict (tenant_id, member_id, task_id, clock, step) do nothing`,
    [made.id, memberId, JSON.stringify(raises)],
  );
  return true;
}

interface Due {
  readonly member: DigestMember;
  readonly window: DigestWindow;
}

/** What is open on a day and for whom, read once a day for all whose window is the same. */
async function toldOn(writer: Writer, day: CalendarDate, members: readonly DigestMember[]): Promise<Told[]> {
  const tasks: readonly TaskRecord[] = await openTasks(writer, day);
  return tellingsOf(tasks, members);
}

async function hasSomethingToSay(writer: Writer, { member, window }: Due, { own, sources }: { own: readonly OwnTask[]; sources: readonly DigestSource[] }): Promise<boolean> {
  if (own.length > 0) return true;
  const added = await addedBy(sources, writer, { member, on: window.day, language: member.language ?? 'nl' });
  return added.some(({ count }) => count > 0);
}

async function makeDue(writer: Writer, nowMs: number, sources: readonly DigestSource[]): Promise<MadeDigest[]> {
  const members = await digestMembers(writer);
  const due = members.flatMap((member): Due[] => {
    const window = newWindow(member, nowMs);
    return window === null ? [] : [{ member, window }];
  });
  const byDay = new Map<CalendarDate, Told[]>();
  const made: MadeDigest[] = [];
  for (const each of due) {
    const { member, window } = each;
    const told = byDay.get(window.day) ?? (await toldOn(writer, window.day, members));
    byDay.set(window.day, told);
    const own = ownTasks(told, member.memberId);
    if (!member.isSuppressed && (await hasSomethingToSay(writer, each, { own, sources }))) {
      const digest = { memberId: member.memberId, period: window.day };
      if (await writeNotice(writer, digest, raisesOf(own, window.day, await toldSteps(writer, member.memberId)))) made.push(digest);
    }
    await writer.query('update digest_setting set looked_at_period = $2 where member_id = $1', [member.memberId, window.day]);
  }
  return made;
}

/**
 * Makes the digests whose window has opened, in one tenant: one line of the ledger a person and local day, where there is something to say. Each window
 * is looked at once; what is found after it waits for the next. Run late, it makes the present window alone. Run twice or at once, it makes nothing more.
 */
export async function makeDigests({ tenantDb, clock, sources }: { readonly tenantDb: TenantDb; readonly clock: Clock; readonly sources: readonly DigestSource[] }, tenantId: string): Promise<MadeDigest[]> {
  const now = clock.now();
  const scope = systemScope(tenantId);
  const isDue = await tenantDb.read(scope, async (reader) => {
    const members = await digestMembers(reader);
    return members.some((member) => member.sinceMs === null || member.sinceMs > now.getTime() || newWindow(member, now.getTime()) !== null);
  });
  if (!isDue) return [];
  return tenantDb.write(scope, async (writer) => {
    await lockRecording(writer, 'digests');
    await ensureSettings(writer, now);
    return makeDue(writer, now.getTime(), sources);
  });
}
