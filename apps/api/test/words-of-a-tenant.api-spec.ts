import { recordOwnCompany } from '@ketenregie/companies-server';
import { calendarDate } from '@ketenregie/kernel';
import { createTenant, type RecordOwnCompany } from '@ketenregie/tenants-server';
import { type Caller, TestApp } from './app.js';

const recordOwn: RecordOwnCompany = (writer, company) => recordOwnCompany(writer, company, calendarDate('2026-11-23'));

let app: TestApp;
let holding: { readonly id: string; readonly slug: string };
let owner: Caller;
beforeAll(async () => {
  app = await TestApp.start();
  holding = await createTenant(app.db, { slug: 'groep', name: 'Groep', kind: 'holding', kvkNumber: '90000011' }, recordOwn);
  owner = await app.member(holding, ['owner']);
}, 30_000);
afterAll(() => app.stop());

const hasClients = async (caller: Caller): Promise<unknown> => (await app.ask(caller, '{ tenant { hasClients } }')).body.data;
const add = (input: object): Promise<unknown> => app.ask(owner, 'mutation ($input: CompanyInput!) { recordCompany(input: $input) { isOwn } }', { variables: { input } }).then(({ body }) => body.data);

describe('the word client', () => {
  it('counts in an office from its first day', async () => {
    const office = await createTenant(app.db, { slug: 'kantoor', name: 'Kantoor', kind: 'office', kvkNumber: '90000022' }, recordOwn);
    expect(await hasClients(await app.member(office, ['adviser']))).toEqual({ tenant: { hasClients: true } });
  });

  it('counts in a holding once it made a second client, for who sees that one', async () => {
    const ofOwn = await app.member(holding, ['adviser'], [holding.id]);
    expect(await add({ name: 'Dochter B.V.', kvkNumber: '90000033' })).toEqual({ recordCompany: { isOwn: true } });
    expect(await hasClients(owner)).toEqual({ tenant: { hasClients: false } });
    expect(await add({ name: 'Buitenstaander B.V.', kvkNumber: '90000044', clientNumber: '7' })).toEqual({ recordCompany: { isOwn: false } });
    expect(await hasClients(owner)).toEqual({ tenant: { hasClients: true } });
    expect(await hasClients(ofOwn)).toEqual({ tenant: { hasClients: false } });
  });
});
