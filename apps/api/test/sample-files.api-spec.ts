import { leaksOf, scoreReading } from '@ketenregie/exchange-server/testing';
import { createLog } from '@ketenregie/platform/logging';
import { TestApp } from './app.js';
import { apply, type Bringer, everythingStored, expectationOf, fixture, makeBringer, readingOf, stagedImport, upload } from './fixtures/brought-files.js';

let logged = '';
let app: TestApp;
let office: Bringer;
let holding: Bringer;

beforeAll(async () => {
  app = await TestApp.start({ log: createLog({ service: 'api', destination: { write: (line) => void (logged += line) } }) });
  office = await makeBringer(app, { slug: 'waterlinie', kind: 'office', kvkNumber: '90000001' });
  holding = await makeBringer(app, { slug: 'peperbus', kind: 'holding', kvkNumber: '90004710' });
}, 30_000);
afterAll(() => app.stop());

// In the order in which an office brings them: the names in a later file are known from an earlier one.
const FILES: readonly (readonly [file: string, who: 'office' | 'holding', supplier: string | null])[] = [
  ['staff.csv', 'office', null],
  ['clients.csv', 'office', null],
  ['supplier-export-1-means.csv', 'office', 'reconi'],
  ['accountant-chains.xlsx', 'office', null],
  ['accountant-chains.csv', 'office', null],
  ['supplier-export-2-authorisations.xlsx', 'office', null],
  ['supplier-export-3-chains.csv', 'office', null],
  ['matrix.xlsx', 'office', null],
  ['secretary-overview.xlsx', 'holding', null],
];

describe('a sample file that is uploaded', () => {
  it.each(FILES)('is staged exactly as expected: %s, by the %s', async (file, who, supplier) => {
    const bringer = who === 'office' ? office : holding;
    const id = await stagedImport(bringer, await upload(bringer, file, { supplier }));
    const [expected, actual] = [expectationOf(file), await readingOf(bringer, id)];
    expect(actual['kind']).toBe(expected['kind']);
    const scores = scoreReading(expected, actual);
    expect(Object.keys(scores).length).toBeGreaterThan(0);
    expect(scores).toEqual(Object.fromEntries(Object.keys(scores).map((section) => [section, { f1: 1, missing: [], extra: [] }])));
    await apply(bringer, id);
  }, 60_000);

  it('leaves no secret and no citizen number in any column, log line or answer', async () => {
    const expectations = FILES.map(([file]) => expectationOf(file));
    const stored: Record<string, string> = { ...(await everythingStored(office)), log: logged };
    const found = Object.entries(stored).flatMap(([place, text]) => expectations.flatMap((expected) => leaksOf(expected, { text }).map(() => place)));
    expect([found, stored['public.import_page']?.includes('Peperbus'), logged.includes('graphql.operation')]).toEqual([[], true, true]);
    expect(expectations.flatMap((expected) => leaksOf(expected, expected)).length).toBeGreaterThan(7);
  });
});

interface HostileFile {
  readonly file: string;
  readonly outcomes: readonly ('refused' | 'imported')[];
}
const { files } = JSON.parse(fixture('hostile/hostile.expected.json').toString('utf8')) as { files: readonly HostileFile[] };
const REASONS: Readonly<Record<string, RegExp>> = { 'zip-bomb.xlsx': /MB/, 'renamed-pdf.xlsx': /geen spreadsheet/, 'empty.xlsx': /leeg/ };

describe('a hostile file that is uploaded', () => {
  const countImports = async (): Promise<number> => (await app.database.asAdmin('select 1 from import')).length;
  const nameOf = (file: string): string => file.replaceAll(/\W/g, '-');

  /** An office of its own for each file: their companies share numbers. */
  const bringerOf = new Map<string, Bringer>();
  beforeAll(async () => {
    for (const [index, { file }] of files.entries()) bringerOf.set(file, await makeBringer(app, { slug: nameOf(file), kind: 'office', kvkNumber: `9000001${index}` }));
  });
  const bringerFor = (file: string): Bringer => {
    const bringer = bringerOf.get(file);
    if (bringer === undefined) throw new Error(`No office brings ${file}.`);
    return bringer;
  };

  it.each(files.map(({ file, outcomes }) => [file, outcomes] as const))('ends as expected, and in nothing else: %s %j', async (file, outcomes) => {
    const before = await countImports();
    const bringer = bringerFor(file);
    const response = await upload(bringer, file, { bytes: fixture(`hostile/${file}`) });
    const outcome = response.status === 202 ? 'imported' : 'refused';
    expect(outcomes).toContain(outcome);
    if (outcome === 'imported') return void (await apply(bringer, await stagedImport(bringer, response)));
    const body = (await response.json()) as { code: string; message: string };
    expect([response.status, body.code, await countImports()]).toEqual([422, expect.stringMatching(/^(?:[A-Z]+_)?FILE_REFUSED$/), before]);
    expect(body.message).toMatch(REASONS[file] ?? /never/);
  }, 60_000);

  it('takes nobody else’s turn while a bomb is unpacked', async () => {
    let isOver = false;
    let answered = 0;
    const bomb = upload(bringerFor('zip-bomb.xlsx'), 'zip-bomb.xlsx', { bytes: fixture('hostile/zip-bomb.xlsx') }).finally(() => (isOver = true));
    while (!isOver) if ((await app.ask(holding.caller, '{ tenant { name } }')).status === 200) answered += 1;
    expect([(await bomb).status, answered > 1]).toEqual([422, true]);
  }, 60_000);

  it.each([
    ['formula-cells.xlsx', ['=1+1', '@Werk B.V.', '-Streep- B.V.', '+31 20 000 00 00 B.V.', "=cmd|' /C calc'!A0"]],
    ['nul-byte.csv', ['Nulpunt B.V.']],
    ['names.xlsx', ['🚜 Tractor & Zn. B.V. 👩\u200d🌾', 'Rechtsnaar links B.V.', 'شركة المثال B.V.', 'Ångström Straße Œuvre B.V.']],
  ])('is kept as the text that it is, without what nobody sees, and exported so that no spreadsheet runs it: %s', async (file, expected) => {
    const { caller } = bringerFor(file);
    const { body } = await app.ask(caller, '{ companyIndex { entries { name } } }');
    const names = (body.data as { companyIndex: { entries: { name: string }[] } }).companyIndex.entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(expected));
    expect(names.join('')).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
    const csv = await (await fetch(`${app.url}/exports/companies.csv?tenant=${nameOf(file)}`, { headers: { cookie: `__Host-ketenregie=${caller.token}` } })).text();
    const cells = csv.split(/[;\r\n]/).map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    for (const name of expected) expect(cells.some((cell) => cell.includes(name.slice(0, 6)))).toBe(true);
  });
});
