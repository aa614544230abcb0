import { calendarDate, clockStandingAt, newId } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { type DeliveryLog, type MailTransport, openSmtpTransport } from '@ketenregie/platform/mail';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { sweepTasks } from '@ketenregie/tasks-server';
import { aBusyOffice, BUSY_ON, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { claimNotice, holdSending, markHanded, releaseSending, type Sending, sendNotices, settleAbandoned } from './index.js';
import { type FailingServer, startFailingServer, type Whim } from './testing/failing-server.js';
import { plantMember } from './testing/members.js';

const FROM = 'Ketenregie <k@office.example>';
const NOW = clockStandingAt(`${BUSY_ON}T06:00:00Z`);
const COUNT = 200;

let database: TestDatabase;
let db: TenantDb;
let server: FailingServer;
let transport: MailTransport;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ poolSize: 8 });
  server = await startFailingServer();
  transport = openSmtpTransport({ smtpUrl: server.smtpUrl, from: FROM, socketTimeoutMs: 2_000 });
});
beforeEach(() => {
  server.kept.length = 0;
  server.setWhim(() => 'take');
});
afterAll(async () => {
  await transport.close();
  await server.close();
  await database.drop();
});

const log: DeliveryLog = { has: (messageId) => Promise.resolve(server.kept.includes(messageId)) };
const tenantOf = ({ scope: { tenantId }, slug }: BusyOffice) => ({ tenantId, slug });
const sending = (change: Partial<Sending> = {}): Sending => ({ tenantDb: db, clock: NOW, transport, log, from: FROM, publicUrl: 'https://k.example', sources: [], leaseMs: 60_000, ...change });
const inLedger = (office: BusyOffice) => database.asAdmin<{ state: string; count: number }>('select state, count(*)::int as count from notice where tenant_id = $1 group by state order by state', [office.scope.tenantId]);
/** Lets an hour pass for the ledger: leases are over, pauses too. */
const anHourPasses = (office: BusyOffice) =>
  database.asAdmin(`update notice set lease_until = lease_until - interval '1 hour', next_try_at = next_try_at - interval '5 hours', handed_at = handed_at - interval '1 hour' where tenant_id = $1`, [office.scope.tenantId]);

async function officeWith(count: number): Promise<BusyOffice> {
  const office = await aBusyOffice(db);
  const { memberId } = await plantMember(db, office.scope.tenantId, { name: 'Anna Bos', roles: ['office-administrator'] });
  await db.write(office.scope, async (writer) => {
    await sweepTasks(writer, calendarDate(BUSY_ON));
    await writer.query(`insert into digest_setting (id, member_id, since_at) values ($1, $2, now())`, [newId(), memberId]);
    await writer.query(`insert into notice (id, member_id, kind, period) select uuidv7(), $1, 'digest', ('2026-11-23'::date + n)::text from generate_series(0, $2 - 1) n`, [memberId, count]);
  });
  return office;
}

/** A whim by lot, the same for the same seed. */
function byLot(seed: number): () => Whim {
  let state = seed;
  const whims: readonly Whim[] = ['take', 'take', 'take', 'take', 'take', 'later', 'cut-before', 'cut-after'];
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return whims[Math.floor((state / 2_147_483_648) * whims.length)] ?? 'take';
  };
}

