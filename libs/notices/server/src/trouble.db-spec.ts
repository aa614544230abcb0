import { calendarDate, clockStandingAt, newId } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { sweepTasks } from '@ketenregie/tasks-server';
import { aBusyOffice, BUSY_ON, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { bouncingMail, clearSuppression, type DigestMember, digestMembers, makeDigests, sendNotices, stopDigests, troubledNotices } from './index.js';
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
    expect([await stopDigests(db, `${newId()}.${id}`), await stopDigests(db, `${office.scope.tenantId}.${id}`)]).toEqual([false, true]);
    const [setting] = await database.asAdmin<{ frequency: string }>('select frequency from digest_setting where member_id = $1', [memberId]);
    expect(setting).toEqual({ frequency: 'never' });
  });
});
