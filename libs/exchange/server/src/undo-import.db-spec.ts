import { changePerson } from '@ketenregie/people-server';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import { findingGroups } from './findings.queries.js';
import { discardImport, ignoreFindings, repairImport } from './repair-import.js';
import { REFERENCE_DAY, ROWS, bringFile, makeOffice, stageFile } from './testing/office.js';
import { stageImport } from './staging/stage-import.js';
import { changedSince, undoImport } from './undo-import.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
});
afterAll(() => database.drop());

/** What is believed now, as text: without ids and without the recorded axis. */
async function believed({ tenantId }: Scope): Promise<string[]> {
  const rows = await database.asAdmin<{ text: string }>(
    `select concat_ws('|', 'p', v.full_name, v.job_title, v.in_service_until, v.valid_from, v.valid_until) as text from person_version v where tenant_id = $1 and superseded_at is null
     union all select concat_ws('|', 'c', v.name, v.accountable, v.other_names::text, v.valid_from, v.valid_until) from company_version v where tenant_id = $1 and superseded_at is null
     union all select concat_ws('|', 'a', v.state, v.ends_on, v.level, v.valid_from, v.valid_until, (select count(*) from authorisation_target t where t.version_id = v.id)) from authorisation_version v where tenant_id = $1 and superseded_at is null
     order by 1`,
    [tenantId],
  );
  return rows.map(({ text }) => text);
}

const STAFF = 'Naam;E-mail;Functie\nAnna Bos;anna@kantoor.example;fiscalist\nBert Vos;bert@kantoor.example;assistent\n';

async function bringText(scope: Scope, text: string): Promise<string> {
  const { importId } = await stageImport(db, scope, { name: 'staf.csv', bytes: Buffer.from(text), kind: 'staff', referenceOn: REFERENCE_DAY });
  await db.write(scope, (writer) => applyImport(writer, importId));
  return importId;
}

