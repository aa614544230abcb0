import { newId } from '@ketenregie/kernel';
import { Client, Pool } from 'pg';
import { type TestDatabase, createTestDatabase } from '../testing/index.js';
import { MIGRATION_COUNT, type Scope, type TenantDb, migrateDown, migrateUp, queryOne, systemScope } from './index.js';
import { Snapshot } from './snapshot.js';

let database: TestDatabase;
let db: TenantDb;
const scopes: Scope[] = Array.from({ length: 5 }, () => systemScope(newId()));
const scope = scopes[0] as Scope;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  for (const each of scopes) {
    await db.write(each, async (writer) => {
      await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [each.tenantId, `t-${each.tenantId}`]);
      await writer.query(`insert into tenant (name, kind) values ('Kantoor', 'office')`);
      await writer.query(`insert into person (id, search_text) values ($1, $2)`, [newId(), each.tenantId]);
    });
  }
});
afterAll(() => database.drop());

const settingsLeft = `select current_setting('app.tenant_id', true) as tenant, current_setting('app.all_clients', true) as all_clients,
  current_setting('app.client_ids', true) as clients, current_setting('app.internal', true) as internal, pg_backend_pid() as pid`;

/** Holds `count` connections of a pool at once and returns what settings are left on them. */
async function leftOn(pool: Pool, count: number): Promise<unknown[]> {
  const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()));
  const rows = await Promise.all(clients.map(async (client) => (await client.query(settingsLeft)).rows[0]));
  for (const client of clients) client.release();
  return rows.flatMap(({ tenant, all_clients, clients: ids, internal }) => [tenant, all_clients, ids, internal]).filter((value) => value !== null && value !== '');
}

describe('a write', () => {
  const count = (reader: { query<Row>(sql: string): Promise<Row[]> }): Promise<{ n: number }> =>
    queryOne(reader, `select (select count(*) from person) + (select count(*) from audit_event) + (select count(*) from outbox) + (select sequence from audit_head) as n`);
  const changing = async (isThrown: boolean): Promise<void> =>
    db.write(scope, async (writer) => {
      await writer.query('insert into person (id) values ($1)', [newId()]);
      await writer.audit({ action: 'digest.stopped', objectKind: 'person' });
      await writer.announce('person-noted', { id: newId() });
      if (isThrown) throw new Error('on purpose');
    });

  it('that throws leaves no row, no event and no news; one that does not leaves all three', async () => {
    await changing(false);
    const before = await db.read(scope, count);
    await expect(changing(true)).rejects.toThrow('on purpose');
    expect(await db.read(scope, count)).toEqual(before);
    await changing(false);
    expect(Number((await db.read(scope, count)).n)).toBe(Number(before.n) + 4);
  });

  it('returns the rows of UPDATE and DELETE, through both doors', async () => {
    const rows = await db.write(scope, (writer) => writer.query('update person set search_text = search_text where search_text = $1 returning search_text', [scope.tenantId]));
    expect(rows).toEqual([{ search_text: scope.tenantId }]);
    expect(await db.identity.open({ attemptSubject: 'x' }, (reader) => reader.query('delete from sign_in_attempt returning id'))).toEqual([]);
  });

  it('whose commit fails is an error and leaves nothing', async () => {
    const id = newId();
    const work = db.write(scope, async (writer) => {
      await writer.query('insert into person (id) values ($1)', [id]);
      const { pid } = await queryOne<{ pid: number }>(writer, 'select pg_backend_pid() as pid');
      await database.asAdmin('select pg_terminate_backend($1, 1000)', [pid]);
    });
    await expect(work).rejects.toThrow();
    expect(await db.read(scope, (reader) => reader.query('select 1 from person where id = $1', [id]))).toEqual([]);
  });
});

