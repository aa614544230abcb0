import { type CalendarDate, calendarDate, type Clock } from '@ketenregie/kernel';
import type { Digest } from '@ketenregie/notices-domain';
import { queryOne, type Reader, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { type DeliveryLog, type MailMessage, type MailTransport, messageIdOf } from '@ketenregie/platform/mail';
import { openTasks, type TaskRecord } from '@ketenregie/tasks-server';
import { mayDo } from '@ketenregie/tenants-domain';
import { digestFrom, type OwnTask, ownTasks, type Raise, supplierNames, tellingsOf } from './digest-content.js';
import { addedBy, type DigestSource } from './digest-source.js';
import { type ClaimedNotice, claimNotice, markHanded, settle, settleAbandoned, withdraw } from './ledger.js';
import { addressOf, type DigestMember, digestMembers, scopeOfMember } from './members.queries.js';
import { renderDigest } from './render-digest.js';

/** What sending needs beside the database. */
export interface Sending {
  readonly tenantDb: TenantDb;
  readonly clock: Clock;
  readonly transport: MailTransport;
  readonly log: DeliveryLog | null;
  readonly from: string;
  readonly publicUrl: string;
  readonly sources: readonly DigestSource[];
  /** How long an attempt may take, longer than the socket waits; default 15 minutes. */
  readonly leaseMs?: number;
  /** Messages under way at once in this process. */
  readonly lanes?: number;
}

/** Longer than the ten minutes that a socket waits after the last dot (RFC 5321). */
export const LEASE_MS = 900_000;
const LANES = 2;

interface Tenant {
  readonly tenantId: string;
  readonly slug: string;
}

/** What a member may see and what only he can do: the second is not behind his wall where he has some clients only, so it is read apart. */
export async function tasksFor(db: TenantDb, tenantId: string, { member, on }: { readonly member: DigestMember; readonly on: CalendarDate }): Promise<TaskRecord[]> {
  const seen = await db.read(scopeOfMember(tenantId, member), (reader) => openTasks(reader, on));
  if (member.personId === null || member.clients === 'all') return seen;
  const own = await db.read(systemScope(tenantId), (reader) => openTasks(reader, on, { ofPersonId: member.personId ?? '' }));
  return [...seen, ...own];
}

function raisesOfNotice(reader: Reader, noticeId: string): Promise<Raise[]> {
  return reader.query('select task_id as "taskId", clock, step from notice_told where notice_id = $1', [noticeId]);
}

interface Content {
  readonly to: string;
  readonly language: 'nl' | 'en';
  readonly tenantName: string;
  readonly digest: Digest;
  readonly seesTasks: boolean;
}

interface Frame {
  readonly members: readonly DigestMember[];
  readonly raises: readonly Raise[];
  readonly suppliers: ReadonlyMap<string, string>;
  readonly tenantName: string;
}

const readFrame = (db: TenantDb, tenantId: string, noticeId: string): Promise<Frame> =>
  db.read(systemScope(tenantId), async (reader) => ({
    members: await digestMembers(reader),
    raises: await raisesOfNotice(reader, noticeId),
    suppliers: await supplierNames(reader),
    tenantName: (await queryOne<{ name: string }>(reader, 'select name from tenant')).name,
  }));

/** What is to be said now, decided when it is sent; or why nothing is: the member left, his account is blocked, nothing is open any more. */
async function contentOf({ tenantDb, sources }: Sending, { tenantId }: Tenant, notice: ClaimedNotice): Promise<Content | string> {
  const { members, raises, suppliers, tenantName } = await readFrame(tenantDb, tenantId, notice.id);
  const member = members.find(({ memberId }) => memberId === notice.memberId);
  if (member === undefined) return 'no member any more';
  if (member.isSuppressed) return 'his mail server refused before';
  const address = await addressOf(tenantDb, member.accountId);
  if (address === null) return 'account blocked';
  const on = calendarDate(notice.period);
  const language = member.language ?? address.language;
  const own: readonly OwnTask[] = ownTasks(tellingsOf(await tasksFor(tenantDb, tenantId, { member, on }), members), member.memberId);
  const added = await tenantDb.read(scopeOfMember(tenantId, member), (reader) => addedBy(sources, reader, { member, on, language }));
  const digest = digestFrom({ own, raises, added, language, suppliers });
  return digest === null ? 'nothing left to say' : { to: address.to, language, tenantName, digest, seesTasks: mayDo(member.roles, 'task.see') };
}

/** Where one click ends the digests of a member: ids are read by others too, the key stands in his mail alone. */
const stopPath = (tenantId: string, { id, stopKey }: ClaimedNotice): string => `mail/overzicht-stoppen/${tenantId}.${id}.${stopKey}`;

function messageOf({ from, publicUrl, clock }: Sending, { tenantId, slug }: Tenant, { notice, content }: { notice: ClaimedNotice; content: Content }): MailMessage {
  const stopUrl = `${publicUrl}/${stopPath(tenantId, notice)}`;
  const { to, language, tenantName, digest, seesTasks } = content;
  const rendered = renderDigest({ digest, language, tenantName, on: calendarDate(notice.period), baseUrl: `${publicUrl}/${slug}`, stopUrl, seesTasks });
  return { ...rendered, messageId: messageIdOf(notice.kind, notice.id, from), to, language, date: clock.now(), unsubscribeUrl: stopUrl };
}

/** One attempt at one notice. */
async function attempt(sending: Sending, tenant: Tenant, notice: ClaimedNotice): Promise<void> {
  const scope = systemScope(tenant.tenantId);
  const { tenantDb, leaseMs = LEASE_MS } = sending;
  const content = await contentOf(sending, tenant, notice);
  if (typeof content === 'string') return withdraw(tenantDb, scope, { notice, reason: content });
  const message = messageOf(sending, tenant, { notice, content });
  let isHeld = false;
  // Noted when the server wants the content and not before: an attempt that dies earlier is tried again at once, for nobody can have the message.
  const outcome = await sending.transport.send(message, async () => {
    const mayGo = await markHanded(tenantDb, scope, { notice, leaseMs });
    isHeld = !mayGo;
    return mayGo;
  });
  // Its lease was lost, or sending was held meanwhile: whoever looks after it finds it untouched.
  return isHeld ? undefined : settle(tenantDb, scope, { notice, outcome });
}

async function lane(sending: Sending, tenant: Tenant): Promise<number> {
  const scope = systemScope(tenant.tenantId);
  for (let count = 0; ; count += 1) {
    const notice = await claimNotice(sending.tenantDb, scope, sending.leaseMs ?? LEASE_MS);
    if (notice === null) return count;
    await attempt(sending, tenant, notice);
  }
}

/**
 * Sends what waits in one tenant, first looking after attempts that nobody finished. Safe at once from many processes, and after any crash: a notice is
 * claimed by one, and what may have been delivered is never sent again blindly. Returns how many attempts were made.
 */
export async function sendNotices(sending: Sending, tenant: Tenant): Promise<number> {
  await settleAbandoned(sending.tenantDb, tenant.tenantId, sending);
  const lanes = await Promise.all(Array.from({ length: sending.lanes ?? LANES }, () => lane(sending, tenant)));
  return lanes.reduce((sum, count) => sum + count, 0);
}
