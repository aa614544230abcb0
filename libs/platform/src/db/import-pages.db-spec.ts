import { type TestDatabase, createTestDatabase } from '../testing/index.js';
import { migrateDown, migrateUp } from './index.js';
import { migrations } from './migrations/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TENANT = '00000000-0000-7000-8000-0000000000a1';
const IMPORT = '00000000-0000-7000-8000-0000000000a2';

describe('keeping what was staged before by the page', () => {
  it('brings the items and findings of every tenant over, and what was repaired stays so', async () => {
    const behind = migrations.length - migrations.findIndex(({ name }) => name.startsWith('ImportPages'));
    await migrateDown(database.ownerUrl, behind);
    await database.asAdmin(`insert into tenant_directory (id, slug) values ($1, 'eerder')`, [TENANT]);
    await database.asAdmin(`insert into tenant (tenant_id, name, kind) values ($1, 'Eerder', 'office')`, [TENANT]);
    await database.asAdmin(`insert into import (tenant_id, id, kind, file_name, file_hash, file_bytes, reference_on, state, created_by) values ($1, $2, 'clients', 'k.csv', repeat('0', 64), 1, '2026-11-23', 'staged', 'system')`, [TENANT, IMPORT]);
    await database.asAdmin(
      `insert into import_item (tenant_id, import_id, id, position, row_number, kind, is_blocked, item)
       values ($1, $2, gen_random_uuid(), 1, 3, 'company', true, '{"name": "B"}'), ($1, $2, gen_random_uuid(), 0, 2, 'company', false, '{"name": "A"}')`,
      [TENANT, IMPORT],
    );
    await database.asAdmin(
      `insert into import_finding (tenant_id, import_id, id, position, row_number, category, severity, value, message, repair_key, repair_state, details)
       values ($1, $2, gen_random_uuid(), 0, 2, 'service-unknown', 'warning', 'X', 'm', 'service-unknown x', 'repaired', '{"suggestion": "Y"}'), ($1, $2, gen_random_uuid(), 1, 3, 'kvk-invalid', 'blocks', null, 'm', 'kvk-invalid ', 'open', '{}')`,
      [TENANT, IMPORT],
    );
    await migrateUp(database.ownerUrl);
    expect(await database.asAdmin('select number, companies, rights, findings, groups from import_page')).toEqual([
      {
        number: 0, companies: [{ name: 'A' }, { name: 'B', blocked: true }], rights: null, groups: [1, 2],
        findings: [{ row: 2, category: 'service-unknown', severity: 'warning', value: 'X', suggestion: 'Y' }, { row: 3, category: 'kvk-invalid', severity: 'blocks' }],
      },
    ]);
    expect(await database.asAdmin('select repair_key as key, suggestion, repair_state as state, finding_count::int as count from import_finding_group order by 1')).toEqual([
      { key: 'kvk-invalid ', suggestion: null, state: 'open', count: 1 },
      { key: 'service-unknown x', suggestion: 'Y', state: 'repaired', count: 1 },
    ]);
  });
});
