import { type Finding, type TestDatabase, type WallRule, WALL_EXCEPTIONS, WALL_RULES, checkWalls, createTestDatabase, readCatalogue } from '../testing/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const check = (): Promise<Finding[]> => checkWalls({ query: database.asAdmin });

/** What the planting adds to the findings; nothing of it stays. */
async function findingsOf(planted: string): Promise<Finding[]> {
  await database.asAdmin('begin');
  try {
    await database.asAdmin(planted);
    return await check();
  } finally {
    await database.asAdmin('rollback');
  }
}

interface Fault {
  readonly name: string;
  readonly planted: string;
  readonly rule: WallRule;
  readonly object: string;
}

const SECURED = `enable row level security; alter table plain force row level security;
  create policy wall on plain for all using (tenant_id = current_setting('app.tenant_id')::uuid) with check (tenant_id = current_setting('app.tenant_id')::uuid)`;
const PLAIN = `create table plain (tenant_id uuid not null default current_setting('app.tenant_id')::uuid references tenant (tenant_id), id uuid not null, primary key (tenant_id, id)); alter table plain ${SECURED};`;
const OPEN_TO_TENANT = `tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)`;

const faults: readonly Fault[] = [
  { name: 'row-level security off', planted: 'alter table company disable row level security', rule: 'row-security', object: 'company' },
  { name: 'row-level security off and writable', planted: 'alter table company disable row level security', rule: 'read-only', object: 'company' },
  { name: 'not forced on the owner', planted: 'alter table means no force row level security', rule: 'forced', object: 'means' },
  { name: 'policy dropped', planted: 'drop policy wall on person', rule: 'policy-for-command', object: 'person' },
  { name: 'policy for reading alone', planted: `drop policy wall on outbox; create policy wall on outbox for select using (${OPEN_TO_TENANT})`, rule: 'policy-for-command', object: 'outbox' },
  { name: 'policy true', planted: 'create policy all_of_it on authorisation for select using (true)', rule: 'policy-open', object: 'authorisation.all_of_it' },
  { name: 'check true', planted: `create policy any_row on outbox for insert with check (true)`, rule: 'policy-open', object: 'outbox.any_row' },
  { name: 'policy without the tenant', planted: `create policy staff on means for select using (current_setting('app.internal', true) = 'on')`, rule: 'policy-tenant', object: 'means.staff' },
  { name: 'policy without the client', planted: `create policy tenant on company for all using (${OPEN_TO_TENANT}) with check (${OPEN_TO_TENANT})`, rule: 'policy-client', object: 'company.tenant' },
  { name: 'policy without WITH CHECK', planted: `create policy half on outbox for update using (${OPEN_TO_TENANT})`, rule: 'with-check', object: 'outbox.half' },
  { name: 'tenant nullable', planted: 'alter table audit_event drop constraint audit_event_pkey, alter column tenant_id drop not null', rule: 'tenant-column', object: 'audit_event' },
  { name: 'tenant without its default', planted: 'alter table outbox alter column tenant_id drop default', rule: 'tenant-column', object: 'outbox' },
  { name: 'primary key without the tenant', planted: 'alter table import_page drop constraint import_page_pkey, add primary key (id)', rule: 'primary-key', object: 'import_page.import_page_pkey' },
  { name: 'no primary key', planted: 'alter table import_page drop constraint import_page_pkey', rule: 'primary-key', object: 'import_page' },
  { name: 'unique key without the tenant', planted: 'create unique index kvk_once on company (kvk_number)', rule: 'unique-key', object: 'company.kvk_once' },
  { name: 'unique key over an expression', planted: 'create unique index mail_once on person_version (lower(email))', rule: 'unique-key', object: 'person_version.mail_once' },
  {
    name: 'plain foreign key',
    planted: 'alter table client add unique (id); alter table means add client uuid, add constraint to_client foreign key (client) references client (id)',
    rule: 'foreign-key-tenant',
    object: 'means.to_client',
  },
  {
    name: 'foreign key with the tenant crossed over',
    planted: 'alter table member add constraint crossed foreign key (id, tenant_id) references client (tenant_id, id)',
    rule: 'foreign-key-tenant',
    object: 'member.crossed',
  },
  {
    name: 'foreign key without the client',
    planted: 'alter table authorisation add constraint to_company foreign key (tenant_id, company_id) references company (tenant_id, id)',
    rule: 'foreign-key-client',
    object: 'authorisation.to_company',
  },
  {
    name: 'foreign key that holds a company to its client',
    planted: 'alter table authorisation add constraint stuck foreign key (tenant_id, client_id, company_id) references company (tenant_id, client_id, id)',
    rule: 'foreign-key-cascade',
    object: 'authorisation.stuck',
  },
  { name: 'foreign key without an index', planted: 'drop index means_by_person', rule: 'foreign-key-index', object: 'means.means_tenant_id_person_id_fkey' },
  { name: 'reference without a foreign key', planted: 'alter table means drop constraint means_tenant_id_person_id_fkey', rule: 'foreign-key-absent', object: 'means.person_id' },
  { name: 'view of its owner', planted: 'create view companies as select * from company', rule: 'view-invoker', object: 'companies' },
  { name: 'materialised view', planted: 'create materialized view counts as select tenant_id, count(*) from company group by 1', rule: 'materialised-view', object: 'counts' },
  { name: 'definer function', planted: `create function peek() returns bigint language sql security definer as 'select count(*) from company'`, rule: 'definer-function', object: 'peek' },
  { name: 'truncate granted', planted: 'grant truncate on outbox to ketenregie_app', rule: 'table-grant', object: 'outbox' },
  { name: 'references granted to everybody', planted: 'grant references on company to public', rule: 'table-grant', object: 'company' },
  { name: 'history deletable', planted: 'grant delete on authorisation_version to ketenregie_app', rule: 'history-grant', object: 'authorisation_version' },
  { name: 'events deletable', planted: 'grant delete on audit_event to ketenregie_app', rule: 'history-grant', object: 'audit_event' },
  { name: 'table owned by the app', planted: 'alter table operation owner to ketenregie_app', rule: 'role-owns', object: 'ketenregie_app' },
  { name: 'app past row-level security', planted: 'alter role ketenregie_app bypassrls', rule: 'role', object: 'ketenregie_app' },
  { name: 'app in another role', planted: 'grant pg_read_all_data to ketenregie_app', rule: 'role', object: 'ketenregie_app' },
  { name: 'app may create', planted: 'grant create on schema public to ketenregie_app', rule: 'role-create', object: 'ketenregie_app' },
  { name: 'queue reads one column', planted: 'grant select (name) on company_version to ketenregie_queue', rule: 'queue-reach', object: 'company_version' },
  { name: 'table without a comment', planted: 'comment on table outbox is null', rule: 'table-comment', object: 'outbox' },
  { name: 'column of a version without a comment', planted: 'alter table person_version add nickname text', rule: 'column-comment', object: 'person_version.nickname' },
  { name: 'exception whose subject is gone', planted: 'drop policy own_memberships on member', rule: 'stale-exception', object: 'member.own_memberships' },
];

