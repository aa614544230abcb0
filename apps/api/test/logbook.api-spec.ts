import { type Caller, TestApp } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';
import { OPERATIONS } from './fixtures/operations.js';

interface Said {
  readonly action: string;
  readonly sentence: readonly { readonly text: string; readonly isName: boolean; readonly path: string | null }[];
  readonly reason: string | null;
  readonly payload: string;
  readonly details: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

let app: TestApp;
let office: Office;
let owner: Caller;
let auditorOfBeta: Caller;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' });
  await makeOffice(app.db, 'ander', { mark: 'Vreemd', digits: '2020' });
  owner = await app.member(office, ['owner']);
  auditorOfBeta = await app.member(office, ['auditor'], [office.b.clientId]);
}, 30_000);
afterAll(() => app.stop());

const LOG = `query ($filter: AuditFilter, $language: String) { auditEvents(filter: $filter, language: $language, first: 200) {
  totalCount edges { node { action sentence { text isName path } reason payload details { field before after } } } } }`;

async function log(caller: Caller, filter: object = {}, language = 'nl'): Promise<{ readonly totalCount: number; readonly said: Said[] }> {
  const answer = await app.ask(caller, LOG, { variables: { filter, language } });
  expect(answer.body.errors).toBeUndefined();
  const { totalCount, edges } = answer.body.data?.['auditEvents'] as { totalCount: number; edges: { node: Said }[] };
  return { totalCount, said: edges.map(({ node }) => node) };
}

const sentenceOf = ({ sentence }: Said): string => sentence.map(({ text }) => text).join('');
const of = async (action: string, ...asked: Parameters<typeof log>): Promise<Said> => {
  const found = (await log(...asked)).said.find((each) => each.action === action);
  if (found === undefined) throw new Error(`No entry ${action}`);
  return found;
};

async function change(query: string, input: object): Promise<void> {
  const answer = await app.ask(owner, query, { variables: { input } });
  expect(answer.body.errors).toBeUndefined();
}

