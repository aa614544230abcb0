import { type Caller, TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

let app: TestApp;
let office: Office;
let owner: Caller;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' });
  await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
  owner = await app.member(office, ['owner']);
}, 30_000);
afterAll(() => app.stop());

const get = (caller: Caller, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/exports/${path}${path.includes('?') ? '&' : '?'}tenant=${caller.tenant}`, { headers: { cookie: `__Host-ketenregie=${caller.token}`, ...headers } });

describe('a list as a file', () => {
  it.each(['companies', 'people', 'means', 'authorisations', 'direct-authorisations', 'access', 'tasks', 'services', 'imports', 'logbook'])('comes in every form: %s', async (list) => {
    const types: Record<string, string> = { csv: 'text/csv; charset=utf-8', ods: 'application/vnd.oasis.opendocument.spreadsheet', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
    for (const [extension, type] of Object.entries(types)) {
      const response = await get(owner, `${list}.${extension}`);
      expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, type, 'no-store']);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="eigen-${list}-2026-11-23.${extension}"`);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50);
    }
  });

  it('holds what its filter leaves, and the log says that it was made', async () => {
    const text = await (await get(owner, `companies.csv?search=${office.a.kvkNumber}`)).text();
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect(text).toContain(office.a.companyName);
    const log = await app.ask(owner, '{ auditEvents(filter: { action: "export." }, first: 1) { edges { node { action payload } } } }');
    expect(JSON.stringify(log.body.data)).toContain(office.a.kvkNumber);
  });

  it('holds of the answers exactly the rows of the list under the same filter', async () => {
    const all = await app.ask(owner, 'query { accessList(first: 200) { edges { node { personId serviceKey status level } } } }');
    const [row] = (all.body.data as { accessList: { edges: { node: { personId: string; serviceKey: string; status: string; level: string | null } }[] } }).accessList.edges.map(({ node }) => node);
    if (row === undefined) throw new Error('The made office has no answers');
    const filters = [{}, { statuses: [row.status] }, { personIds: [row.personId], serviceKeys: [row.serviceKey] }, { levels: [row.level ?? 'EH3'] }, { endsFrom: '2027-01-01' }, { endsBefore: '2027-01-01' }, { supplierKeys: ['no-such-supplier'] }];
    for (const filter of filters) {
      const list = await app.ask(owner, 'query ($filter: AccessListInput) { accessList(first: 200, filter: $filter) { edges { node { personName companyName serviceNameNl } } } }', { variables: { filter } });
      const listed = (list.body.data as { accessList: { edges: { node: Record<string, string> }[] } }).accessList.edges.map(({ node }) => [node['personName'], node['companyName'], node['serviceNameNl']]);
      const query = new URLSearchParams(Object.entries(filter).map(([field, words]): [string, string] => [field, [words].flat().join(',')])).toString();
      const file = await (await get(owner, `access.csv?${query}`)).text();
      const written = file.split('\r\n').filter(Boolean).slice(1).map((line) => line.split(';'));
      expect([filter, written.map(([person, company, _kvk, service]) => [person, company, service])]).toEqual([filter, listed]);
    }
  });

  it('holds nothing of another client for a member who has one', async () => {
    const ofBeta = await app.member(office, ['adviser'], [office.b.clientId]);
    for (const list of ['companies', 'authorisations', 'access']) {
      const text = await (await get(ofBeta, `${list}.csv`)).text();
      expect([list, text.includes(office.a.companyName)]).toEqual([list, false]);
    }
    expect(await (await get(ofBeta, 'companies.csv')).text()).toContain(office.b.companyName);
  });

  it('is refused to a stranger, to another office, to roles that may not, and from another site', async () => {
    const contact = await app.member(office, ['client-contact'], [office.a.clientId]);
    const employee = await app.member(office, ['employee']);
    const adviser = await app.member(office, ['adviser']);
    const statuses = await Promise.all([
      get({ ...owner, token: null }, 'companies.csv'),
      get({ ...owner, tenant: 'ander' }, 'companies.csv'),
      get({ ...owner, tenant: 'bestaat-niet' }, 'companies.csv'),
      get(contact, 'companies.csv'),
      get(employee, 'people.csv'),
      get(adviser, 'logbook.csv'),
      get(owner, 'companies.csv', { 'sec-fetch-site': 'cross-site' }),
    ]).then((answers) => answers.map(({ status }) => status));
    expect(statuses).toEqual([401, 404, 404, 403, 403, 403, 403]);
  });

  it.each([
    ['a list that is not there', 'wachtwoorden.csv', 404, 'NOT_FOUND'],
    ['a form that is not there', 'companies.exe', 404, 'NOT_FOUND'],
    ['a property of all objects', 'constructor.csv', 404, 'NOT_FOUND'],
    ['a client that is no id', `companies.csv?clientId=${encodeURIComponent("' or 1=1 --")}`, 422, 'INVALID_INPUT'],
    ['a state that is none', 'authorisations.csv?states=weg', 422, 'INVALID_INPUT'],
    ['a day that is none', 'access.csv?endsBefore=morgen', 422, 'INVALID_INPUT'],
  ])('is refused for %s, before a byte of it is sent', async (_, path, status, code) => {
    const response = await get(owner, path);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  });
});

it('leaves the session as it was', async () => {
  expect(codeOf(await app.ask(owner, '{ tenant { name } }'))).toBeNull();
});
