import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Caller, TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

const fixture = (file: string): Buffer => readFileSync(new URL(`../../../libs/exchange/domain/fixtures/${file}`, import.meta.url));

let app: TestApp;
let office: Office;
let owner: Caller;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' });
  owner = await app.member(office, ['owner']);
}, 30_000);
afterAll(() => app.stop());

interface Upload {
  readonly query?: string;
  readonly headers?: Record<string, string>;
}

function upload(caller: Caller, [name, bytes]: readonly [string, Buffer], { query = '', headers = {} }: Upload = {}): Promise<Response> {
  const own = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), cookie: `__Host-ketenregie=${caller.token}`, 'x-tenant': caller.tenant ?? '' };
  return fetch(`${app.url}/imports${query}`, { method: 'POST', headers: { ...own, ...headers }, body: new Uint8Array(bytes) });
}

/** The import of an upload, once its rows are staged. */
async function importIdOf(response: Response): Promise<string> {
  const { importId: id } = (await response.json()) as { importId: string };
  for (;;) {
    const answer = await app.ask(owner, 'query ($id: ID!) { import(id: $id) { state } }', { variables: { id } });
    if ((answer.body.data as { import: { state: string } }).import.state !== 'staging') return id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a file brought through the portal', () => {
  it('is read, looked at, repaired, applied and undone', async () => {
    await upload(owner, ['staff.csv', fixture('staff.csv')]).then(importIdOf).then((id) => app.ask(owner, 'mutation ($id: ID!) { applyImport(id: $id) { state } }', { variables: { id } }));
    const response = await upload(owner, ['klanten é.xlsx', fixture('accountant-chains.xlsx')]);
    expect(response.status).toBe(202);
    const variables = { id: await importIdOf(response) };
    const looked = await app.ask(owner, 'query ($id: ID!) { import(id: $id) { fileName kind state sheets { columns { header samples } } operation { state } viewerCan } importFindings(id: $id) { category count } importPreview(id: $id) { created } }', { variables });
    expect(looked.body.data).toMatchObject({ import: { fileName: 'klanten é.xlsx', kind: 'accountant-chains', state: 'staged', operation: { state: 'done' }, viewerCan: ['import.stage', 'import.apply', 'company.create'] } });
    const applied = await app.ask(owner, 'mutation ($id: ID!) { applyImport(id: $id) { state changes { created } viewerCan } }', { variables });
    expect(applied.body.data).toMatchObject({ applyImport: { state: 'applied', changes: (looked.body.data as { importPreview: object }).importPreview, viewerCan: ['import.undo'] } });
    const result = await app.ask(owner, 'query ($id: ID!) { importResult(id: $id) { endingSoon levelTooLow withoutStandIn } }', { variables });
    expect(Object.values((result.body.data as { importResult: Record<string, number> }).importResult).every((count) => count > 0)).toBe(true);
    const list = '{ expiring: accessList(filter: { statuses: ["expiring"] }) { totalCount } tooLow: accessList(filter: { statuses: ["level-too-low"] }) { totalCount } tasks { isCurrent totalCount } }';
    const listed = (await app.ask(owner, list)).body.data as Record<'expiring' | 'tooLow' | 'tasks', { readonly totalCount: number; readonly isCurrent?: boolean }>;
    // Each figure is the length of the list behind its link, and the tasks are there at once.
    expect(result.body.data).toMatchObject({ importResult: { endingSoon: listed.expiring.totalCount, levelTooLow: listed.tooLow.totalCount } });
    expect([listed.tasks.isCurrent, listed.tasks.totalCount > 20]).toEqual([true, true]);
    expect(codeOf(await app.ask(owner, 'mutation ($id: ID!) { undoImport(id: $id) { state } }', { variables }))).toBeNull();
  }, 30_000);

  it('of which rows name no company gets a new one from who may make companies, and from nobody else', async () => {
    const id = await upload(owner, ['leeg.csv', Buffer.from('Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot\n;;btw;ja;EH3;01-01-2028\n')]).then(importIdOf);
    const assistant = await app.member(office, ['assistant']);
    const canOf = async (caller: Caller): Promise<unknown> => (await app.ask(caller, 'query ($id: ID!) { import(id: $id) { viewerCan } }', { variables: { id } })).body.data;
    expect([await canOf(owner), await canOf(assistant)]).toEqual([{ import: { viewerCan: ['import.stage', 'import.apply', 'company.create'] } }, { import: { viewerCan: ['import.stage'] } }]);
    const repair = (caller: Caller, company: object | null) =>
      app.ask(caller, 'mutation ($input: RepairImportInput!) { repairImport(input: $input) { id } }', { variables: { input: { importId: id, repairKey: 'company-missing ', kind: 'new-company', company } } });
    expect([codeOf(await repair(assistant, { name: 'Nieuw B.V.' })), codeOf(await repair(owner, null)), codeOf(await repair(owner, { name: 'Nieuw B.V.', kvkNumber: '10109999' }))]).toEqual(['FORBIDDEN', 'INVALID_INPUT', null]);
    const preview = await app.ask(owner, 'query ($id: ID!) { importPreview(id: $id) { created skipped } }', { variables: { id } });
    expect(preview.body.data).toEqual({ importPreview: { created: 2, skipped: 0 } });
  }, 30_000);

  it.each([
    ['the bomb', 'hostile/zip-bomb.xlsx', 422, 'LARGE_FILE_REFUSED'],
    ['an empty file', 'hostile/empty.xlsx', 422, 'EMPTY_FILE_REFUSED'],
    ['a PDF by another name', 'hostile/renamed-pdf.xlsx', 422, 'FILE_REFUSED'],
  ])('is refused where it is %s, in words for people', async (_, file, status, code) => {
    const response = await upload(owner, [file, fixture(file)]);
    const body = (await response.json()) as { code: string; message: string };
    expect([response.status, body.code]).toEqual([status, code]);
    expect(body.message).toMatch(/^(Het|Dit) bestand/);
  }, 20_000);

  it('says that it needs the supplier of a means list', async () => {
    const bare = await upload(owner, ['means.csv', fixture('supplier-export-1-means.csv')]);
    expect([bare.status, ((await bare.json()) as { code: string }).code]).toEqual([422, 'SUPPLIER_NEEDED']);
    expect((await upload(owner, ['means.csv', fixture('supplier-export-1-means.csv')], { query: '?supplier=reconi' })).status).toBe(202);
  });

  it('is not taken from a stranger, another office, a role that may not, or another site', async () => {
    const file = ['staff.csv', fixture('staff.csv')] as const;
    const auditor = await app.member(office, ['auditor']);
    const other = await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
    const stranger = await app.member(other, ['owner']);
    const refusals = [
      await upload({ token: 'x', tenant: 'eigen' }, file),
      await upload({ ...stranger, tenant: 'eigen' }, file),
      await upload(auditor, file),
      await upload(owner, file, { headers: { 'sec-fetch-site': 'cross-site' } }),
      await upload(owner, file, { headers: { 'content-type': 'text/plain' } }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([401, 404, 403, 403, 403]);
  });

  it('is kept nowhere once it is read, nor where it is refused', async () => {
    const folder = join(tmpdir(), `ketenregie-incoming-${userInfo().uid}`);
    const ours = (): string[] => readdirSync(folder).filter((name) => name.startsWith(`${process.pid}-`));
    await importIdOf(await upload(owner, ['staff.csv', fixture('staff.csv')]));
    await upload(owner, ['leeg.csv', Buffer.from('')]);
    for (let tries = 0; ours().length > 0 && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ours()).toEqual([]);
  });

  it('is failed, and says so, where it breaks off halfway', async () => {
    const lines = ['Klantnummer;Naam;KvK-nummer', ...Array.from({ length: 5_000 }, (_, nr) => `${nr};Bedrijf ${nr} B.V.;${10_000_000 + nr}`)];
    const broken = Buffer.concat([Buffer.from(`${lines.join('\n')}\n9;"${'x'.repeat(400_000)}`)]);
    const id = await importIdOf(await upload(owner, ['gebroken.csv', broken]));
    const answer = await app.ask(owner, 'query ($id: ID!) { import(id: $id) { state operation { state failure } viewerCan } }', { variables: { id } });
    expect(answer.body.data).toEqual({ import: { state: 'failed', operation: { state: 'failed', failure: 'BROKEN_FILE_REFUSED' }, viewerCan: [] } });
  });
});