describe('a scope', () => {
  it('does not survive on a connection, after commit or rollback', async () => {
    const one = await database.open({ poolSize: 1 });
    await one.write(scope, (writer) => writer.query('select 1'));
    await expect(one.write(scope, () => Promise.reject(new Error('on purpose')))).rejects.toThrow('on purpose');
    // The identity door works on the same connection and sets none of the scope's settings but the tenant.
    const rows = await one.identity.open({}, (reader) => reader.query<Record<string, unknown>>(settingsLeft));
    expect(rows).toEqual([expect.objectContaining({ tenant: '', all_clients: '', clients: '', internal: '' })]);
    await expect(one.identity.open({}, (reader) => reader.query('select 1 from person'))).resolves.toEqual([]);
  });

  it('does not survive a snapshot', async () => {
    const pool = new Pool({ connectionString: database.appUrl, max: 1 });
    const snapshot = new Snapshot(pool, scope);
    expect(await snapshot.query('select 1 from person')).not.toEqual([]);
    await snapshot.close();
    expect(await leftOn(pool, 1)).toEqual([]);
    expect((await pool.query('select 1 from person')).rowCount).toBe(0);
    await pool.end();
  });
});

describe('2,000 mixed reads and writes of five tenants over four connections', () => {
  const reading = (each: Scope): Promise<string[]> =>
    db.read(each, async (reader) => (await reader.query<{ tenant_id: string }>('select tenant_id from person union all select tenant_id from outbox')).map((row) => row.tenant_id));
  const writing = (each: Scope, nr: number): Promise<string[]> =>
    db.write(each, async (writer) => {
      const rows = await writer.query<{ tenant_id: string }>('insert into outbox (id, topic, payload) values ($1, $2, $3) returning tenant_id', [newId(), each.tenantId, '{}']);
      if (nr % 7 === 0) throw new Error('on purpose');
      if (nr % 11 === 0) await writer.query('select 1 / 0');
      return rows.map((row) => row.tenant_id);
    });

  async function one(nr: number): Promise<{ readonly foreign: number; readonly isFailed: boolean }> {
    const each = scopes[nr % scopes.length] as Scope;
    if (nr % 100 === 50) {
      // Ends whatever connection of the app is at work.
      await database.asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ketenregie_app' and datname = current_database() limit 1`);
    }
    try {
      const seen = await (nr % 3 === 0 ? writing(each, nr) : reading(each));
      return { foreign: seen.filter((tenantId) => tenantId !== each.tenantId).length, isFailed: false };
    } catch {
      return { foreign: 0, isFailed: true };
    }
  }

  it('each see their own rows alone, and leave no setting behind', async () => {
    const results = await Promise.all(Array.from({ length: 2_000 }, (_, nr) => one(nr)));
    expect(results.reduce((sum, { foreign }) => sum + foreign, 0)).toBe(0);
    const failed = results.filter(({ isFailed }) => isFailed).length;
    expect(failed).toBeGreaterThan(100);
    expect(failed).toBeLessThan(400);
    const wrong = await database.asAdmin<{ n: string }>('select count(*) as n from outbox where topic <> tenant_id::text and topic <> $1', ['person-noted']);
    expect(wrong).toEqual([{ n: '0' }]);
    const left = await Promise.all(Array.from({ length: 8 }, () => db.identity.open({}, (reader) => reader.query('select 1 from person union all select 1 from outbox'))));
    expect(left.flat()).toEqual([]);
  });

  it('work as before afterwards', async () => {
    for (const each of scopes) expect(new Set(await reading(each))).toEqual(new Set([each.tenantId]));
  });
});

