import { answerAccess, answerJson, momentOf } from '@ketenregie/access-server';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { previewImport } from './applying/preview-import.js';
import { applyImport } from './applying/apply-import.js';
import { OFFICE_FILES, REFERENCE_DAY, ROWS, bringFile, fixture, makeOffice, stageFile } from './testing/office.js';

let database: TestDatabase;
let db: TenantDb;
let office: Scope;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
  office = await makeOffice(db, 'waterlinie');
  for (const file of OFFICE_FILES) await bringFile(db, office, file);
}, 60_000);
afterAll(() => database.drop());

const REGISTER = ['client', 'company', 'company_version', 'person', 'person_version', 'means', 'means_version', 'authorisation', 'authorisation_version', 'authorisation_target', 'service', 'audit_event'];

async function countRows(tenantId: string): Promise<Record<string, number>> {
  const counts = REGISTER.map((table) => `(select count(*)::int from ${table} where tenant_id = $1) as ${table}`);
  const [row] = await database.asAdmin<Record<string, number>>(`select ${counts.join(', ')}`, [tenantId]);
  return row ?? {};
}

interface Question {
  readonly id: string;
  readonly person: string;
  readonly companyKvk?: string;
  readonly companyRsin?: string;
  readonly service: string;
  readonly on: string;
  readonly expect: Record<string, unknown> & { readonly firstBreak: Record<string, unknown> | null; readonly unknowns: string[] };
}

const { questions } = JSON.parse(fixture('answers.expected.json').toString('utf8')) as { questions: Question[] };

describe('an office that brings its own files', () => {
  it.each(questions.map((question) => [question.id, question] as const))('gets the true answer to %s', async (_, { person, companyKvk, companyRsin, service, on, expect: expected }) => {
    const company = companyKvk !== undefined ? { kvk: companyKvk } : { rsin: companyRsin ?? '' };
    const { answers } = await db.read(office, (reader) => answerAccess(reader, { person, company, service }, momentOf({ on }, REFERENCE_DAY)));
    const [answered] = answers;
    if (answered === undefined) throw new Error('No answer came');
    const answer = answerJson(answered.answer) as unknown as Record<string, unknown> & { unknowns: string[]; firstBreak: object | null };
    const { unknowns, firstBreak, ...rest } = expected;
    expect(answer).toMatchObject(rest);
    expect([...answer.unknowns].sort()).toEqual([...unknowns].sort());
    if (firstBreak === null) expect(answer.firstBreak).toBeNull();
    else expect(answer.firstBreak).toMatchObject(firstBreak);
  });

  it('changes nothing by bringing them again, in another form or on a preview', async () => {
    const before = await countRows(office.tenantId);
    for (const file of [...OFFICE_FILES, ['accountant-chains.csv', null] as const]) {
      const changes = await bringFile(db, office, file);
      expect({ file: file[0], created: changes.created, updated: changes.updated }).toEqual({ file: file[0], created: 0, updated: 0 });
    }
    const { audit_event: eventsBefore, ...factsBefore } = before;
    const { audit_event: eventsAfter, ...factsAfter } = await countRows(office.tenantId);
    expect(factsAfter).toEqual(factsBefore);
    expect((eventsAfter ?? 0) - (eventsBefore ?? 0)).toBe(OFFICE_FILES.length + 1);
  }, 60_000);

  it('is believed, and by nobody said to be seen at a supplier', async () => {
    const rows = await database.asAdmin<{ n: number }>('select count(*)::int as n from authorisation_version where tenant_id = $1 and (evidence_class is not null or seen_on is not null)', [office.tenantId]);
    expect(rows[0]?.n).toBe(0);
  });

  it('keeps no secret and no citizen number in any column of any table', async () => {
    const forbidden = OFFICE_FILES.flatMap(([file]) => (JSON.parse(fixture(`${file}.expected.json`).toString('utf8')) as { mustNotBeStored?: (string | { text?: string; value?: string })[] }).mustNotBeStored ?? []);
    const words = forbidden.map((entry) => (typeof entry === 'string' ? entry : (entry.text ?? entry.value ?? ''))).filter(Boolean);
    expect(words.length).toBeGreaterThan(4);
    const tables = await database.asAdmin<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await database.asAdmin<{ text: string }>(`select row_to_json(t)::text as text from ${name} t`);
      const isWord = (word: string): boolean => rows.some(({ text }) => new RegExp(`(?<![0-9A-Za-z-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![0-9A-Za-z-])`).test(text));
      found.push(...words.filter(isWord).map((word) => `${name} ${word.length}`));
    }
    expect(found).toEqual([]);
  });

  it('writes one event of the batch for each kind of thing, chained without a gap', async () => {
    const events = await database.asAdmin<{ sequence: string; action: string }>('select sequence, action from audit_event where tenant_id = $1 order by sequence', [office.tenantId]);
    expect(events.map(({ sequence }) => Number(sequence))).toEqual(events.map((_, at) => at + 1));
    expect(new Set(events.map(({ action }) => action))).toEqual(new Set(['tenant.created', 'people.recorded', 'companies.recorded', 'means.recorded', 'authorisations.recorded', 'import.applied']));
  });
});