describe('the walls of the migrated database', () => {
  it('have no hole that is not named with its reason', async () => {
    expect(await check()).toEqual([]);
  });

  it('are made of tables, all of them looked at', async () => {
    const { tables, columns } = await readCatalogue({ query: database.asAdmin });
    expect(tables.length).toBeGreaterThanOrEqual(28);
    expect(columns.length).toBeGreaterThan(tables.length);
  });

  it('have a reason for every exception', () => {
    for (const { reason } of WALL_EXCEPTIONS) expect(reason.length).toBeGreaterThan(12);
  });
});

describe('the wall check', () => {
  it.each(faults)('finds: $name', async ({ planted, rule, object }) => {
    expect(await findingsOf(planted)).toContainEqual(expect.objectContaining({ rule, object }));
  });

  it('finds a table that nobody stamped, by each rule it breaks', async () => {
    const found = await findingsOf('create table note (id uuid primary key, client_id uuid references account (id)); grant select, insert on note to ketenregie_app');
    const rules = found.filter(({ table }) => table === 'note').map(({ rule }) => rule);
    expect(rules.sort()).toEqual(['forced', 'foreign-key-index', 'policy-for-command', 'read-only', 'row-security', 'table-comment', 'tenant-column']);
  });

  it('has a planted fault for each of its rules', () => {
    const planted = new Set(faults.map(({ rule }) => rule));
    expect(WALL_RULES.filter((rule) => !planted.has(rule))).toEqual([]);
  });

  it('is silent about a table that holds the walls (the right one can)', async () => {
    expect(await findingsOf(`${PLAIN} comment on table plain is 'Plain'; grant select, insert on plain to ketenregie_app`)).toEqual([]);
  });

  it('asks again for an exception that is taken off the list', async () => {
    const found = await checkWalls({ query: database.asAdmin }, WALL_EXCEPTIONS.filter(({ object }) => object !== 'account'));
    expect(found.map(({ rule, object }) => [rule, object])).toEqual([['tenant-column', 'account']]);
  });

  it('leaves nothing behind', async () => {
    expect(await check()).toEqual([]);
  });
});
