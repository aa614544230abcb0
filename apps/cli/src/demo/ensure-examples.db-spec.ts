import { type AccessRow, accessPage, momentOf } from '@ketenregie/access-server';
import { countAuthorisations } from '@ketenregie/authorisations-server';
import { findingGroups, importPage } from '@ketenregie/exchange-server';
import { resolveViewer, findAccount } from '@ketenregie/identity-server';
import { type CalendarDate, addDays, calendarDate } from '@ketenregie/kernel';
import { type TenantDb, systemScope } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { rows } from '../rows.js';
import { type Examples, ensureExamples } from './ensure-examples.js';
import { EXAMPLE_TENANTS } from './example-tenants.js';
import { exampleSignIns } from './sign-ins.js';

const PASSWORD = 'bali-kuse-mora-tine';
const TODAY = calendarDate('2026-11-24');

let database: TestDatabase;
let db: TenantDb;
beforeEach(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows });
});
afterEach(() => database.drop());

const examplesWith = (change: Partial<Examples> = {}): Examples => ({
  ...{ ownerUrl: database.ownerUrl, dataDir: '/nowhere', db, today: TODAY, password: PASSWORD, signal: new AbortController().signal, tell: () => undefined },
  ...change,
});

/** A door of which the n-th writing transaction never comes: what a process leaves that is killed there. */
function killedAt(nth: number): { readonly db: TenantDb; readonly done: () => number } {
  let done = 0;
  const write: TenantDb['write'] = (scope, work) => {
    if (done === nth) throw new Error('killed');
    done += 1;
    return db.write(scope, work);
  };
  return { db: Object.assign(Object.create(db) as TenantDb, { write }), done: () => done };
}

