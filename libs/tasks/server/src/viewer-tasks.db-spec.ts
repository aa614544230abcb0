import { calendarDate, newId } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { filtered, groupsOf, pageOfTasks, sweepTasks, type TaskFilter, ViewerTasks, weeksOf } from './index.js';
import { aBusyOffice, BUSY_ON, type BusyOffice } from './testing/index.js';

const ON = calendarDate(BUSY_ON);

let database: TestDatabase;
let db: TenantDb;
let office: BusyOffice;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
beforeEach(async () => {
  office = await aBusyOffice(db);
  await db.write(office.scope, (writer) => sweepTasks(writer, ON));
});
afterAll(() => database.drop());

interface Somebody {
  readonly roles: readonly string[];
  readonly personId?: string;
  readonly clientIds?: readonly string[];
}

/** A member of the office, who sees all clients unless some are named. */
async function somebody({ roles, personId, clientIds }: Somebody): Promise<{ readonly memberId: string; readonly personId: string | null; readonly scope: Scope }> {
  const [accountId, memberId] = [newId(), newId()];
  await db.identity.open({ accountId }, (reader) => reader.query(`insert into account (id, login, display_name) values ($1, $2, 'Iemand')`, [accountId, `${accountId}@office.example`]));
  await db.write(office.scope, async (writer) => {
    await writer.query(`insert into member (id, account_id, display_name, roles, has_all_clients, is_internal, person_id) values ($1, $2, 'Iemand', $3, $4, true, $5)`, [memberId, accountId, roles, clientIds === undefined, personId ?? null]);
    await writer.query('insert into member_client (member_id, client_id) select $1, * from unnest($2::uuid[])', [memberId, clientIds ?? []]);
  });
  return { memberId, personId: personId ?? null, scope: { ...office.scope, actor: `member:${memberId}`, hasAllClients: clientIds === undefined, clientIds: clientIds ?? [] } };
}

type Viewer = Awaited<ReturnType<typeof somebody>>;
const look = <Seen>(viewer: Viewer, work: (opened: ViewerTasks) => Seen | Promise<Seen>): Promise<Seen> =>
  db.read(viewer.scope, async (reader) => work(await ViewerTasks.open(db, () => reader, { viewer, on: ON })));
const groups = (viewer: Viewer): Promise<string[]> =>
  look(viewer, ({ tasks }) => groupsOf(tasks, ON).map(({ part, kind, count, hands }) => `${part} ${kind} ${count} (${hands.map((own) => `${own.hands} ${own.count}`).join(', ')})`));

describe('the tasks of a viewer', () => {
  it('stand by part and action: what he must do, what waits for the client, and what lies with colleagues', async () => {
    const administrator = await somebody({ roles: ['office-administrator'] });
    expect(await groups(administrator)).toEqual([
      'must can-but-may-not 1 (we 1)', 'must leaver-with-live-means 1 (we 1)', 'must expiring 1 (representative 1)', 'must level-too-low 1 (representative 1)', 'must log-in-round 1 (we 1)', 'must unknown-to-settle 1 (we 1)',
      'client lapsed 1 (client 1)', 'client expiring 1 (client 1)', 'client request-stalled 1 (client 1)',
    ]);
    const owner = await somebody({ roles: ['owner'] });
    expect((await groups(owner)).every((group) => group.startsWith('colleagues'))).toBe(true);
  });

  it('of a member with some clients are theirs, and what only he can do himself', async () => {
    const sanne = await somebody({ roles: ['adviser'], personId: office.people.sanne, clientIds: [office.clients.bakery.clientId] });
    expect(await groups(sanne)).toEqual(['must can-but-may-not 1 (we 1)', 'must expiring 1 (representative 1)', 'must log-in-round 1 (we 1)', 'client expiring 1 (client 1)']);
    const names = await look(sanne, async (opened) => (await opened.records(opened.tasks)).map(({ personName }) => personName));
    expect(names).not.toContain('Kim Smit');
    const other = await somebody({ roles: ['adviser'], clientIds: [office.clients.builder.clientId] });
    expect((await look(other, async (opened) => opened.records(opened.tasks))).map(({ companyName, personName }) => [companyName, personName])).toEqual([['Aannemer Kok B.V.', null], ['Aannemer Kok B.V.', null]]);
    const elsewhere = await aBusyOffice(db);
    expect(await groups({ ...sanne, scope: elsewhere.scope })).toEqual([]);
  });

  it('name the service of a right, in both languages', async () => {
    const administrator = await somebody({ roles: ['office-administrator'] });
    const rights = (await look(administrator, async (opened) => opened.records(opened.tasks))).filter(({ authorisationId }) => authorisationId !== null);
    const service = ['Bankrekeningnummers ondernemer', 'Bank account numbers of businesses'];
    expect(rights.map(({ companyName, personName, serviceNameNl, serviceNameEn }) => [companyName, personName, serviceNameNl, serviceNameEn])).toEqual(
      [['Bakkerij Mulder B.V.', 'Piet Jansen'], ['Aannemer Kok B.V.', null], ['Bakkerij Mulder B.V.', null], ['Aannemer Kok B.V.', null]].map((names) => [...names, ...service]),
    );
  });

  it('are paged without a gap, and each number is the length of the list behind it', async () => {
    const administrator = await somebody({ roles: ['office-administrator'] });
    await look(administrator, ({ tasks }) => {
      const all: string[] = [];
      let after: string | null = null;
      do {
        const page: ReturnType<typeof pageOfTasks> = pageOfTasks(tasks, { first: 4, after });
        all.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect([all.length, new Set(all).size]).toEqual([9, 9]);
      const lengthOf = (filter: TaskFilter): number => filtered(tasks, filter, ON).length;
      for (const { part, kind, count } of groupsOf(tasks, ON)) expect(lengthOf({ kinds: [kind], parts: [part] })).toBe(count);
      for (const { startsOn, count } of weeksOf(tasks, ON)) expect(lengthOf({ week: startsOn })).toBe(count);
      expect(() => pageOfTasks(tasks, { first: 4, after: 'x' })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }) as Error);
    });
  });

  it('fill thirteen weeks', async () => {
    const owner = await somebody({ roles: ['owner'] });
    const weeks = await look(owner, ({ tasks }) => weeksOf(tasks, ON));
    expect(weeks.filter(({ count }) => count > 0).map(({ week, startsOn, count, lateCount }) => [week, startsOn, count, lateCount])).toEqual([[1, '2027-01-04', 1, 0], [2, '2027-01-11', 1, 0], [4, '2027-01-25', 1, 0]]);
    expect(weeks).toHaveLength(13);
  });
});