describe('the ledger', () => {
  it(`loses none of ${COUNT} and doubles none, whatever the mail server and the connection do`, async () => {
    const office = await officeWith(COUNT);
    server.setWhim(byLot(20_261_123));
    for (let round = 0; round < 40; round += 1) {
      await Promise.all([sendNotices(sending(), tenantOf(office)), sendNotices(sending(), tenantOf(office))]);
      if ((await inLedger(office)).every(({ state }) => state === 'sent')) break;
      if (round > 4) server.setWhim(() => 'take');
      await anHourPasses(office);
    }
    expect(await inLedger(office)).toEqual([{ state: 'sent', count: COUNT }]);
    expect([server.kept.length, new Set(server.kept).size]).toEqual([COUNT, COUNT]);
  });

  it('sends again, later, what was asked to come later, and never what was refused', async () => {
    const office = await officeWith(1);
    server.setWhim(() => 'later');
    await sendNotices(sending(), tenantOf(office));
    expect(await sendNotices(sending(), tenantOf(office))).toBe(0);
    await anHourPasses(office);
    server.setWhim(() => 'refuse');
    expect(await sendNotices(sending(), tenantOf(office))).toBe(1);
    await anHourPasses(office);
    server.setWhim(() => 'take');
    expect(await sendNotices(sending(), tenantOf(office))).toBe(0);
    expect(await database.asAdmin('select state, reply, attempts from notice where tenant_id = $1', [office.scope.tenantId])).toEqual([{ state: 'bounced', reply: '554 as the spec wishes', attempts: 2 }]);
  });

  it.each(['cut-before', 'cut-after'] as const)('without a delivery log parks what stays unknown for 30 minutes after %s, and never sends it blindly', async (whim) => {
    const office = await officeWith(1);
    server.setWhim(() => whim);
    await sendNotices(sending({ log: null }), tenantOf(office));
    server.setWhim(() => 'take');
    await database.asAdmin(`update notice set lease_until = now() - interval '1 second' where tenant_id = $1`, [office.scope.tenantId]);
    expect(await sendNotices(sending({ log: null }), tenantOf(office))).toBe(0);
    expect(await inLedger(office)).toEqual([{ state: 'sending', count: 1 }]);
    await anHourPasses(office);
    await sendNotices(sending({ log: null }), tenantOf(office));
    expect(await inLedger(office)).toEqual([{ state: 'parked', count: 1 }]);
    expect(server.kept.length).toBe(whim === 'cut-after' ? 1 : 0);
  });

  it('tries again by itself what was cut off before its content was asked for, for nobody can have it', async () => {
    const office = await officeWith(1);
    server.setWhim(() => 'cut-early');
    await sendNotices(sending({ log: null }), tenantOf(office));
    expect(await inLedger(office)).toEqual([{ state: 'pending', count: 1 }]);
    server.setWhim(() => 'take');
    await anHourPasses(office);
    expect(await sendNotices(sending({ log: null }), tenantOf(office))).toBe(1);
    expect([await inLedger(office), server.kept.length]).toEqual([[{ state: 'sent', count: 1 }], 1]);
  });

  it('gives no content to a server where sending was held while it was reached, and leaves the notice untouched', async () => {
    const office = await officeWith(1);
    const reaching: MailTransport = { ...transport, send: async (message, before) => (await db.write(office.scope, (writer) => holdSending(writer, 'held')), transport.send(message, before)) };
    await sendNotices(sending({ transport: reaching, log: null }), tenantOf(office));
    expect([server.kept, await database.asAdmin('select state, handed_at from notice where tenant_id = $1', [office.scope.tenantId])]).toEqual([[], [{ state: 'sending', handed_at: null }]]);
    await db.write(office.scope, (writer) => releaseSending(writer));
    await anHourPasses(office);
    expect([await sendNotices(sending({ log: null }), tenantOf(office)), await inLedger(office), server.kept.length]).toEqual([1, [{ state: 'sent', count: 1 }], 1]);
  });

  it('gives back at once what a dead worker had claimed and not handed over', async () => {
    const office = await officeWith(1);
    await claimNotice(db, office.scope, 60_000);
    await settleAbandoned(db, office.scope.tenantId, { log: null, from: FROM });
    expect(await inLedger(office)).toEqual([{ state: 'sending', count: 1 }]);
    await anHourPasses(office);
    expect(await sendNotices(sending({ log: null }), tenantOf(office))).toBe(1);
    expect(await inLedger(office)).toEqual([{ state: 'sent', count: 1 }]);
  });

  it('lets an attempt that lost its lease hand over nothing', async () => {
    const office = await officeWith(1);
    const notice = await claimNotice(db, office.scope, 60_000);
    await anHourPasses(office);
    expect(notice !== null && (await markHanded(db, office.scope, { notice, leaseMs: 60_000 }))).toBe(false);
  });

  it('is claimed by one each, from many sides', async () => {
    const office = await officeWith(20);
    const claimed = await Promise.all(Array.from({ length: 40 }, () => claimNotice(db, office.scope, 60_000)));
    expect(new Set(claimed.flatMap((notice) => (notice === null ? [] : [notice.id]))).size).toBe(20);
  });

  it('sends nothing while sending is held, and all of it afterwards', async () => {
    const office = await officeWith(2);
    await db.write(office.scope, (writer) => holdSending(writer, 'restored from a copy'));
    expect(await sendNotices(sending(), tenantOf(office))).toBe(0);
    expect(await db.write(office.scope, (writer) => releaseSending(writer))).toBe(true);
    expect(await sendNotices(sending(), tenantOf(office))).toBe(2);
  });

  it('holds every kind of mail that the ledger knows, before it is claimed and before it is handed over, and lets each go again', async () => {
    const office = await officeWith(1);
    const [{ memberId } = { memberId: '' }] = await database.asAdmin<{ memberId: string }>('select member_id as "memberId" from notice where tenant_id = $1', [office.scope.tenantId]);
    const kinds = await database.asAdmin<{ kind: string }>(
      `select (regexp_matches(pg_get_constraintdef(oid), '''([a-z-]+)''', 'g'))[1] as kind from pg_constraint where conrelid = 'notice'::regclass and conname = 'notice_kind_check'`,
    );
    expect(kinds).toContainEqual({ kind: 'digest' });
    for (const { kind } of kinds) {
      await db.write(office.scope, async (writer) => {
        await writer.query(`update notice set state = 'withdrawn' where state = 'pending'`);
        await writer.query(`insert into notice (id, member_id, kind, period) values (uuidv7(), $1, $2, $3)`, [memberId, kind, `held-${kind}`]);
        await holdSending(writer, 'restored from a copy');
      });
      expect([kind, await claimNotice(db, office.scope, 60_000)]).toEqual([kind, null]);
      await db.write(office.scope, (writer) => releaseSending(writer));
      const notice = await claimNotice(db, office.scope, 60_000);
      expect(notice?.kind).toBe(kind);
      const handed = async (): Promise<boolean> => notice !== null && (await markHanded(db, office.scope, { notice, leaseMs: 60_000 }));
      await db.write(office.scope, (writer) => holdSending(writer, 'held meanwhile'));
      expect(await handed()).toBe(false);
      await db.write(office.scope, (writer) => releaseSending(writer));
      expect(await handed()).toBe(true);
    }
  });

  it('is of its own tenant alone', async () => {
    const [one, other] = [await officeWith(1), await officeWith(1)];
    expect(await sendNotices(sending(), tenantOf(one))).toBe(1);
    expect(await inLedger(other)).toEqual([{ state: 'pending', count: 1 }]);
  });
});

it('waits where no mail server can be reached, for nothing was handed over', async () => {
  const office = await officeWith(1);
  const nowhere = openSmtpTransport({ smtpUrl: 'smtp://127.0.0.1:1', from: FROM, socketTimeoutMs: 2_000 });
  await sendNotices(sending({ transport: nowhere, log: null }), tenantOf(office));
  await nowhere.close();
  expect(await inLedger(office)).toEqual([{ state: 'pending', count: 1 }]);
});
