import { readFileSync } from 'node:fs';
import { type AuthorisationFact, recordAuthorisations } from '@ketenregie/authorisations-server';
import { ownCompanies } from '@ketenregie/companies-server';
import { addMember, ensureAccount, openSession } from '@ketenregie/identity-server';
import { calendarDate } from '@ketenregie/kernel';
import { recordMeans, recordPeople } from '@ketenregie/people-server';
import { systemScope } from '@ketenregie/platform/db';
import { mayDo } from '@ketenregie/tenants-domain';
import { type GraphQLField, buildSchema } from 'graphql';
import { type Caller, TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';
import { OPERATIONS } from './fixtures/operations.js';
import { ROUTES } from './fixtures/routes.js';
import { selectionOf } from './fixtures/selection.js';

const TODAY = calendarDate('2026-11-23');
const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const queries = Object.values(schema.getQueryType()?.getFields() ?? {});

let app: TestApp;
let office: Office;
let employee: Caller & { readonly memberId: string };
let contact: Caller & { readonly memberId: string };
let owner: Caller;
/** Every id that the office has, with the table it is in. */
let ids: ReadonlyMap<string, string>;
let personId: string;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Zwanebloem', digits: '1010' });
  await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
  owner = await app.member(office, ['owner']);
  personId = await anEmployee();
  employee = await memberOf('employee', [], personId);
  contact = await memberOf('client-contact', [office.b.clientId], null);
  const tables = await app.database.asAdmin<{ name: string }>(`select c.table_name as name from information_schema.columns c join information_schema.columns i using (table_schema, table_name) where c.table_schema = 'public' and c.column_name = 'tenant_id' and i.column_name = 'id'`);
  const rows = await app.database.asAdmin<{ id: string; name: string }>(tables.map(({ name }) => `select id::text, '${name}' as name from "${name}"`).join(' union all '));
  ids = new Map(rows.map(({ id, name }) => [id, name]));
}, 60_000);
afterAll(() => app.stop());

async function memberOf(role: 'employee' | 'client-contact', clients: readonly string[], linkedTo: string | null): Promise<Caller & { readonly memberId: string }> {
  const accountId = await ensureAccount(app.db, { login: `${role}@eigen.example`, displayName: `Wie ${role} is` });
  const memberId = await app.db.write(systemScope(office.id), (writer) => addMember(writer, { accountId, roles: [role], clients, ...(linkedTo !== null && { personId: linkedTo }), displayName: `Wie ${role} is` }));
  return { token: await openSession(app.db, accountId), tenant: office.slug, memberId };
}

/** A person with means of his own and a right at the second client, where his colleague has one too. */
async function anEmployee(): Promise<string> {
  const recording = { referenceOn: TODAY, importId: null, recordedBy: 'system' };
  return app.db.write(systemScope(office.id), async (writer) => {
    const [own] = await ownCompanies(writer);
    const person = { position: 0, fullName: 'Willem Zelf', initials: null, email: 'willem@eigen.example', jobTitle: null, isDirector: false, inServiceFrom: null, inServiceUntil: null, isAuthoritative: true };
    const id = (await recordPeople(writer, [person], recording))[0]?.personId ?? '';
    await recordMeans(writer, [{ position: 0, personId: id, supplierKey: 'kpn', supplierReference: 'ZELF-1', level: 'EH3', variant: 'standard', state: 'active', statedOn: TODAY, issuedOn: null, endsOn: null, lastUsedOn: null, method: null }], recording);
    const half: AuthorisationFact = {
      ...{ position: 1, kind: 'office-half', clientId: office.b.clientId, companyId: office.b.companyId, intermediaryCompanyId: own?.id ?? '', personId: id, supplierKey: 'kpn', level: 'EH3' },
      ...{ scope: 'targets', state: 'active', statedOn: TODAY, startsOn: null, endsOn: calendarDate('2027-02-01'), untilPrecision: 'day' },
      targets: [{ serviceKey: 'bd-ob', providerKey: null, isWholeProvider: false }],
    };
    await recordAuthorisations(writer, [half], recording);
    return id;
  });
}