describe('another office', () => {
  it('gets nothing of it, and the right one does', async () => {
    const other = await makeOffice(db, 'elders', '90000012');
    const asked = { person: 'sanne.jansen@waterliniekantoor.example', company: { kvk: '90004412' }, service: 'bd-ob' };
    const ask = (scope: Scope) => db.read(scope, (reader) => answerAccess(reader, asked, momentOf({ on: '2026-11-23' }, REFERENCE_DAY)));
    expect((await ask(other)).answers[0]?.answer.firstBreak?.code).toBe('company-unknown');
    expect((await ask(office)).answers[0]?.answer.can).toBe('yes');
  });

  it('may have the same files, and neither changes the other', async () => {
    const twin = await makeOffice(db, 'tweeling', '90000013');
    const before = await countRows(office.tenantId);
    await bringFile(db, twin, ['staff.csv', null]);
    expect(await bringFile(db, twin, ['clients.csv', null])).toMatchObject({ created: 420 });
    expect(await countRows(office.tenantId)).toEqual(before);
  }, 30_000);

  it('cannot apply or preview an import that is not its own', async () => {
    const importId = await stageFile(db, office, ['staff.csv', null]);
    const other = await makeOffice(db, 'derde', '90000014');
    await expect(db.write(other, (writer) => applyImport(writer, importId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(previewImport(db, other, importId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await previewImport(db, office, importId)).toMatchObject({ created: 0, unchanged: 11 });
  });
});

describe('an import that is cut short', () => {
  it('leaves nothing, wherever it was cut, and can be applied afterwards', async () => {
    const scope = await makeOffice(db, 'afgebroken', '90000015');
    await bringFile(db, scope, ['staff.csv', null]);
    const importId = await stageFile(db, scope, ['accountant-chains.xlsx', null]);
    const before = await countRows(scope.tenantId);
    for (const cutAt of ['companies', 'authorisations']) {
      const apply = db.write(scope, (writer) => applyImport(writer, importId, (phase) => (phase === cutAt ? Promise.reject(new Error('killed')) : Promise.resolve())));
      await expect(apply).rejects.toThrow('killed');
      expect(await countRows(scope.tenantId)).toEqual(before);
    }
    expect(await db.write(scope, (writer) => applyImport(writer, importId))).toMatchObject({ updated: 0 });
  }, 30_000);

  it('cannot be applied twice', async () => {
    const scope = await makeOffice(db, 'tweemaal', '90000016');
    const importId = await stageFile(db, scope, ['staff.csv', null]);
    const apply = (): Promise<unknown> => db.write(scope, (writer) => applyImport(writer, importId));
    const both = await Promise.allSettled([apply(), apply()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(apply()).rejects.toMatchObject({ code: 'IMPORT_STATE' });
  });
});

describe('a hostile file', () => {
  const { files } = JSON.parse(fixture('hostile/hostile.expected.json').toString('utf8')) as { files: { file: string; outcomes: string[] }[] };

  it.each(files.map(({ file, outcomes }) => [file, outcomes] as const))('%s is refused or read, and nothing is half there', async (file, outcomes) => {
    const scope = await makeOffice(db, `h-${file.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}`, `9000002${files.findIndex((entry) => entry.file === file)}`);
    const before = await countRows(scope.tenantId);
    const brought = await bringFile(db, scope, [`hostile/${file}`, null]).then(
      () => 'imported',
      (error: { code?: string }) => (error.code?.endsWith('FILE_REFUSED') || error.code === 'INVALID_INPUT' ? 'refused' : `broke: ${String(error)}`),
    );
    expect(outcomes).toContain(brought);
    if (brought === 'refused') expect(await countRows(scope.tenantId)).toEqual(before);
  }, 20_000);
});
