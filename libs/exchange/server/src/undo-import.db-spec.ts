import { changeCompany } from '@ketenregie/companies-server';
import { changePerson } from '@ketenregie/people-server';
import { type Reader, type Scope, type TenantDb, queryOne } from '@ketenregie/platform/db';
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

/** So many that going through all of them for each would show. */
const THINGS = 300;

async function townsOf({ tenantId }: Scope): Promise<string[]> {
  const rows = await database.asAdmin<{ text: string }>(
    `select concat_ws('|', c.kvk_number, v.name, v.town) as text from company c join company_version v on v.company_id = c.id and v.superseded_at is null
       and coalesce(v.valid_until, 'infinity') >= $2 where c.tenant_id = $1 order by 1`,
    [tenantId, REFERENCE_DAY],
  );
  return rows.map(({ text }) => text);
}

/** How many rows the statements of a transaction went through so far. */
async function rowsRead(reader: Reader): Promise<number> {
  const { read } = await queryOne<{ read: string }>(reader, 'select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as read from pg_stat_xact_user_tables');
  return Number(read);
}

async function bringText(scope: Scope, text: string, kind?: 'staff' | 'clients'): Promise<string> {
  const { importId } = await stageImport(db, scope, { name: 'lijst.csv', bytes: Buffer.from(text), referenceOn: REFERENCE_DAY, ...(kind !== undefined && { kind }) });
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
    const importId = await bringText(scope, STAFF, 'staff');
    const first = await believed(scope);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    expect((await believed(scope)).filter((text) => text.startsWith('p'))).toEqual([]);
    await bringText(scope, STAFF, 'staff');
    expect(await believed(scope)).toEqual(first);
  });

  it('brings back the description before the last, not an older one', async () => {
    const scope = await makeOffice(db, 'drie', '90000013');
    await bringText(scope, STAFF, 'staff');
    const before = await believed(scope);
    const importId = await bringText(scope, STAFF.replace('fiscalist', 'partner'), 'staff');
    expect((await believed(scope)).some((text) => text.includes('partner'))).toBe(true);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    expect(await believed(scope)).toEqual(before);
  });

  it('is refused where something was changed since, which is listed; or leaves that as it is now', async () => {
    const scope = await makeOffice(db, 'vier', '90000014');
    const importId = await bringText(scope, STAFF, 'staff');
    const [person] = await database.asAdmin<{ id: string }>(`select person_id as id from person_version where tenant_id = $1 and full_name = 'Anna Bos'`, [scope.tenantId]);
    await db.write(scope, (writer) => changePerson(writer, { id: person?.id ?? '', change: { jobTitle: 'directeur' } }, REFERENCE_DAY));
    await expect(db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }))).rejects.toMatchObject({ code: 'IMPORT_CHANGED_SINCE' });
    expect(await db.read(scope, (reader) => changedSince(reader, importId))).toMatchObject([{ objectId: person?.id, kind: 'person', name: 'Anna Bos' }]);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: true }));
    const left = (await believed(scope)).filter((text) => text.startsWith('p'));
    expect(left.some((text) => text.includes('directeur'))).toBe(true);
    expect(left.some((text) => text.includes('Bert'))).toBe(false);
  });

  it('brings back each description that an import replaced, and leaves those that somebody changed since', async () => {
    const scope = await makeOffice(db, 'dertien', '90000023');
    const list = (town: string): string => `Naam;KvK-nummer;Plaats\n${Array.from({ length: 40 }, (_, at) => `Bedrijf ${at} B.V.;${90_200_000 + at};${town}`).join('\n')}`;
    await bringText(scope, list('Zwolle'), 'clients');
    const before = await townsOf(scope);
    const importId = await bringText(scope, list('Assen'), 'clients');
    const [changed] = await database.asAdmin<{ id: string }>(`select id from company where tenant_id = $1 and kvk_number = '90200007'`, [scope.tenantId]);
    await db.write(scope, (writer) => changeCompany(writer, { id: changed?.id ?? '', change: { town: 'Meppel' } }, REFERENCE_DAY));
    const since = await db.read(scope, (reader) => changedSince(reader, importId));
    expect(since).toMatchObject([{ objectId: changed?.id, kind: 'company', name: 'Bedrijf 7 B.V.' }]);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: true }));
    expect(await townsOf(scope)).toEqual(before.map((text) => (text.startsWith('90200007') ? text.replace('Zwolle', 'Meppel') : text)));
  });

  it('goes through what is known a few times, not once for each thing it takes back', async () => {
    const scope = await makeOffice(db, 'veertien', '90000024');
    const lines = Array.from({ length: THINGS }, (_, at) => `Bedrijf ${at} B.V.;${90_300_000 + at};btw;ja;EH3;01-01-2028;`);
    const importId = await bringText(scope, `Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot;Gekoppelde medewerkers\n${lines.join('\n')}`);
    const read = await db.write(scope, async (writer) => {
      const before = await rowsRead(writer);
      await undoImport(writer, { importId, keepsChanged: false });
      return (await rowsRead(writer)) - before;
    });
    expect(read).toBeGreaterThan(2 * THINGS);
    expect(read).toBeLessThan(60 * THINGS);
  });

  it('is possible once, within its own tenant', async () => {
    const scope = await makeOffice(db, 'vijf', '90000015');
    const other = await makeOffice(db, 'zes', '90000016');
    const importId = await bringText(scope, STAFF, 'staff');
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