describe('undoing an import', () => {
  it('brings back exactly what was believed before, though nothing recorded is gone', async () => {
    const scope = await makeOffice(db, 'een');
    await bringFile(db, scope, ['staff.csv', null]);
    await bringFile(db, scope, ['clients.csv', null]);
    const before = await believed(scope);
    const importId = await stageFile(db, scope, ['accountant-chains.xlsx', null]);
    await db.write(scope, (writer) => applyImport(writer, importId));
    expect(await believed(scope)).not.toEqual(before);
    const [{ n } = { n: 0 }] = await database.asAdmin<{ n: number }>('select count(*)::int as n from authorisation_version where tenant_id = $1', [scope.tenantId]);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    expect(await believed(scope)).toEqual(before);
    const [{ n: after } = { n: 0 }] = await database.asAdmin<{ n: number }>('select count(*)::int as n from authorisation_version where tenant_id = $1', [scope.tenantId]);
    expect(after).toBeGreaterThanOrEqual(n);
  }, 30_000);

  it('can be followed by the same import, with the same result', async () => {
    const scope = await makeOffice(db, 'twee', '90000012');
    const importId = await bringText(scope, STAFF);
    const first = await believed(scope);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    expect((await believed(scope)).filter((text) => text.startsWith('p'))).toEqual([]);
    await bringText(scope, STAFF);
    expect(await believed(scope)).toEqual(first);
  });

  it('brings back the description before the last, not an older one', async () => {
    const scope = await makeOffice(db, 'drie', '90000013');
    await bringText(scope, STAFF);
    const before = await believed(scope);
    const importId = await bringText(scope, STAFF.replace('fiscalist', 'partner'));
    expect((await believed(scope)).some((text) => text.includes('partner'))).toBe(true);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    expect(await believed(scope)).toEqual(before);
  });

  it('is refused where something was changed since, which is listed; or leaves that as it is now', async () => {
    const scope = await makeOffice(db, 'vier', '90000014');
    const importId = await bringText(scope, STAFF);
    const [person] = await database.asAdmin<{ id: string }>(`select person_id as id from person_version where tenant_id = $1 and full_name = 'Anna Bos'`, [scope.tenantId]);
    await db.write(scope, (writer) => changePerson(writer, { id: person?.id ?? '', change: { jobTitle: 'directeur' } }, REFERENCE_DAY));
    await expect(db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }))).rejects.toMatchObject({ code: 'IMPORT_CHANGED_SINCE' });
    expect(await db.read(scope, (reader) => changedSince(reader, importId))).toMatchObject([{ objectId: person?.id, kind: 'person', name: 'Anna Bos' }]);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: true }));
    const left = (await believed(scope)).filter((text) => text.startsWith('p'));
    expect(left.some((text) => text.includes('directeur'))).toBe(true);
    expect(left.some((text) => text.includes('Bert'))).toBe(false);
  });

  it('is possible once, within its own tenant', async () => {
    const scope = await makeOffice(db, 'vijf', '90000015');
    const other = await makeOffice(db, 'zes', '90000016');
    const importId = await bringText(scope, STAFF);
    const undo = (by: Scope): Promise<string> => db.write(by, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    await expect(undo(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(undo(scope)).resolves.toBe(importId);
    await expect(undo(scope)).rejects.toMatchObject({ code: 'IMPORT_STATE' });
  });
});

describe('repairing a staged import', () => {
  const CHAINS = 'Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot;Gekoppelde medewerkers\nA BV;90000101;Loketje X;ja;EH3;01-01-2028;\nB BV;90000102;loketje x;ja;EH3;01-01-2028;\nC BV;90000103;btw;ja;EH3;01-01-2028;\n';

  it('mends a whole group at once, keeps the findings, and is applied as mended', async () => {
    const scope = await makeOffice(db, 'zeven', '90000017');
    const { importId } = await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(CHAINS), referenceOn: REFERENCE_DAY });
    const groups = await db.read(scope, (reader) => findingGroups(reader, importId));
    const unknown = groups.find(({ category }) => category === 'service-unknown');
    expect(unknown).toMatchObject({ count: 2, state: 'open' });
    const repairKey = unknown?.repairKey ?? '';
    await expect(db.write(scope, (writer) => repairImport(writer, { importId, repairKey, repair: { kind: 'service', value: 'bestaat niet' } }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await db.write(scope, (writer) => repairImport(writer, { importId, repairKey, repair: { kind: 'service', value: 'bd-lh' } }));
    expect((await db.read(scope, (reader) => findingGroups(reader, importId))).find((group) => group.repairKey === repairKey)).toMatchObject({ count: 2, state: 'repaired' });
    await db.write(scope, (writer) => applyImport(writer, importId));
    const rows = await database.asAdmin<{ key: string; n: number }>(
      `select s.catalogue_key as key, count(*)::int as n from authorisation_target t join service s on s.tenant_id = t.tenant_id and s.id = t.service_id where t.tenant_id = $1 group by 1 order by 1`,
      [scope.tenantId],
    );
    expect(rows).toEqual([{ key: 'bd-lh', n: 2 }, { key: 'bd-ob', n: 1 }]);
  });

  it('leaves a group as read where it is ignored, once; and not in another tenant', async () => {
    const scope = await makeOffice(db, 'acht', '90000018');
    const other = await makeOffice(db, 'negen', '90000019');
    const { importId } = await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(CHAINS), referenceOn: REFERENCE_DAY });
    const [group] = await db.read(scope, (reader) => findingGroups(reader, importId));
    const ignore = (by: Scope): Promise<string> => db.write(by, (writer) => repairImport(writer, { importId, repairKey: group?.repairKey ?? '', repair: { ignore: true } }));
    await expect(ignore(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ignore(scope)).resolves.toBe(importId);
    await expect(ignore(scope)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves a whole category as read at once, and nothing of another; and not in another tenant', async () => {
    const scope = await makeOffice(db, 'elf', '90000021');
    const other = await makeOffice(db, 'twaalf', '90000022');
    const text = `${CHAINS}D BV;90000104;Loketje Y;ja;EH3;01-01-2028;\nE BV;90000105;btw;ja;EH9;01-01-2028;\n`;
    const { importId } = await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(text), referenceOn: REFERENCE_DAY });
    const ignore = (by: Scope): Promise<string> => db.write(by, (writer) => ignoreFindings(writer, { importId, category: 'service-unknown' }));
    await expect(ignore(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ignore(scope)).resolves.toBe(importId);
    const groups = await db.read(scope, (reader) => findingGroups(reader, importId));
    const statesOf = (category: string): string[] => groups.filter((group) => group.category === category).map(({ state }) => state);
    expect([statesOf('service-unknown'), statesOf('level-unreadable')]).toEqual([['ignored', 'ignored'], ['open']]);
    await expect(ignore(scope)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is over once the import is set aside', async () => {
    const scope = await makeOffice(db, 'tien', '90000020');
    const { importId } = await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(CHAINS), referenceOn: REFERENCE_DAY });
    await db.write(scope, (writer) => discardImport(writer, importId));
    await expect(db.write(scope, (writer) => applyImport(writer, importId))).rejects.toMatchObject({ code: 'IMPORT_STATE' });
  });
});
