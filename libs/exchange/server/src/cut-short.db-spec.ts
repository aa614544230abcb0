import type { Scope, TenantDb, Writer } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import { previewImport } from './applying/preview-import.js';
import { stageImport } from './staging/stage-import.js';
import { REFERENCE_DAY, ROWS, bringFile, fixture, makeOffice, stageFile } from './testing/office.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
});
afterAll(() => database.drop());

const KILLED = 'killed here';

/** A writer that dies at a statement, counted from 1; told how many there were. */
function dyingAt(writer: Writer, at: number, counted: { statements: number }): Writer {
  const dying = (name: 'query' | 'insert' | 'update' | 'audit' | 'announce') => (...args: unknown[]) => {
    counted.statements += 1;
    if (counted.statements === at) throw new Error(KILLED);
    return (writer[name] as (...given: unknown[]) => unknown).apply(writer, args);
  };
  const names = new Set(['query', 'insert', 'update', 'audit', 'announce']);
  return new Proxy(writer, { get: (target, key) => (names.has(String(key)) ? dying(key as 'query') : Reflect.get(target, key, target)) });
}

/** All that a tenant has, in every table that is stamped with a tenant. */
async function everythingOf({ tenantId }: Scope, but: readonly string[] = []): Promise<object[]> {
  const tables = await database.asAdmin<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const prints = tables.filter(({ name }) => !but.includes(name)).map(({ name }) => `select '${name}' as name, count(*), md5(string_agg(t::text, '' order by t::text)) as print from "${name}" t where tenant_id = $1`);
  return database.asAdmin(prints.join(' union all '), [tenantId]);
}

async function officeWithFiles(slug: string, kvkNumber: string): Promise<{ scope: Scope; importId: string }> {
  const scope = await makeOffice(db, slug, kvkNumber);
  for (const file of ['staff.csv', 'clients.csv']) await bringFile(db, scope, [file, null]);
  return { scope, importId: await stageFile(db, scope, ['accountant-chains.xlsx', null]) };
}

describe('applying an import that dies', () => {
  it('leaves nothing, at whichever statement it died, and is applied whole afterwards', async () => {
    const { scope, importId } = await officeWithFiles('sterft', '90000011');
    const before = await everythingOf(scope);
    const whole = { statements: 0 };
    await expect(db.write(scope, async (writer) => Promise.reject(new Error(JSON.stringify(await applyImport(dyingAt(writer, Number.NaN, whole), importId)))))).rejects.toThrow('created');
    expect(whole.statements).toBeGreaterThan(20);
    for (let at = 1; at <= whole.statements; at += 1) {
      await expect(db.write(scope, (writer) => applyImport(dyingAt(writer, at, { statements: 0 }), importId))).rejects.toThrow(KILLED);
      if (at % 5 === 0 || at === whole.statements) expect([at, await everythingOf(scope)]).toEqual([at, before]);
    }
    const shown = await previewImport(db, scope, importId);
    expect(await everythingOf(scope)).toEqual(before);
    expect(await db.write(scope, (writer) => applyImport(writer, importId))).toEqual(shown);
    expect(await everythingOf(scope)).not.toEqual(before);
  });
});

/** The door, refusing one write, counted from 1; told how many there were. */
function failingAt(at: number, counted: { writes: number }): TenantDb {
  const write: TenantDb['write'] = (scope, work) => {
    counted.writes += 1;
    return counted.writes === at ? Promise.reject(new Error(KILLED)) : db.write(scope, work);
  };
  return new Proxy(db, {
    get(target, key) {
      const value: unknown = key === 'write' ? write : Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('staging an import that dies', () => {
  const BESIDE = ['import', 'import_page', 'import_finding_group', 'operation'];
  const file = { name: 'accountant-chains.xlsx', bytes: fixture('accountant-chains.xlsx'), referenceOn: REFERENCE_DAY };

  it('leaves the register as it was and an import that cannot be applied, and the file can be brought again', async () => {
    const { scope } = await officeWithFiles('valt', '90000012');
    const before = await everythingOf(scope, BESIDE);
    const whole = { writes: 0 };
    await stageImport(failingAt(Number.NaN, whole), scope, file);
    expect(whole.writes).toBeGreaterThanOrEqual(3);
    for (let at = 2; at <= whole.writes; at += 1) {
      await expect(stageImport(failingAt(at, { writes: 0 }), scope, file)).rejects.toThrow(KILLED);
      expect(await everythingOf(scope, BESIDE)).toEqual(before);
      const [failed] = await database.asAdmin<{ id: string; state: string }>('select id, state from import where tenant_id = $1 order by created_at desc limit 1', [scope.tenantId]);
      expect(failed?.state).toBe('failed');
      await expect(db.write(scope, (writer) => applyImport(writer, failed?.id ?? ''))).rejects.toMatchObject({ code: 'IMPORT_STATE' });
    }
    expect(await bringFile(db, scope, ['accountant-chains.xlsx', null])).toMatchObject({ updated: expect.any(Number) });
    expect(await everythingOf(scope, BESIDE)).not.toEqual(before);
  });
});