describe('an entry of the log', () => {
  it('says who did what to which company, with the way to it, and what was and is', async () => {
    await change('mutation ($input: CompanyChangeInput!) { changeCompany(input: $input) { id } }', { id: office.a.companyId, town: 'Epe', endedOn: '2026-12-31' });
    const said = await of('company.changed', owner, { companyId: office.a.companyId });
    expect(sentenceOf(said)).toMatch(/^owner-\d+@eigen\.example wijzigde organisatie Eigen Alfa BV\.$/);
    expect(said.sentence.find(({ path }) => path !== null)).toEqual({ text: 'Eigen Alfa BV', isName: true, path: `o/${office.a.kvkNumber}` });
    expect(said.details).toEqual([{ field: 'Plaats', before: null, after: 'Epe' }, { field: 'Bestond tot en met', before: null, after: '31 dec 2026' }]);
    expect(sentenceOf(await of('company.changed', owner, { companyId: office.a.companyId }, 'en'))).toMatch(/ changed organisation Eigen Alfa BV\.$/);
  });

  it('tells a right by whose it is and for what, with the reason of a decision', async () => {
    await change('mutation ($input: DecideRevocationInput!) { decideRevocation(input: $input) { id } }', { authorisationId: office.b.officeHalfId, reason: 'Uit dienst' });
    const said = await of('authorisation.revocation-decided', owner, { companyId: office.b.companyId });
    expect([sentenceOf(said).replace(/^\S+/, 'X'), said.reason]).toEqual(['X besloot een recht in te trekken: Eigen Person voor Eigen Beta BV, Omzetbelasting.', 'Uit dienst']);
    expect(said.details).toEqual([{ field: 'Besloten op', before: null, after: '23 nov 2026' }]);
  });

  it('says levels, states, suppliers and services in the words of the portal', async () => {
    await change('mutation ($input: RecordAuthorisationInput!) { recordAuthorisation(input: $input) { id } }', {
      kind: 'direct', companyId: office.a.companyId, personId: office.personId, supplierKey: 'kpn', scope: 'targets', targets: [{ serviceKey: 'bd-ob' }], level: 'EH3', state: 'active', startsOn: '2026-11-23', endsOn: '2028-01-01',
    });
    const { details } = await of('authorisation.created', owner);
    expect(Object.fromEntries(details.map(({ field, after }) => [field, after]))).toMatchObject({ Waarvoor: 'Omzetbelasting', Leverancier: 'KPN', Niveau: 'EH3', Stand: 'actief', Einddatum: '1 jan 2028' });
  });

  it('names the file, the round and the member, and shows counts in words', async () => {
    expect(sentenceOf(await of('import.applied', owner))).toBe('Ketenregie zelf legde bestand c.csv vast.');
    expect((await of('import.applied', owner)).details).toEqual([{ field: 'Soort', before: null, after: 'Medewerkers' }, { field: 'Wat het bestand deed', before: null, after: '1 nieuw' }]);
    expect(sentenceOf(await of('review-round.opened', owner))).toMatch(/opende machtigingencontrole .+\.$/);
    expect(sentenceOf(await of('member.added', owner))).toMatch(/voegde auditor-\d+@eigen\.example toe als lid\.$/);
  });

  it('is filtered by person and period too, and the count follows', async () => {
    await change('mutation ($input: PersonChangeInput!) { changePerson(input: $input) { id } }', { id: office.personId, jobTitle: 'fiscalist' });
    const { said, totalCount } = await log(owner, { personId: office.personId, objectKind: 'person' });
    expect([totalCount, said.map(sentenceOf).every((text) => text.includes('Eigen Person'))]).toEqual([said.length, true]);
    expect((await log(owner, { personId: office.personId, until: '1999-12-31' })).totalCount).toBe(0);
  });

  it('names what is gone by the name that was recorded, or says that it is gone', async () => {
    await app.database.asAdmin(`insert into audit_event (tenant_id, id, sequence, occurred_at, actor, action, object_kind, object_id, payload, payload_hash, previous_hash, hash)
      values ($1, gen_random_uuid(), 100001, now(), 'operator', 'company.recorded', 'company', gen_random_uuid(), '{"name": "Weg BV"}', '', '', ''), ($1, gen_random_uuid(), 100002, now(), 'system', 'import.discarded', 'import', gen_random_uuid(), '{}', '', '', '')`, [office.id]);
    const said = (await log(owner)).said.slice(0, 2);
    expect(said.map(sentenceOf)).toEqual(['Ketenregie zelf gooide ingelezen bestand verwijderd weg.', 'De beheerder van deze installatie voegde organisatie Weg BV toe.']);
    expect(said.flatMap(({ sentence }) => sentence.flatMap(({ path }) => path ?? []))).toEqual([]);
  });

  it('has no raw word in it, whatever was done', async () => {
    for (const { document, variables } of Object.values(OPERATIONS)) if (document.startsWith('mutation')) await app.ask(owner, document, { variables: variables?.({ ...office.a, ...office, actId: office.lineId }) ?? {} });
    for (const language of ['nl', 'en']) {
      const { said } = await log(owner, {}, language);
      expect(new Set(said.map(({ action }) => action)).size).toBeGreaterThan(18);
      const words = said.flatMap((each) => [sentenceOf(each), ...each.details.flatMap(({ field, before, after }) => [field, before, after])]).filter((word) => word !== null);
      expect(words.filter((word) => /\b(member:|[a-z]+[A-Z][a-z]+\b|\{|undefined|null|[0-9a-f]{8}-[0-9a-f]{4}-)|logbook\./.test(word.replaceAll(/\S+@\S+/g, '')))).toEqual([]);
    }
  });
});

describe('the log of a member of one client', () => {
  it('has the entries of that client, by name, and the same names for who may see them', async () => {
    const { said, totalCount } = await log(auditorOfBeta);
    const text = JSON.stringify(said);
    expect([said.length, text.includes('Eigen Beta BV')]).toEqual([totalCount, true]);
    expect(JSON.stringify((await log(owner)).said)).toContain('Eigen Alfa BV');
    for (const foreign of ['Eigen Alfa', office.a.kvkNumber, 'Vreemd', 'c.csv']) expect([foreign, text.includes(foreign)]).toEqual([foreign, false]);
  });

  it('neither names nor tells anything of an object that went to another client, nor leads to it', async () => {
    const before = await of('company.changed', owner, { companyId: office.a.companyId });
    expect(before.details.length).toBeGreaterThan(0);
    // The entry stays that of the client whose company it was; the company itself is of another one.
    await app.database.asAdmin(`insert into audit_event (tenant_id, id, sequence, client_id, occurred_at, actor, action, object_kind, object_id, reason, payload, payload_hash, previous_hash, hash)
      values ($1, gen_random_uuid(), 100003, $2, now(), 'system', 'company.changed', 'company', $3, 'Eigen Alfa verhuist', '{"before": {"name": "Eigen Alfa Oud"}, "after": {"name": "Eigen Alfa BV"}}', '', '', '')`,
      [office.id, office.b.clientId, office.a.companyId]);
    const [entry] = (await log(auditorOfBeta, { action: 'company.changed' })).said;
    expect(entry).toEqual({ action: 'company.changed', reason: null, payload: '{}', details: [], sentence: [
      { text: 'Ketenregie zelf', isName: true, path: null }, { text: ' wijzigde organisatie ', isName: false, path: null }, { text: 'iets wat je niet ziet', isName: true, path: null }, { text: '.', isName: false, path: null },
    ] });
    expect((await log(owner, { action: 'company.changed' })).said[0]?.details).toEqual([{ field: 'Naam', before: 'Eigen Alfa Oud', after: 'Eigen Alfa BV' }]);
  });

  it('counts what it shows, also by a company or person of another client', async () => {
    expect((await log(auditorOfBeta, { companyId: office.a.companyId, action: 'authorisation' })).totalCount).toBe(0);
    expect((await log(owner, { companyId: office.a.companyId, action: 'authorisation' })).totalCount).toBeGreaterThan(0);
  });

  it('has no way to pages that the role has not', async () => {
    const auditor = await app.member(office, ['auditor']);
    const pathsOf = ({ said }: { readonly said: readonly Said[] }) => said.flatMap(({ sentence }) => sentence.flatMap(({ path }) => path ?? []));
    expect(pathsOf(await log(auditor)).filter((path) => path.startsWith('import/'))).toEqual([]);
    expect(pathsOf(await log(owner)).filter((path) => path.startsWith('import/')).length).toBeGreaterThan(0);
  });
});

it('goes out as a file in the same words, in the language that is asked for', async () => {
  const get = async (language: string) => (await fetch(`${app.url}/exports/logbook.csv?tenant=eigen&objectKind=company&language=${language}`, { headers: { cookie: `__Host-ketenregie=${owner.token}` } })).text();
  const [nl, en] = [await get('nl'), await get('en')];
  expect(nl.split('\r\n')[0]).toContain('Nummer;Tijdstip;Wie;Wat er gebeurde;Soort;Reden;Wat er veranderde');
  expect(nl).toMatch(/wijzigde organisatie Eigen Alfa BV\.;Organisatie;.*Plaats: /);
  expect(en).toMatch(/changed organisation Eigen Alfa BV\.;Organisation;/);
});
