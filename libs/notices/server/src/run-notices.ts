import { type CalendarDate, type Clock, NotFoundError } from '@ketenregie/kernel';
import { type Digest, dutchWorkingDays, hasDigestOn, type Section } from '@ketenregie/notices-domain';
import { systemScope, type TenantDb, type Writer } from '@ketenregie/platform/db';
import { openTasks, sweepTasks, type TaskRecord } from '@ketenregie/tasks-server';
import type { Mail } from '@ketenregie/platform/mail';
import { digestFrom, ownTasks, type Raise, raisesOf, supplierNames, type Told, tellingsOf, toldSteps } from './digest-content.js';
import { addedBy, bouncingMail, type DigestSource } from './digest-source.js';
import { addressOf, type DigestMember, digestMembers } from './members.queries.js';
import { writeNotice } from './make-digests.js';
import { reviewWork } from './review-work.js';
import { sendNotices } from './send-notices.js';

export interface RunAsked {
  readonly db: TenantDb;
  readonly tenantSlug: string;
  readonly on: CalendarDate;
  /** Writes the ledger and mails for that day; otherwise nothing is written at all. */
  readonly send: boolean;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly sources?: readonly DigestSource[];
}

/** A task and whom it is told, as it would be that day. */
export interface NoticeLine extends Pick<TaskRecord, 'kind' | 'hands' | 'code' | 'companyName' | 'personName' | 'serviceKey' | 'supplierKey' | 'affectedCount' | 'endsOn' | 'repairableUntil' | 'dueOn'> {
  readonly recipients: readonly { readonly member: string; readonly section: Section; readonly isForSomebodyElse: boolean }[];
}

export interface DigestLine {
  readonly member: string;
  readonly to: string | null;
  readonly period: CalendarDate;
  /** Whether that day has one by his rhythm. */
  readonly isDue: boolean;
  readonly digest: Digest | null;
  /** The state in the ledger afterwards; null where nothing was written. */
  readonly state: string | null;
}

export interface NoticesRun {
  readonly tenant: string;
  readonly on: CalendarDate;
  readonly sent: boolean;
  readonly digests: readonly DigestLine[];
  readonly notices: readonly NoticeLine[];
}

interface Drafted {
  readonly member: DigestMember;
  readonly digest: Digest | null;
  readonly raises: readonly Raise[];
}

class Simulated extends Error {}

function linesOf(told: readonly Told[], members: readonly DigestMember[]): NoticeLine[] {
  const nameOf = new Map(members.map(({ memberId, displayName }) => [memberId, displayName]));
  return told.map(({ task, tellings }) => {
    const { kind, hands, code, companyName, personName, serviceKey, supplierKey, affectedCount, endsOn, repairableUntil, dueOn } = task;
    const recipients = tellings.map(({ memberId, section, isForSomebodyElse }) => ({ member: nameOf.get(memberId) ?? memberId, section, isForSomebodyElse }));
    return { kind, hands, code, companyName, personName, serviceKey, supplierKey, affectedCount, endsOn, repairableUntil, dueOn, recipients };
  });
}

/** What the day would bring, in the transaction of its sweep. */
async function draft(writer: Writer, on: CalendarDate, sources: readonly DigestSource[]): Promise<{ readonly drafts: Drafted[]; readonly notices: NoticeLine[] }> {
  await sweepTasks(writer, on);
  const members = await digestMembers(writer);
  const told = tellingsOf(await openTasks(writer, on), members);
  const suppliers = await supplierNames(writer);
  const drafts: Drafted[] = [];
  for (const member of members) {
    const own = ownTasks(told, member.memberId);
    const language = member.language ?? 'nl';
    const raises = raisesOf(own, on, await toldSteps(writer, member.memberId));
    const added = await addedBy(sources, writer, { member, on, language });
    drafts.push({ member, raises, digest: digestFrom({ own, raises, added, language, suppliers }) });
  }
  return { drafts, notices: linesOf(told, members) };
}

const isDueOn = ({ member, digest }: Drafted, on: CalendarDate): boolean => digest !== null && !member.isSuppressed && hasDigestOn(on, member, dutchWorkingDays());

/** Drafts the day and takes all of it back. */
async function simulate(db: TenantDb, tenantId: string, { on, sources }: { on: CalendarDate; sources: readonly DigestSource[] }) {
  let drafted: Awaited<ReturnType<typeof draft>> = { drafts: [], notices: [] };
  try {
    await db.write(systemScope(tenantId, 'operator'), async (writer) => {
      drafted = await draft(writer, on, sources);
      throw new Simulated();
    });
  } catch (error) {
    if (!(error instanceof Simulated)) throw error;
  }
  return drafted;
}

async function write(db: TenantDb, tenantId: string, { on, sources }: { on: CalendarDate; sources: readonly DigestSource[] }) {
  return db.write(systemScope(tenantId, 'operator'), async (writer) => {
    const drafted = await draft(writer, on, sources);
    for (const each of drafted.drafts) if (isDueOn(each, on)) await writeNotice(writer, { memberId: each.member.memberId, period: on }, each.raises);
    await writer.audit({ action: 'notices.run', objectKind: 'tenant', payload: { on } });
    return drafted;
  });
}

async function statesOn(db: TenantDb, tenantId: string, on: CalendarDate): Promise<ReadonlyMap<string, string>> {
  const rows = await db.read(systemScope(tenantId), (reader) => reader.query<{ memberId: string; state: string }>('select member_id as "memberId", state from notice where period = $1', [on]));
  return new Map(rows.map(({ memberId, state }) => [memberId, state]));
}

/**
 * Simulates the notices of a day: its sweep, who is told what, each digest. Writes nothing; with `send` it writes the ledger and mails for that day, as the
 * jobs would have done, and once only however often it is asked. Refuses an unknown tenant with NOT_FOUND.
 */
export async function runNotices({ db, tenantSlug, on, send, mail, clock, sources = [reviewWork, bouncingMail] }: RunAsked): Promise<NoticesRun> {
  const tenant = await db.findTenant(tenantSlug);
  if (tenant === null) throw new NotFoundError(`The tenant ${tenantSlug}`);
  const { drafts, notices } = await (send ? write : simulate)(db, tenant.id, { on, sources });
  if (send) await sendNotices({ ...mail, tenantDb: db, clock, sources }, { tenantId: tenant.id, slug: tenant.slug });
  const states = send ? await statesOn(db, tenant.id, on) : new Map<string, string>();
  const digests: DigestLine[] = [];
  for (const each of drafts) {
    const { member, digest } = each;
    const to = (await addressOf(db, member.accountId))?.to ?? null;
    digests.push({ member: member.displayName, to, period: on, isDue: isDueOn(each, on), digest, state: states.get(member.memberId) ?? null });
  }
  return { tenant: tenantSlug, on, sent: send, digests, notices };
}
