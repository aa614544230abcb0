import { systemScope } from '@ketenregie/platform/db';
import { TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Zwanebloem', digits: '1010' });
}, 30_000);
afterAll(() => app.stop());

const TASKS = '{ tasks { on isCurrent sweptOn totalCount groups { part kind count lateCount dueOn hands { hands count } examples { companyName } } weeks { startsOn week count } } }';
interface Group {
  readonly part: string;
  readonly kind: string;
  readonly count: number;
}
interface Tasks {
  readonly on: string;
  readonly isCurrent: boolean;
  readonly totalCount: number;
  readonly groups: readonly Group[];
  readonly weeks: readonly { readonly startsOn: string; readonly count: number }[];
}

describe('the tasks', () => {
  it('agree: each number of the overview is the exact number of its list', async () => {
    const owner = await app.member(office, ['owner']);
    const { totalCount, groups, weeks } = (await app.ask(owner, TASKS)).body.data?.['tasks'] as Tasks;
    expect(totalCount).toBeGreaterThan(0);
    const countOf = async (filter: string): Promise<number> => ((await app.ask(owner, `{ taskList(${filter}) { totalCount } }`)).body.data?.['taskList'] as { totalCount: number }).totalCount;
    for (const { part, kind, count } of groups) expect([part, kind, await countOf(`kinds: ["${kind}"], parts: ["${part}"]`)]).toEqual([part, kind, count]);
    for (const { startsOn, count } of weeks.filter((week) => week.count > 0)) expect([startsOn, await countOf(`week: "${startsOn}"`)]).toEqual([startsOn, count]);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
  });

  it('are of the day in the zone of the tenant, whatever the browser thinks', async () => {
    const owner = await app.member(office, ['owner']);
    await app.db.write(systemScope(office.id), (writer) => writer.query(`update tenant set time_zone = 'Pacific/Kiritimati'`));
    expect(((await app.ask(owner, TASKS)).body.data?.['tasks'] as Tasks).on).toBe('2026-11-23');
    await app.db.write(systemScope(office.id), (writer) => writer.query(`update tenant set time_zone = 'Pacific/Pago_Pago'`));
    const session = await fetch(`${app.url}/session`, { headers: { cookie: `__Host-ketenregie=${owner.token ?? ''}` } });
    expect(((await app.ask(owner, TASKS)).body.data?.['tasks'] as Tasks).on).toBe('2026-11-22');
    expect(((await session.json()) as { tenants: { today: string }[] }).tenants.map(({ today }) => today)).toEqual(['2026-11-22']);
    await app.db.write(systemScope(office.id), (writer) => writer.query(`update tenant set time_zone = 'Europe/Amsterdam'`));
  });

  it('are there at once after an applied import, and say when they may be old', async () => {
    const owner = await app.member(office, ['owner']);
    await app.db.write(systemScope(office.id), (writer) => writer.audit({ action: 'digest.stopped', objectKind: 'fixture' }));
    expect(((await app.ask(owner, TASKS)).body.data?.['tasks'] as Tasks).isCurrent).toBe(false);
    await app.ask(owner, 'mutation ($id: ID!) { undoImport(id: $id) { state } }', { variables: { id: office.appliedImportId } });
    expect(((await app.ask(owner, TASKS)).body.data?.['tasks'] as Tasks).isCurrent).toBe(true);
  });

  it.each(['kinds: ["renew"]', 'hands: ["mine"]', 'parts: ["all"]', 'week: "2026-11-24"', 'week: "x"', 'first: 0'])('refuse %s', async (filter) => {
    const owner = await app.member(office, ['owner']);
    expect(codeOf(await app.ask(owner, `{ taskList(${filter}) { totalCount } }`))).toBe('INVALID_INPUT');
  });
});
