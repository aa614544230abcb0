import { Client } from 'pg';
import { type TenantWorld, createTestDatabase, plantTwoTenants, type TestDatabase } from '../testing/index.js';
import { scopeSettings } from './scope.js';

/** What somebody could ask who got a statement of his own past everything, without changing the scope. */
let database: TestDatabase;
let theirs: TenantWorld;
let ours: TenantWorld;
let app: Client;
const noticed: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const db = await database.open();
  ({ theirs, ours } = await plantTwoTenants(database, db));
  await database.asAdmin('analyze');
  app = new Client({ connectionString: database.appUrl });
  app.on('notice', ({ message }) => void noticed.push(message ?? ''));
  await app.connect();
  await app.query('begin');
  const { sql, values } = scopeSettings(ours.limited);
  await app.query(sql, [...values]);
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

/** The rows of a statement, or the code of its refusal; what it does is taken back. */
async function asked(sql: string): Promise<readonly object[] | string> {
  await app.query('savepoint asked');
  try {
    return (await app.query<object>(sql)).rows;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await app.query('rollback to savepoint asked');
  }
}

describe('a statement of a stranger’s making, in the scope of one client', () => {
  it('is told nothing by what the planner knows of the values, and who may is told a lot', async () => {
    const ofValues = `select tablename, attname, most_common_vals from pg_stats where schemaname = 'public' and tablename in (select relname from pg_class where relrowsecurity)`;
    expect(await asked(ofValues)).toEqual([]);
    expect((await database.asAdmin(ofValues)).length).toBeGreaterThan(50);
    expect([await asked('select count(*) from pg_statistic'), await asked('select count(*) from pg_statistic_ext_data')]).toEqual(['42501', '42501']);
  });

  it('is shown his own rows alone by a function that tells what it is given, however cheap it says it is', async () => {
    await app.query(`create function pg_temp.tell(value text) returns boolean language plpgsql cost 0.0000001 as $$ begin raise notice '%', value; return true; end $$`);
    for (const table of ['company_version', 'authorisation', 'review_line', 'member_client', 'audit_event']) await asked(`select 1 from ${table} where pg_temp.tell(tenant_id || ' ' || coalesce(client_id, tenant_id))`);
    const others = [ours.clientIds[1], theirs.tenantId, ...theirs.clientIds];
    expect(noticed).toContain(`${ours.tenantId} ${ours.clientIds[0]}`);
    expect(others.filter((id) => noticed.some((text) => text.includes(id)))).toEqual([]);
  });

  it('does not become another role, look into the queue, or read the machine', async () => {
    const refused = ['set role ketenregie_owner', 'set role ketenregie_queue', 'select * from bullmq.bullmq_job', `select pg_read_file('PG_VERSION')`, `copy (select 1) to program 'true'`, `select lo_import('/etc/hostname')`];
    for (const sql of refused) expect([sql, await asked(sql)]).toEqual([sql, '42501']);
  });

  it('does not see what other roles are doing', async () => {
    const other = await asked(`select query from pg_stat_activity where usename <> 'ketenregie_app' and query <> '<insufficient privilege>' and query <> ''`);
    expect(other).toEqual([]);
    expect(await asked(`select 1 as is from pg_stat_activity where usename = 'ketenregie_app' and query like '%pg_stat_activity%'`)).not.toEqual([]);
  });
});