/** All that a query tells somebody who aims it at a client, with everything that may be asked of it. */
async function toldOf(caller: Caller, field: GraphQLField<unknown, unknown>): Promise<{ readonly code: string | null; readonly text: string }> {
  const needed = field.args.filter(({ type }) => String(type).endsWith('!') && !String(type).startsWith('['));
  const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const known = { ...office, ...office.a, id: office.a.companyId, key: 'bd-ob', service: 'bd-ob', person: office.personName, ...OPERATIONS[field.name]?.variables?.({ ...office.a, ...office }) } as Record<string, unknown>;
  const variables = Object.fromEntries(needed.map(({ name }) => [name, name === 'company' ? { id: office.a.companyId } : known[name]]));
  const whole = await app.ask(caller, `query ${declared && `(${declared})`} { ${field.name}${given && `(${given})`}${selectionOf(field.type, 5) ?? ''} }`, { variables });
  // Where something within is not his to ask, or not there, what stands above it may be.
  const { document = '', variables: aimed } = OPERATIONS[field.name] ?? {};
  const answer = codeOf(whole) !== null ? await app.ask(caller, document, { variables: aimed?.({ ...office.a, ...office }) ?? {} }) : whole;
  return { code: codeOf(answer), text: `${whole.text}\n${answer.text}` };
}

async function everythingToldTo(caller: Caller): Promise<{ readonly answered: readonly string[]; readonly text: string }> {
  const told = await Promise.all(queries.map(async (field) => ({ name: field.name, ...(await toldOf(caller, field)) })));
  const lists = Object.entries(ROUTES).flatMap(([, { addresses = [], addressOf }]) => [...addresses, ...(addressOf === undefined ? [] : [addressOf(office)])]).filter((address) => address !== '/imports');
  const files = await Promise.all(lists.map(async (address) => (await fetch(`${app.url}${address}?tenant=eigen`, { headers: { cookie: `__Host-ketenregie=${caller.token}` } })).text()));
  return { answered: told.filter(({ code }) => code === null).map(({ name }) => name).sort(), text: [...told.map(({ text }) => text), ...files].join('\n') };
}

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const tablesNamedIn = (text: string, own: readonly string[]): string[] => [...new Set((text.match(UUIDS) ?? []).filter((id) => !own.includes(id)).flatMap((id) => ids.get(id) ?? []))];
/** The queries that a role may ask at all, by the table. */
const allowedTo = (role: 'employee' | 'client-contact'): string[] => queries.map(({ name }) => name).filter((name) => OPERATIONS[name]?.action === null || mayDo([role], OPERATIONS[name]?.action ?? 'log.see')).sort();

it('an employee is answered about himself alone, whatever he asks of every operation and every file', async () => {
  const { answered, text } = await everythingToldTo(employee);
  expect(answered).toEqual(allowedTo('employee'));
  expect(text).toContain('Willem Zelf');
  expect(text).toContain('ZELF-1');
  expect(text).toContain('Zwanebloem Beta BV');
  expect(['Alfa', 'Zwanebloem Person', 'Zwanebloem-U1', '90101001', 'Zwanebloem-1', 'Zwanebloem-2', 'person@eigen', 'owner-', 'reviewer@', 'Wie client-contact', 'Ander', 'Beoordelaar'].filter((word) => text.includes(word))).toEqual([]);
  expect(tablesNamedIn(text, [employee.memberId, personId, office.id, office.b.clientId]).filter((table) => !['means', 'company', 'authorisation'].includes(table))).toEqual([]);
  expect(tablesNamedIn(text.replaceAll(office.b.companyId, ''), [employee.memberId, personId, office.id])).not.toContain('company');
});

it('the contact of a client is answered about that client alone, and of nobody of the staff', async () => {
  const { answered, text } = await everythingToldTo(contact);
  const aimedElsewhere = ['company'];
  expect(answered).toEqual(allowedTo('client-contact').filter((name) => !aimedElsewhere.includes(name)));
  expect(text).toContain('Zwanebloem Beta BV');
  expect(['Alfa', 'Zwanebloem Person', 'Willem', 'Zwanebloem-U1', '90101001', '90101000', 'Zwanebloem-1', 'person@eigen', 'owner-', 'reviewer@', 'Wie employee', 'Ander', 'Beoordelaar'].filter((word) => text.includes(word))).toEqual([]);
  expect(tablesNamedIn(text, [contact.memberId, office.b.clientId, office.b.companyId, office.id])).toEqual([]);
});

it('and the owner is told all of it (the right one can)', async () => {
  const { text } = await everythingToldTo(owner);
  expect(['Alfa', 'Zwanebloem Person', 'Zwanebloem-U1', '90101001', 'Zwanebloem-1', 'Willem', 'Wie client-contact', 'Beoordelaar'].filter((word) => !text.includes(word))).toEqual([]);
  // What ends somebody's digests without signing in stands in his mail alone.
  const keys = await app.database.asAdmin<{ key: string }>('select stop_key as key from notice where tenant_id = $1', [office.id]);
  expect([keys.length > 0, keys.filter(({ key }) => text.includes(key))]).toEqual([true, []]);
});