/** What is there, in counts: every table, by the tenant's name. */
async function fingerprint(): Promise<unknown> {
  const tables = await database.asAdmin<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1`);
  const counts = tables.map(({ name }) => `(select count(*)::int from "${name}" x where x.tenant_id = d.id) as "${name}"`);
  const tenants = await database.asAdmin(`select d.slug, d.state, ${counts.join(', ')} from tenant_directory d order by d.slug`);
  return { tenants, accounts: await database.asAdmin('select login, is_example, password_hash is not null as can_sign_in from account order by login') };
}

async function answersOf(slug: string, today: CalendarDate): Promise<readonly AccessRow[]> {
  const tenant = await db.findTenant(slug);
  if (tenant === null) throw new Error(`No ${slug}`);
  const page = await db.read(systemScope(tenant.id), (reader) => accessPage(reader, {}, { ...momentOf({ on: today }, today), page: { first: 200 } }));
  return page.edges.map(({ node }) => node);
}

describe('the examples of a fresh start', () => {
  it('are made once, whole and open, and are marked as examples', async () => {
    await ensureExamples(examplesWith());
    const made = await fingerprint();
    await ensureExamples(examplesWith());
    expect(await fingerprint()).toEqual(made);
    expect(await database.asAdmin(`select t.name, t.kind, t.is_example, (select count(*)::int from company c where c.tenant_id = t.tenant_id) as companies,
      (select count(*)::int from person p where p.tenant_id = t.tenant_id) as people from tenant t order by t.name`)).toEqual([
      { name: 'Kantoor Noorderlicht', kind: 'office', is_example: true, companies: 25, people: 11 },
      { name: 'Van der Meer Holding', kind: 'holding', is_example: true, companies: 7, people: 7 },
    ]);
  });

  it('are the same whatever kills the start, any number of times', async () => {
    const whole = killedAt(Infinity);
    await ensureExamples(examplesWith({ db: whole.db }));
    const undisturbed = await fingerprint();
    await database.drop();
    database = await createTestDatabase();
    db = await database.open({ rows });
    for (const nth of [1, 2, Math.floor(whole.done() / 3), Math.floor((whole.done() * 2) / 3), whole.done() - 1]) {
      await expect(ensureExamples(examplesWith({ db: killedAt(nth).db }))).rejects.toThrow('killed');
      expect(await db.listTenants()).toEqual([]);
    }
    await ensureExamples(examplesWith());
    expect(await fingerprint()).toEqual(undisturbed);
  });

  it('are not made where a tenant of somebody is', async () => {
    const id = '0199aaaa-0000-7000-8000-000000000001';
    await db.write(systemScope(id), (writer) => writer.query(`insert into tenant_directory (id, slug) values ($1, 'eigen')`, [id]));
    await ensureExamples(examplesWith());
    expect(await db.listTenants()).toEqual([{ id, slug: 'eigen' }]);
  });

  it('let each of their members in, with his role and his clients', async () => {
    await ensureExamples(examplesWith());
    expect((await exampleSignIns(db, PASSWORD)).map(({ email }) => email)).toEqual([...new Set(EXAMPLE_TENANTS.flatMap(({ members }) => members.map(({ email }) => email)))]);
    expect(await exampleSignIns(db, 'another-password-xx')).toEqual([]);
    for (const { tenant, members } of EXAMPLE_TENANTS) {
      for (const { email, role, clients } of members) {
        const viewer = await resolveViewer(db, { accountId: (await findAccount(db, email)) ?? '', sessionId: '' }, tenant.slug);
        expect(viewer?.roles).toEqual([role]);
        expect([email, viewer?.scope.hasAllClients, (viewer?.scope.clientIds.length ?? 0) > 0]).toEqual([email, clients === 'all', clients === 'own' || (clients !== 'all' && clients.length > 0)]);
      }
    }
  });
});

const factsIn = (rows: readonly AccessRow[]) => new Set(rows.flatMap((row) => [row.status, `can ${row.can}, may ${row.may}`, row.certainty, ...(row.firstBreak === null ? [] : [row.firstBreak.code]), ...row.unknowns]));

describe.each(['2026-11-24', '2027-03-28', '2028-02-29'])('an example office made on %s', (on) => {
  const today = calendarDate(on);

  it('shows every status and both answers, and what ends on each step of the ladder', async () => {
    await ensureExamples(examplesWith({ today }));
    const rows = await answersOf('noorderlicht', today);
    const found = factsIn(rows);
    for (const expected of ['complete', 'expiring', 'lapsed', 'level-too-low', 'waiting-for-client', 'waiting-for-office', 'unknown', 'can yes, may yes', 'can yes, may no', 'can no, may yes', 'can unknown, may yes', 'seen', 'believed', 'as-far-as-known']) {
      expect([expected, found.has(expected)]).toEqual([expected, true]);
    }
    for (const expected of ['client-half-ended', 'client-half-requested', 'no-office-half', 'level-too-low', 'means-suspended', 'means-requested', 'means-not-recorded', 'required-level-unknown', 'client-half-end-unknown', 'other-register']) {
      expect([expected, found.has(expected)]).toEqual([expected, true]);
    }
    const ends = new Set(rows.map(({ endsOn }) => endsOn));
    for (const days of [90, 60, 30, 14, 7, 1]) expect([days, ends.has(addDays(today, days))]).toEqual([days, true]);
    expect(rows.some(({ endsBy }) => endsBy === 'unused-24-months')).toBe(true);
  });

  it('has a review whose first round is open, with what is unusual apart', async () => {
    await ensureExamples(examplesWith({ today }));
    const [round] = await database.asAdmin<{ state: string; lines: number }>(`select r.state, (select count(*)::int from review_line l where l.tenant_id = r.tenant_id and l.round_id = r.id) as lines from review_round r`);
    expect(round?.state).toBe('open');
    expect(round?.lines).toBeGreaterThan(50);
  });

  it('has a leaver who can but may not, a legacy level, a chain of over five years, and a list to check', async () => {
    await ensureExamples(examplesWith({ today }));
    const tenant = await db.findTenant('noorderlicht');
    const scope = systemScope(tenant?.id ?? '');
    expect((await answersOf('noorderlicht', today)).filter(({ personName, can, may }) => personName === 'Henk Mulder' && can === 'yes' && may === 'no').length).toBeGreaterThan(0);
    const page = await db.read(scope, (reader) => importPage(reader, { first: 20, after: null }));
    const groups = new Map(await Promise.all(page.edges.map(async ({ node: { id, fileName, state } }) => [fileName, { state, groups: await db.read(scope, (reader) => findingGroups(reader, id)) }] as const)));
    const chains = groups.get('ketenmachtigingen.csv');
    expect(chains?.state).toBe('applied');
    expect(chains?.groups.map(({ category }) => category)).toEqual(expect.arrayContaining(['term-over-five-years', 'level-legacy', 'person-left', 'end-date-indefinite']));
    expect(chains?.groups.find(({ value }) => value === 'loonaangiftes')).toMatchObject({ count: 3, state: 'repaired' });
    expect(groups.get('nieuwe-machtigingen.csv')).toMatchObject({ state: 'staged', groups: expect.arrayContaining([expect.objectContaining({ value: 'Belasting dienst vpb', count: 3, state: 'open' })]) });
    expect(await db.read(scope, (reader) => countAuthorisations(reader, {}, { on: today, knownAt: null }))).toBeGreaterThan(80);
  });
});
