import { calendarDate, clockStandingAt, newId } from '@ketenregie/kernel';
import { type Scope, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { sweepTasks } from '@ketenregie/tasks-server';
import { aBusyOffice, BUSY_ON, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { bouncingMail, clearSuppression, doubtfulMail, settleByHand, type Settlement, type DigestMember, digestMembers, makeDigests, sendNotices, stopDigests, troubledNotices } from './index.js';
import { plantMember } from './testing/members.js';
import { recordingTransport } from './testing/recording-transport.js';

let database: TestDatabase;
let db: TenantDb;
let office: BusyOffice;
let memberId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
beforeEach(async () => {
  office = await aBusyOffice(db);
  ({ memberId } = await plantMember(db, office.scope.tenantId, { name: 'Anna Bos', roles: ['office-administrator'] }));
  await db.write(office.scope, (writer) => sweepTasks(writer, calendarDate(BUSY_ON)));
});
afterAll(() => database.drop());

const clock = clockStandingAt('2026-11-24T06:00:00Z');
const trouble = (scope: Scope = office.scope) => db.read(scope, troubledNotices);

/** A digest of a day that the mail server refuses for the address itself. */
async function refusedOn(period: string): Promise<string> {
  const id = newId();
  await db.write(office.scope, async (writer) => {
    await writer.query(`insert into digest_setting (id, member_id, since_at) values ($1, $2, '2026-11-01') on conflict do nothing`, [newId(), memberId]);
    await writer.query(`update digest_setting set suppressed_at = null where member_id = $1`, [memberId]);
    await writer.query(`insert into notice (id, member_id, kind, period) values ($1, $2, 'digest', $3)`, [id, memberId, period]);
  });
  const transport = recordingTransport({ kind: 'refused', reply: '550 no such user' });
  await sendNotices({ tenantDb: db, clock, transport, log: null, from: 'post@office.example', publicUrl: 'https://k.example', sources: [] }, { tenantId: office.scope.tenantId, slug: office.slug });
  return id;
}

describe('mail in trouble', () => {
  it('is listed once a member, with what the server said, until somebody looked at the address; then mail goes on', async () => {
    await refusedOn('2026-11-22');
    await refusedOn('2026-11-23');
    expect((await trouble()).map(({ memberName, period, state, reply, isSuppressed }) => [memberName, period, state, reply, isSuppressed])).toEqual([['Anna Bos', '2026-11-23', 'bounced', '550 no such user', true]]);
    expect(await makeDigests({ tenantDb: db, clock, sources: [] }, office.scope.tenantId)).toEqual([]);
    await db.write(office.scope, (writer) => clearSuppression(writer, memberId));
    expect(await trouble()).toEqual([]);
    expect(await makeDigests({ tenantDb: db, clock: clockStandingAt('2026-11-25T06:00:00Z'), sources: [] }, office.scope.tenantId)).toHaveLength(1);
  });

  it('is no other tenant’s and no client’s to see, nor to clear', async () => {
    await refusedOn('2026-11-23');
    const other = await aBusyOffice(db);
    const contact: Scope = { ...office.scope, actor: 'member:x', hasAllClients: false, clientIds: [office.clients.bakery.clientId], isInternal: false };
    expect([await trouble(other.scope), await trouble(contact)]).toEqual([[], []]);
    for (const scope of [other.scope, contact]) await db.write(scope, (writer) => clearSuppression(writer, memberId));
    expect(await trouble()).toHaveLength(1);
  });

  it('is told to who administers, as many as the list behind the link has', async () => {
    await refusedOn('2026-11-23');
    const member = (await db.read(office.scope, digestMembers)).find((one) => one.memberId === memberId) as DigestMember;
    const told = (of: DigestMember) => db.read(office.scope, (reader) => bouncingMail(reader, { member: of, on: calendarDate(BUSY_ON), language: 'nl' }));
    expect(await told(member)).toMatchObject([{ section: 'mail', count: (await trouble()).length, names: ['Anna Bos'], path: 'instellingen/overzicht#post' }]);
    expect(await told({ ...member, isOfficeAdministrator: false })).toEqual([]);
  });

  it('does not hinder the one-click end, also for who has no setting yet', async () => {
    const id = newId();
    await db.write(office.scope, (writer) => writer.query(`insert into notice (id, member_id, kind, period) values ($1, $2, 'digest', '2026-11-23')`, [id, memberId]));
    const [{ key } = { key: '' }] = await database.asAdmin<{ key: string }>('select stop_key as key from notice where id = $1', [id]);
    expect([await stopDigests(db, `${newId()}.${id}.${key}`), await stopDigests(db, `${office.scope.tenantId}.${id}.${key}`)]).toEqual([false, true]);
    const [setting] = await database.asAdmin<{ frequency: string }>('select frequency from digest_setting where member_id = $1', [memberId]);
    expect(setting).toEqual({ frequency: 'never' });
  });
});

describe('mail of unknown outcome', () => {
  const sending = (transport: ReturnType<typeof recordingTransport>) => sendNotices({ tenantDb: db, clock, transport, log: null, from: 'post@office.example', publicUrl: 'https://k.example', sources: [], leaseMs: 1_000 }, { tenantId: office.scope.tenantId, slug: office.slug });
  const asBea: Scope = { ...systemScope(''), actor: 'member:bea' };
  const settle = (id: string, as: Settlement, of: BusyOffice = office) => db.write({ ...asBea, tenantId: of.scope.tenantId }, (writer) => settleByHand(writer, { noticeId: id, as }));
  const states = () => database.asAdmin<{ state: string; reply: string }>('select state, reply from notice where tenant_id = $1', [office.scope.tenantId]);
  const events = () => database.asAdmin(`select actor, action, object_id, payload from audit_event where tenant_id = $1 and action like 'notice.%'`, [office.scope.tenantId]);

  /** A digest whose server never answered, half an hour and a lease ago. */
  async function parked(): Promise<string> {
    const id = newId();
    await db.write(office.scope, (writer) => writer.query(`insert into notice (id, member_id, kind, period) values ($1, $2, 'digest', '2026-11-23')`, [id, memberId]));
    await sending(recordingTransport({ kind: 'unknown', reply: 'connection lost' }));
    await database.asAdmin(`update notice set lease_until = lease_until - interval '1 hour', handed_at = handed_at - interval '1 hour' where id = $1`, [id]);
    await sending(recordingTransport());
    expect(await states()).toEqual([{ state: 'parked', reply: 'no reply' }]);
    return id;
  }

  it('that did arrive is settled as sent, goes nowhere, and the log names who found out', async () => {
    const id = await parked();
    expect([(await db.read(office.scope, doubtfulMail)).map((mail) => [mail.id, mail.member, mail.period]), (await trouble()).length]).toEqual([[[id, 'Anna Bos', '2026-11-23']], 1]);
    await settle(id, 'arrived');
    const transport = recordingTransport();
    await sending(transport);
    expect([transport.messages, await db.read(office.scope, doubtfulMail), await trouble()]).toEqual([[], [], []]);
    expect([await states(), await events()]).toEqual([[{ state: 'sent', reply: 'arrived, as somebody found out' }], [{ actor: 'member:bea', action: 'notice.settled-as-arrived', object_id: memberId, payload: { on: '2026-11-23' } }]]);
  });

  it('that did not is sent again, once, though two ask for it at the same moment', async () => {
    const id = await parked();
    const asked = await Promise.allSettled([settle(id, 'again'), settle(id, 'again')]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(settle(id, 'arrived')).rejects.toMatchObject({ code: 'CONFLICT' });
    const transport = recordingTransport();
    await Promise.all([sending(transport), sending(transport)]);
    expect([transport.messages.length, (await states()).map(({ state }) => state), (await events()).length]).toEqual([1, ['sent'], 1]);
    await expect(settle(id, 'again')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is no other tenant’s and no client’s to see or settle', async () => {
    const id = await parked();
    const other = await aBusyOffice(db);
    await expect(settle(id, 'arrived', other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const contact: Scope = { ...office.scope, actor: 'member:x', hasAllClients: false, clientIds: [office.clients.bakery.clientId], isInternal: false };
    await expect(db.write(contact, (writer) => settleByHand(writer, { noticeId: id, as: 'again' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect([await db.read(other.scope, doubtfulMail), await db.read(contact, doubtfulMail), (await states()).map(({ state }) => state)]).toEqual([[], [], ['parked']]);
  });
});
