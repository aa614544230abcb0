import { readFileSync } from 'node:fs';
import { type GraphQLField, buildSchema } from 'graphql';
import { createLog } from '@ketenregie/platform/logging';
import { type Caller, TestApp, codeOf } from './app.js';
import { documentOf, typedTexts } from './fixtures/hostile-values.js';
import { type Office, makeOffice } from './fixtures/office.js';
import { OPERATIONS } from './fixtures/operations.js';

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const rootFields = (['query', 'mutation'] as const).flatMap((kind) => {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).map((field): [string, 'query' | 'mutation', GraphQLField<unknown, unknown>] => [field.name, kind, field]);
});
const withTexts = rootFields.filter(([, , field]) => [...typedTexts(field, {}, '')].length > 0);

const PRIVATE = { password: 'ww: Zwaluw77!', 'code': 'De sms-code was 771177', 'citizen number': 'BSN 999992053', 'document number': 'paspoort NW1234567' };
const MARKS = ['Zwaluw77', '771177', '999992053', 'NW1234567'];
/** Not typed by a person, or with a check of its own: refused in their own way, or read, and kept nowhere either. */
const OURS = ['rsin', 'after', 'repairKey'];

let app: TestApp;
let office: Office;
let owner: Caller;
let logged = '';

beforeAll(async () => {
  app = await TestApp.start({ log: createLog({ service: 'api', destination: { write: (line) => void (logged += line) } }) });
  office = await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' });
  owner = await app.member(office, ['owner']);
}, 30_000);
afterAll(() => app.stop());

/** Every table of the database, that of the queue too, in which one of the marks stands. */
async function tablesWithMarks(marks: readonly string[]): Promise<string[]> {
  const tables = await app.database.asAdmin<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const found = await app.database.asAdmin<{ name: string }>(tables.map(({ name }) => `(select '${name}' as name from ${name} t where t::text like any($1::text[]) limit 1)`).join(' union all '), [marks.map((mark) => `%${mark}%`)]);
  return found.map(({ name }) => name);
}

describe('a password, a code, a citizen number, the number of an identity document', () => {
  it.each(withTexts)('is refused with an explanation in every text of %s, and harmless words are not', async (name, kind, field) => {
    const known = { ...OPERATIONS[name]?.variables?.({ ...office.a, ...office }) };
    const taken: string[] = [];
    for (const [what, text] of Object.entries(PRIVATE)) {
      for (const each of typedTexts(field, known, text)) {
        const answer = await app.ask(owner, documentOf(kind, field), { variables: each.variables });
        const isRefused = codeOf(answer) === 'PRIVATE_TEXT' && answer.body.errors?.[0]?.extensions.field === each.name;
        if (!isRefused && !OURS.includes(each.name)) taken.push(`${each.label}: ${what}: ${String(codeOf(answer))}`);
        if (MARKS.some((mark) => answer.text.includes(mark))) taken.push(`${each.label}: ${what} comes back`);
      }
    }
    for (const each of typedTexts(field, known, 'Wachtwoord gewijzigd op 12-03-2026')) {
      const answer = await app.ask(owner, documentOf(kind, field), { variables: each.variables });
      if (codeOf(answer) === 'PRIVATE_TEXT') taken.push(`${each.label}: harmless words`);
    }
    expect(taken).toEqual([]);
  });

  it('is refused in the document itself, and the same without it is done', async () => {
    const change = (town: string) => app.ask(owner, `mutation { changeCompany(input: { id: "${office.a.companyId}", town: "${town}" }) { town } }`);
    expect(codeOf(await change('Ede, BSN 999992053'))).toBe('PRIVATE_TEXT');
    expect((await change('Ede')).body.data).toEqual({ changeCompany: { town: 'Ede' } });
  });

  it('is refused in the name of a file, and in what a list is exported by', async () => {
    const headers = { cookie: `__Host-ketenregie=${owner.token}`, 'x-tenant': 'eigen', 'content-type': 'application/octet-stream' };
    const bring = (name: string) => fetch(`${app.url}/imports`, { method: 'POST', headers: { ...headers, 'x-file-name': encodeURIComponent(name) }, body: 'Naam;E-mail;Functie\nCees Bestand;cees.bestand@kantoor.example;stagiair\n' });
    const get = (search: string) => fetch(`${app.url}/exports/companies.csv?tenant=eigen&search=${encodeURIComponent(search)}`, { headers: { cookie: headers.cookie } });
    for (const text of Object.values(PRIVATE)) expect([(await bring(`${text}.csv`)).status, (await get(text)).status]).toEqual([422, 422]);
    expect([(await bring('wachtwoorden verlopen.csv')).status, (await get('Eigen')).status]).toEqual([202, 200]);
  });

  it('stands afterwards in no table, no event and no log, where the harmless words do', async () => {
    expect(await tablesWithMarks(MARKS)).toEqual([]);
    expect(await tablesWithMarks(['Wachtwoord gewijzigd'])).toEqual(expect.arrayContaining(['public.audit_event', 'public.company_version']));
    expect(MARKS.filter((mark) => logged.includes(mark))).toEqual([]);
    expect(logged).toContain('PRIVATE_TEXT');
  });
});
