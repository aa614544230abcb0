import { Client } from 'pg';
import { type CatalogueForeignKey, type FixtureRow, type TenantWorld, clientColumnOf, createTestDatabase, freshCopy, insertSql, isTenantTable, plantTwoTenants, readCatalogue } from '../testing/index.js';
import type { Reader, Scope } from './index.js';

// Read before the tests are listed, so that there is one for every table and key the catalogue has.
const database = await createTestDatabase();
const db = await database.open();
const catalogue = await readCatalogue({ query: database.asAdmin });
const { theirs, ours } = await plantTwoTenants(database, db);
afterAll(() => database.drop());

const RLS = '42501';
const FOREIGN_KEY = '23503';
const CHECK = '23514';

class TakenBack extends Error {
  constructor(readonly rows: number) {
    super();
  }
}

type Work = (reader: Reader) => Promise<readonly unknown[]>;

/** Tries work in a scope and takes it back: how many rows it gave, or the code of its refusal. */
async function attempt(scope: Scope, work: Work): Promise<number | string> {
  try {
    return await db.write(scope, async (writer) => {
      throw new TakenBack((await work(writer)).length);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.rows;
    return (error as { code?: string }).code ?? String(error);
  }
}

const statement = (scope: Scope, sql: string, values: readonly unknown[] = []): Promise<number | string> => attempt(scope, (reader) => reader.query(sql, values));
const inserting = (scope: Scope, row: FixtureRow): Promise<number | string> => {
  const { sql, values } = insertSql(row);
  return statement(scope, sql, values);
};

const grantsOf = (table: string): readonly string[] => catalogue.tables.find((each) => each.table === table)?.appGrants ?? [];
const rowsOf = (world: TenantWorld, table: string): readonly FixtureRow[] => world.rows.filter((row) => row.table === table);
function rowOf(world: TenantWorld, table: string, clientNr?: 0 | 1): FixtureRow {
  const column = clientColumnOf(catalogue, table) ?? '';
  const row = rowsOf(world, table).find(({ values }) => clientNr === undefined || values[column] === world.clientIds[clientNr]);
  if (row === undefined) throw new Error(`${table} has no row in testing/walls/fixture-rows.ts: add one, the walls of a table are tried on its rows`);
  return row;
}

/** The columns of a foreign key, the tenant's left out, as they stand in the row it would point at. */
function pointers({ columns, targetColumns }: CatalogueForeignKey, target: FixtureRow): Record<string, unknown> {
  return Object.fromEntries(columns.map((column, index) => [column, target.values[targetColumns[index] ?? '']]).filter(([column]) => column !== 'tenant_id'));
}

/** Points a row elsewhere: by update where the app may update, by inserting a copy where it may not. */
function pointing(scope: Scope, row: FixtureRow, values: Record<string, unknown>): Promise<number | string> {
  if (!grantsOf(row.table).includes('update')) return inserting(scope, { ...row, values: { ...freshCopy(row).values, ...values } });
  const columns = Object.keys(values);
  const set = columns.map((column, index) => `${column} = $${index + 2}`).join(', ');
  const key = row.values['id'] === undefined ? 'tenant_id' : 'id';
  return statement(scope, `update ${row.table} set ${set} where ${key} = $1 returning 1`, [row.values[key], ...Object.values(values)]);
}

const tables = catalogue.tables.map(({ table }) => table).filter((table) => isTenantTable(catalogue, table));
const clientTables = tables.filter((table) => clientColumnOf(catalogue, table) !== null && table !== 'member_client');
const keysBetween = (names: readonly string[]): CatalogueForeignKey[] =>
  catalogue.foreignKeys.filter(({ table, target, columns }) => names.includes(table) && names.includes(target) && columns.length > 1);

describe('every table', () => {
  it.each(tables)('%s has a row under both tenants', (table) => {
    for (const world of [theirs, ours]) expect(rowOf(world, table).table).toBe(table);
  });

  it.each(clientTables)('%s has a row under both clients', (table) => {
    for (const nr of [0, 1] as const) expect(rowOf(theirs, table, nr).table).toBe(table);
  });

  it('is of a tenant, of an identity, or published', () => {
    const others = catalogue.tables.map(({ table }) => table).filter((table) => !tables.includes(table) && !table.startsWith('catalogue_'));
    expect(others.sort()).toEqual(['account', 'schema_migration', 'session', 'sign_in_attempt', 'tenant_directory']);
  });
});

describe('another tenant', () => {
  it.each(tables)('sees none of %s, its own see all', async (table) => {
    const sql = `select 1 from ${table} where tenant_id = $1`;
    expect(await statement(ours.everything, sql, [theirs.tenantId])).toBe(0);
    expect(await statement(theirs.everything, sql, [theirs.tenantId])).toBe(rowsOf(theirs, table).length);
    expect(await statement(ours.everything, `select 1 from ${table}`)).toBe(rowsOf(ours, table).length);
  });

  it.each(tables.filter((table) => grantsOf(table).includes('update')))('changes none of %s, its own can', async (table) => {
    const sql = `update ${table} set tenant_id = tenant_id where tenant_id = $1 returning 1`;
    expect(await statement(ours.everything, sql, [theirs.tenantId])).toBe(0);
    expect(await statement(theirs.everything, sql, [theirs.tenantId])).toBe(rowsOf(theirs, table).length);
  });

  it.each(tables.filter((table) => !grantsOf(table).includes('update')))('changes none of %s, nor can its own', async (table) => {
    for (const world of [ours, theirs]) expect(await statement(world.everything, `update ${table} set tenant_id = tenant_id`)).toBe(RLS);
  });

  it.each(tables.filter((table) => grantsOf(table).includes('delete')))('deletes none of %s, its own can', async (table) => {
    const { table: name, values } = rowsOf(theirs, table).at(-1) ?? rowOf(theirs, table);
    const [column, value] = 'id' in values ? ['id', values['id']] : ['client_id', values['client_id']];
    // What hangs on it goes first, so that only the walls can stand in the way.
    const work: Work = async (reader) => {
      if (name === 'import') for (const child of ['import_page', 'import_finding_group']) await reader.query(`delete from ${child} where import_id = $1`, [value]);
      return reader.query(`delete from ${name} where ${column} = $1 returning 1`, [value]);
    };
    expect(await attempt(ours.everything, work)).toBe(0);
    expect(await attempt(theirs.everything, work)).toBe(1);
  });

  it.each(tables)('inserts nothing into %s for another', async (table) => {
    expect(await inserting(ours.everything, freshCopy(rowOf(theirs, table)))).toBe(RLS);
  });

  it.each(tables.filter((table) => grantsOf(table).includes('update')))('cannot give a row of %s away', async (table) => {
    expect(await pointing(ours.everything, rowOf(ours, table), { tenant_id: theirs.tenantId })).toBe(RLS);
  });

  it.each(keysBetween(tables))('cannot point $table at $target of another by $constraint, at its own it can', async (key) => {
    const row = rowsOf(ours, key.table).findLast(({ values }) => key.columns.every((column) => values[column] !== null && values[column] !== undefined));
    if (row === undefined) throw new Error(`No row of ${key.table} uses ${key.constraint}: add one to testing/walls/fixture-rows.ts`);
    for (const target of rowsOf(theirs, key.target)) expect([FOREIGN_KEY, CHECK, RLS]).toContain(await pointing(ours.everything, row, pointers(key, target)));
    const answers = [];
    for (const target of rowsOf(ours, key.target)) {
      const values = pointers(key, target);
      if (Object.keys(values).some((column) => values[column] !== row.values[column])) answers.push(await pointing(ours.everything, row, values));
    }
    expect(answers.some((answer) => typeof answer === 'number')).toBe(true);
  });

  it('may use the same number and the same id: nobody learns what another has', async () => {
    const { values } = rowOf(theirs, 'company', 0);
    const twin = { table: 'company', values: { ...values, kvk_number: '87654321', tenant_id: ours.tenantId, client_id: ours.clientIds[0] } };
    expect(await inserting(ours.everything, twin)).toBe(0);
    expect(await inserting(ours.everything, { ...twin, values: { ...twin.values, kvk_number: '12345670' } })).toBe('23505');
  });
});

describe('a member limited to one client', () => {
  it.each(clientTables)('sees of %s the rows of his client alone', async (table) => {
    const column = clientColumnOf(catalogue, table);
    const sql = `select 1 from ${table} where ${column} = $1`;
    expect(await statement(theirs.limited, sql, [theirs.clientIds[1]])).toBe(0);
    expect(await statement(theirs.limited, sql, [theirs.clientIds[0]])).toBeGreaterThan(0);
    expect(await statement(theirs.everything, sql, [theirs.clientIds[1]])).toBeGreaterThan(0);
  });

  it.each(clientTables.filter((table) => grantsOf(table).includes('update')))('changes of %s the rows of his client alone', async (table) => {
    const column = clientColumnOf(catalogue, table);
    const sql = `update ${table} set tenant_id = tenant_id where ${column} = $1 returning 1`;
    expect(await statement(theirs.limited, sql, [theirs.clientIds[1]])).toBe(0);
    expect(await statement(theirs.limited, sql, [theirs.clientIds[0]])).toBeGreaterThan(0);
    expect(await statement(theirs.everything, sql, [theirs.clientIds[1]])).toBeGreaterThan(0);
  });

  it.each(clientTables)('inserts into %s for his client alone', async (table) => {
    expect(await inserting(theirs.limited, freshCopy(rowOf(theirs, table, 1)))).toBe(RLS);
    const allowed = table === 'client' ? theirs.everything : theirs.limited;
    expect(await inserting(allowed, freshCopy(rowOf(theirs, table, 0)))).toBe(0);
  });

  it.each(clientTables.filter((table) => grantsOf(table).includes('update')))('moves no row of %s to another client', async (table) => {
    const column = clientColumnOf(catalogue, table) ?? '';
    expect(await pointing(theirs.limited, rowOf(theirs, table, 0), { [column]: theirs.clientIds[1] })).toBe(RLS);
  });

  it.each(keysBetween(clientTables).filter(({ target }) => target !== 'client'))('cannot point $table at $target of another client by $constraint', async (key) => {
    const row = rowsOf(theirs, key.table).find(({ values }) => values['client_id'] === theirs.clientIds[0] && key.columns.every((column) => values[column] !== undefined));
    if (row === undefined) throw new Error(`No row of ${key.table} uses ${key.constraint}`);
    const target = pointers(key, rowOf(theirs, key.target, 1));
    const { client_id: _client, ...withoutClient } = target;
    expect([FOREIGN_KEY, CHECK]).toContain(await pointing(theirs.limited, row, withoutClient));
    expect([RLS, CHECK]).toContain(await pointing(theirs.limited, row, target));
    expect(await pointing(theirs.limited, row, pointers(key, { table: key.target, values: Object.fromEntries(key.targetColumns.map((column, index) => [column, row.values[key.columns[index] ?? '']])) }))).not.toBe(RLS);
  });

  it('moves no company, a member with all clients moves it with all that hangs on it', async () => {
    const { id } = rowOf(theirs, 'company', 0).values;
    const work: Work = async (reader) => {
      await reader.query('update company set client_id = $2 where id = $1', [id, theirs.clientIds[1]]);
      const counts = ['company_version', 'authorisation', 'authorisation_version', 'authorisation_target', 'authorisation_change', 'authorisation_change_step', 'review_line', 'review_decision'];
      const left = counts.map((table) => `select 1 from ${table} where client_id = $1`).join(' union all ');
      return reader.query(left, [theirs.clientIds[0]]);
    };
    expect(await attempt(theirs.limited, work)).toBe(RLS);
    expect(await attempt(theirs.everything, work)).toBe(0);
  });

  it('reads the companies of the tenant itself and cannot write them', async () => {
    const own = `client_id = '${theirs.tenantId}'`;
    for (const table of ['company', 'company_version']) {
      expect(await statement(theirs.limited, `select 1 from ${table} where ${own}`)).toBe(2);
      expect(await statement(theirs.limited, `update ${table} set tenant_id = tenant_id where ${own} returning 1`)).toBe(0);
      const row = rowsOf(theirs, table).find(({ values }) => values['client_id'] === theirs.tenantId);
      if (row === undefined) throw new Error('no own company');
      expect(await inserting(theirs.limited, freshCopy(row))).toBe(RLS);
      expect(await statement(theirs.everything, `update ${table} set tenant_id = tenant_id where ${own} returning 1`)).toBe(2);
    }
    expect(await statement(theirs.limited, 'select 1 from client where id = tenant_id')).toBe(1);
  });

  it('reads no event without a client and may append one', async () => {
    expect(await statement(theirs.limited, 'select 1 from audit_event where client_id is null')).toBe(0);
    expect(await statement(theirs.everything, 'select 1 from audit_event where client_id is null')).toBe(2);
    const row = rowsOf(theirs, 'audit_event').find(({ values }) => values['client_id'] === null);
    if (row === undefined) throw new Error('no event without a client');
    expect(await inserting(theirs.limited, freshCopy(row))).toBe(0);
  });
});

describe('a client contact', () => {
  const staffOnly = ['person', 'person_version', 'means', 'means_version', 'member', 'member_client', 'operation', 'review_programme', 'review_round'];
  const allClientsOnly = ['import', 'import_page', 'import_finding_group'];

  it.each([...staffOnly, ...allClientsOnly])('reads and writes nothing of %s', async (table) => {
    expect(await statement(theirs.contact, `select 1 from ${table}`)).toBe(0);
    expect(await inserting(theirs.contact, freshCopy(rowOf(theirs, table)))).toBe(RLS);
  });

  it.each(staffOnly)('is shut out of %s by not being staff alone', async (table) => {
    // Who is assigned to a client is seen with that client.
    const column = clientColumnOf(catalogue, table);
    const seen = rowsOf(theirs, table).filter(({ values }) => column === null || values[column] === theirs.clientIds[0]);
    expect(await statement(theirs.limited, `select 1 from ${table}`)).toBe(seen.length);
  });

  it.each(allClientsOnly)('is shut out of %s together with limited staff', async (table) => {
    expect(await statement(theirs.limited, `select 1 from ${table}`)).toBe(0);
    expect(await statement(theirs.everything, `select 1 from ${table}`)).toBe(rowsOf(theirs, table).length);
  });

  it('sees his own client\'s companies and not the tenant\'s', async () => {
    expect(await statement(theirs.contact, 'select 1 from company')).toBe(1);
    expect(await statement(theirs.contact, 'select 1 from client')).toBe(1);
    expect(await statement(theirs.limited, 'select 1 from company')).toBe(3);
  });
});

describe('no scope', () => {
  const settings = ['app.tenant_id', 'app.all_clients', 'app.client_ids', 'app.internal', 'app.account_id', 'app.login', 'app.session_hash', 'app.attempt_subject', 'app.member_id'];
  const secured = catalogue.tables.filter(({ table, isSecured }) => isSecured && table !== 'tenant_directory').map(({ table }) => table);
  const client = new Client({ connectionString: database.appUrl });
  beforeAll(() => client.connect());
  afterAll(() => client.end());

  it.each(secured)('sees nothing of %s, whether never set or left empty', async (table) => {
    await client.query('discard all');
    expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0);
    await client.query('begin');
    for (const setting of settings) await client.query(`select set_config($1, '', true)`, [setting]);
    expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0);
    await client.query('commit');
    expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0);
  });

  it('refuses a row of no tenant', async () => {
    await expect(client.query(`insert into outbox (id, topic, payload) values (gen_random_uuid(), 'x', '{}')`)).rejects.toThrow(/row-level security|not-null/);
  });
});