describe('a snapshot', () => {
  it('runs what is asked at once one after the other', async () => {
    const snapshot = db.snapshot(scope);
    const rows = await Promise.all(Array.from({ length: 20 }, (_, nr) => snapshot.query<{ nr: number }>('select $1::int as nr', [nr])));
    await snapshot.close();
    expect(rows.map(([row]) => row?.nr)).toEqual(Array.from({ length: 20 }, (_, nr) => nr));
    expect(snapshot.statementCount).toBe(20);
  });

  it('sees the same to the end, a new one sees what came since', async () => {
    const sql = 'select count(*)::int as n from person';
    const snapshot = db.snapshot(scope);
    const { n } = await queryOne<{ n: number }>(snapshot, sql);
    await db.write(scope, (writer) => writer.query('insert into person (id) values ($1)', [newId()]));
    expect(await queryOne(snapshot, sql)).toEqual({ n });
    await snapshot.close();
    expect(await db.read(scope, (reader) => queryOne(reader, sql))).toEqual({ n: n + 1 });
  });

  it.each(['insert into person (id) values (gen_random_uuid())', 'update person set search_text = null', 'select 1 from audit_head for update'])('refuses %s', async (sql) => {
    await expect(db.read(scope, (reader) => reader.query(sql))).rejects.toMatchObject({ code: '25006' });
  });

  it('closes harmlessly before it was opened, twice, and refuses what comes after', async () => {
    const snapshot = db.snapshot(scope);
    await snapshot.close();
    await snapshot.close();
    await expect(snapshot.query('select 1')).rejects.toThrow('closed');
    const used = db.snapshot(scope);
    await used.query('select 1');
    await Promise.all([used.close(), used.close()]);
  });

  it('whose connection breaks between two statements fails and takes nobody along', async () => {
    const snapshot = db.snapshot(scope);
    const { pid } = await queryOne<{ pid: number }>(snapshot, 'select pg_backend_pid() as pid');
    await database.asAdmin('select pg_terminate_backend($1, 1000)', [pid]);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(snapshot.query('select 1')).rejects.toThrow();
    await snapshot.close();
    expect(await db.read(scope, (reader) => reader.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('gives its connection back: a hundred of them over a pool of four', async () => {
    const rows = await Promise.all(Array.from({ length: 100 }, () => db.read(scope, (reader) => reader.query('select 1 as one'))));
    expect(rows.flat()).toHaveLength(100);
  });
});

describe('the app role', () => {
  it('owns nothing and bypasses nothing', async () => {
    expect(await db.roleAttributes()).toEqual({ name: 'ketenregie_app', isSuperuser: false, bypassesRls: false, ownsTables: false });
  });

  it('finds an active tenant by its address; suspended and unknown look the same', async () => {
    expect(await db.findTenant(`t-${scope.tenantId}`)).toEqual({ id: scope.tenantId, slug: `t-${scope.tenantId}` });
    const last = scopes[4] as Scope;
    await db.write(last, (writer) => writer.query(`update tenant_directory set state = 'suspended' where id = $1`, [last.tenantId]));
    expect([await db.findTenant(`t-${last.tenantId}`), await db.findTenant('nobody')]).toEqual([null, null]);
    expect((await db.listTenants()).map(({ id }) => id)).not.toContain(last.tenantId);
  });
});

/** All that makes up a schema, as text: columns, constraints, indexes, policies, grants, triggers, functions, comments. */
const CATALOGUE = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line from information_schema.columns where table_schema = 'public'
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies where schemaname = 'public'
  union all select 'table ' || relname || ' ' || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') || relowner::regrole::text || coalesce(obj_description(oid, 'pg_class'), '') from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v')
  union all select 'grant ' || attrelid::regclass || '.' || attname || ' ' || attacl::text from pg_attribute where attacl is not null and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  union all select 'comment ' || objoid::regclass || ' ' || objsubid || ' ' || description from pg_description where classoid = 'pg_class'::regclass and objoid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
  order by 1`;

describe('the migrations', () => {
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await createTestDatabase();
  });
  afterAll(() => empty.drop());
  const dump = async (): Promise<string[]> => (await empty.asAdmin<{ line: string }>(CATALOGUE)).map(({ line }) => line);

  it('go down to nothing and up again to the same schema, once however many ask', async () => {
    const before = await dump();
    await migrateDown(empty.ownerUrl, MIGRATION_COUNT);
    const bare = (await dump()).filter((line) => !line.includes('schema_migration'));
    expect(bare).toEqual([]);
    const [one, other] = await Promise.all([migrateUp(empty.ownerUrl), migrateUp(empty.ownerUrl)]);
    expect(one.applied.length + other.applied.length).toBe(MIGRATION_COUNT);
    expect(await dump()).toEqual(before);
  });

  it('are the owner\'s: the app can run none', async () => {
    const client = new Client({ connectionString: empty.appUrl });
    await client.connect();
    await expect(client.query('create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('select name from schema_migration')).resolves.toMatchObject({ rowCount: MIGRATION_COUNT });
    await client.end();
  });
});