describe('identity rows', () => {
  const [account = '', other = ''] = theirs.accountIds;
  const count = (key: Parameters<typeof db.identity.open>[0], sql: string): Promise<number> => db.identity.open(key, async (reader) => (await reader.query(sql)).length);

  it.each(['account', 'session'])('%s shows an account its own alone', async (table) => {
    expect(await count({ accountId: account }, `select 1 from ${table}`)).toBe(1);
    expect(await count({ accountId: account }, `select 1 from ${table} where id = '${other}'`)).toBe(0);
    expect(await count({ accountId: account }, `delete from sign_in_attempt returning 1`)).toBe(0);
  });

  it('open by login, by session and by counted subject', async () => {
    expect(await count({ login: `${account}@example.test` }, 'select 1 from account')).toBe(1);
    expect(await count({ sessionHash: account.replaceAll('-', '').repeat(2) }, 'select 1 from session')).toBe(1);
    expect(await count({ attemptSubject: account }, 'select 1 from sign_in_attempt')).toBe(1);
    expect(await count({ login: 'nobody@example.test' }, 'select 1 from account')).toBe(0);
  });

  it('refuse a session for somebody else', async () => {
    const sql = `insert into session (id, account_id, token_hash, expires_at) values (gen_random_uuid(), '${other}', repeat('cd', 32), now())`;
    await expect(count({ accountId: account }, sql)).rejects.toMatchObject({ code: RLS });
    expect(await count({ accountId: other }, sql)).toBe(0);
  });

  it('show an account its memberships before a tenant is known', async () => {
    expect(await count({ accountId: account }, 'select 1 from member')).toBe(1);
    expect(await count({ memberId: theirs.memberIds[0] }, 'select 1 from member_client')).toBe(1);
    expect(await count({ accountId: account }, 'update member set is_internal = true returning 1')).toBe(0);
  });

  it('keep the directory readable and another tenant\'s entry as it is', async () => {
    const sql = `update tenant_directory set state = 'suspended' where id = $1 returning 1`;
    expect(await statement(ours.everything, 'select 1 from tenant_directory')).toBe(2);
    expect(await statement(ours.everything, sql, [theirs.tenantId])).toBe(0);
    expect(await statement(theirs.everything, sql, [theirs.tenantId])).toBe(1);
  });
});
