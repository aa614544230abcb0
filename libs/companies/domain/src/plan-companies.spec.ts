import { calendarDate } from '@ketenregie/kernel';
import fc from 'fast-check';
import { type CompanyFact, type Neighbours, planCompanies } from './index.js';
import { RecordedCompanies, aCompanyFact as fact } from './testing/recorded-companies.js';

const ON = calendarDate('2026-11-23');
const LATER = calendarDate('2026-12-01');

let store: RecordedCompanies;
beforeEach(() => {
  store = new RecordedCompanies();
});

const outcomes = (facts: readonly CompanyFact[], on = ON) => store.record(facts, on).outcomes.map(({ outcome }) => outcome);
const ids = (facts: readonly CompanyFact[]) => store.record(facts, ON).outcomes.map(({ companyId }) => companyId);
const [first, ...rest] = [fact({ kvkNumber: '90000011', name: 'A B.V.' }), fact({ kvkNumber: '90000012', name: 'B B.V.' })];

describe('finding the company of a row', () => {
  it.each<[string, CompanyFact, CompanyFact, boolean]>([
    ['the same KvK number, another name', fact({ kvkNumber: '90000011' }), fact({ kvkNumber: '90000011', name: 'Heel anders' }), true],
    ['another KvK number, the same name', fact({ kvkNumber: '90000011' }), fact({ kvkNumber: '90000012' }), false],
    ['the same RSIN', fact({ rsin: '992700012' }), fact({ kvkNumber: '90000011', rsin: '992700012' }), true],
    ['a client number with the same name', fact({ kvkNumber: '90000011', clientNumber: 'K1' }), fact({ clientNumber: 'K1', name: 'bakkerij jansen BV' }), true],
    ['a client number with another name', fact({ kvkNumber: '90000011', clientNumber: 'K1' }), fact({ clientNumber: 'K1', name: 'Slagerij' }), false],
    ['another KvK number under the same client number', fact({ kvkNumber: '90000011', clientNumber: 'K1' }), fact({ kvkNumber: '90000012', clientNumber: 'K1' }), false],
    ['a KvK number that became known under the client number', fact({ clientNumber: 'K1' }), fact({ kvkNumber: '90000011', clientNumber: 'K1' }), true],
    ['a name alone, spelled otherwise', fact(), fact({ name: 'BAKKERIJ JANSEN BV' }), true],
    ['a name alone of the one company that has it', fact({ kvkNumber: '90000011' }), fact(), true],
    ['a number where a name was known', fact(), fact({ kvkNumber: '90000011' }), false],
    ['the same name at another client', fact({ clientNumber: 'K1' }), fact({ clientNumber: 'K2' }), false],
    ['a name it was met under before', fact({ kvkNumber: '90000011', otherNames: ['De Oude Oven'] }), fact({ name: 'De Oude Oven' }), true],
    ['a number without a name', fact({ kvkNumber: '90000011' }), fact({ kvkNumber: '90000011', name: '' }), true],
  ])('%s', (_, one, other, isSame) => {
    const [known] = ids([one]);
    expect(ids([other])[0] === known).toBe(isSame);
  });

  it('makes one company of a list that has it twice, whichever row comes first', () => {
    const rows = [fact({ name: 'Bakkerij Jansen BV' }), fact({ position: 1, kvkNumber: '90000011', clientNumber: 'K1' })];
    expect(new Set(ids(rows)).size).toBe(1);
    store = new RecordedCompanies();
    expect(new Set(ids(rows.toReversed())).size).toBe(1);
  });

  it('gives a name that two companies have a company of its own, once', () => {
    store.record([fact({ kvkNumber: '90000011' }), fact({ position: 1, kvkNumber: '90000012' })], ON);
    expect([outcomes([fact()]), outcomes([fact()])]).toEqual([['created'], ['unchanged']]);
  });

  it('counts a company once, at its first row', () => {
    expect(outcomes([fact({ kvkNumber: '90000011' }), fact({ position: 1, kvkNumber: '90000011' })])).toEqual(['created', 'unchanged']);
  });
});

describe('clients of companies', () => {
  it('share a client number, and are one client', () => {
    const plan = store.record([fact({ kvkNumber: '90000011', clientNumber: 'K1' }), fact({ position: 1, kvkNumber: '90000012', clientNumber: 'K1', name: 'Holding' })], ON);
    expect(plan.clients).toEqual([expect.objectContaining({ clientNumber: 'K1', name: 'Bakkerij Jansen B.V.' })]);
    expect(new Set(plan.outcomes.map(({ clientId }) => clientId)).size).toBe(1);
  });

  it('without client number stand alone at an office, and are the holding’s own at a holding', () => {
    const rows = [first as CompanyFact, ...rest];
    expect(new Set(store.record(rows, ON).outcomes.map(({ clientId }) => clientId)).size).toBe(2);
    const holding = new RecordedCompanies(undefined, true);
    const plan = holding.record(rows, ON);
    expect([plan.clients, new Set(plan.outcomes.map(({ clientId }) => clientId))]).toEqual([[], new Set([holding.ownClientId])]);
  });

  it('get the number that a later list gives, and not one that another client has', () => {
    store.record([fact({ kvkNumber: '90000011' }), fact({ position: 1, kvkNumber: '90000012', name: 'B' })], ON);
    const numbered = fact({ kvkNumber: '90000011', clientNumber: 'K1' });
    expect(store.record([numbered], ON)).toMatchObject({ outcomes: [{ outcome: 'updated' }], numberedClients: [{ clientNumber: 'K1' }], versions: [] });
    expect(outcomes([numbered])).toEqual(['unchanged']);
    expect(store.record([fact({ kvkNumber: '90000012', clientNumber: 'K1', name: 'B' })], ON).numberedClients).toEqual([]);
  });
});

describe('numbers', () => {
  it('that become known are added, without a new version', () => {
    store.record([fact({ rsin: '992700012' })], ON);
    const plan = store.record([fact({ rsin: '992700012', kvkNumber: '90000011' })], ON);
    expect(plan).toMatchObject({ companies: [{ kvkNumber: '90000011', rsin: '992700012', isNew: false }], versions: [], outcomes: [{ outcome: 'updated' }] });
  });

  it('of another company are not taken over', () => {
    store.record([fact({ kvkNumber: '90000011' }), fact({ position: 1, rsin: '992700012', name: 'B' })], ON);
    expect(store.record([fact({ kvkNumber: '90000011', rsin: '992700012' })], ON)).toMatchObject({ companies: [], outcomes: [{ outcome: 'unchanged' }] });
  });

  it('that turn out to be a citizen number go', () => {
    store.record([fact({ kvkNumber: '90000011', rsin: '992700012' })], ON);
    const plan = store.record([fact({ kvkNumber: '90000011', legalForm: 'eenmanszaak', isAuthoritative: true })], ON);
    expect(plan.companies).toEqual([expect.objectContaining({ kvkNumber: '90000011', rsin: null })]);
    expect(store.record([fact({ kvkNumber: '90000011', rsin: '992700012' })], ON).companies).toEqual([]);
  });
});

describe('what is believed of a company', () => {
  const known = fact({ kvkNumber: '90000011', legalForm: 'BV', town: 'Zwolle' });
  it.each<[string, Partial<CompanyFact>, object | null]>([
    ['a client list renames', { name: 'Banket Jansen B.V.', isAuthoritative: true }, { name: 'Banket Jansen B.V.', otherNames: ['Bakkerij Jansen B.V.'] }],
    ['another list adds its name', { name: 'Bakker J.' }, { name: 'Bakkerij Jansen B.V.', otherNames: ['Bakker J.'] }],
    ['another spelling of the legal form is no name', { name: 'BAKKERIJ JANSEN BV' }, null],
    ['a client list’s field wins', { town: 'Assen', isAuthoritative: true }, { town: 'Assen' }],
    ['a client list without the field erases nothing', { town: null, legalForm: null, isAuthoritative: true }, null],
    ['another list fills what is missing', { accountable: 'mr. Blom', town: 'Assen' }, { accountable: 'mr. Blom', town: 'Zwolle' }],
    ['a number without a name renames nobody', { name: '', isAuthoritative: true }, null],
  ])('%s', (_, change, expected) => {
    store.record([known], ON);
    const { versions } = store.record([fact({ kvkNumber: '90000011', ...change })], LATER);
    expect(versions.at(-1)?.content ?? null).toEqual(expected === null ? null : expect.objectContaining(expected));
  });

  it('holds as far back as is known at first, then from the reference day on', () => {
    expect(store.record([known], ON).versions).toEqual([expect.objectContaining({ validFrom: null, validUntil: null })]);
    const { versions, supersededIds } = store.record([{ ...known, town: 'Assen', isAuthoritative: true }], LATER);
    expect(versions.map(({ validFrom, validUntil, content }) => [validFrom, validUntil, content.town])).toEqual([[null, '2026-11-30', 'Zwolle'], ['2026-12-01', null, 'Assen']]);
    expect(supersededIds).toHaveLength(1);
  });

  it.each<[string, Neighbours, [string | null, string | null], string]>([
    ['nothing is believed of it', { previousUntil: null, nextFrom: null }, [null, null], 'created'],
    ['something held before', { previousUntil: calendarDate('2026-10-31'), nextFrom: null }, ['2026-11-23', null], 'updated'],
    ['something holds later', { previousUntil: null, nextFrom: calendarDate('2026-12-10') }, [null, '2026-12-09'], 'updated'],
    ['it stands in a gap', { previousUntil: calendarDate('2026-10-31'), nextFrom: calendarDate('2026-12-10') }, ['2026-11-23', '2026-12-09'], 'updated'],
  ])('fills what is free around the reference day where %s', (_, neighbours, [validFrom, validUntil], outcome) => {
    const company = { id: '00000000-0000-7000-8000-000000000001', clientId: store.ownClientId, clientNumber: null, kvkNumber: '90000011', rsin: null, holder: null, ...neighbours };
    const plan = planCompanies([known], { ...store.knowledge, companies: [company] }, ON);
    expect(plan).toMatchObject({ outcomes: [{ outcome, companyId: company.id }], companies: [], versions: [{ validFrom, validUntil }], supersededIds: [] });
  });

  it('is called by its number until a name is known', () => {
    store.record([fact({ kvkNumber: '90000011', name: '' })], ON);
    const { versions } = store.record([fact({ kvkNumber: '90000011', name: 'Bakkerij' })], ON);
    expect(versions.at(-1)?.content).toMatchObject({ name: 'Bakkerij', otherNames: [] });
  });
});

describe('any list', () => {
  const maybe = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: null });
  const row = fc.record({
    kvkNumber: maybe('90000011', '90000012', '90000013'),
    rsin: maybe('992700012', '000001004'),
    clientNumber: maybe('K1', 'K2'),
    name: fc.constantFrom('Jansen B.V.', 'JANSEN BV', 'Smit V.O.F.', 'Holding Noord'),
    legalForm: maybe('BV', 'eenmanszaak'),
    town: maybe('Zwolle', 'Assen'),
    isAuthoritative: fc.boolean(),
  });
  const listOf = (rows: fc.Arbitrary<Partial<CompanyFact>>) => fc.array(rows, { minLength: 1, maxLength: 8 }).map((given) => given.map((each, position) => fact({ ...each, position })));
  // A row that calls somebody a sole trader whose RSIN another row gives contradicts it: the reader of files drops such a number beforehand.
  const list = listOf(row.map((given) => ({ ...given, legalForm: given.legalForm === null ? null : 'BV' })));

  it('changes nothing when it is recorded again, and finds the same companies', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 3 }), list, fc.boolean(), (before, facts, isHolding) => {
        const kept = new RecordedCompanies(undefined, isHolding);
        for (const each of before) kept.record(each, ON);
        const companies = kept.record(facts, ON).outcomes.map(({ companyId }) => companyId);
        const again = kept.record(facts, LATER);
        expect(again).toMatchObject({ clients: [], numberedClients: [], companies: [], versions: [], supersededIds: [] });
        expect(again.outcomes.map(({ companyId }) => companyId)).toEqual(companies);
      }),
      { numRuns: 300 },
    );
  });

  it('of numbered rows makes one company of each KvK number, in any order', () => {
    const numbered = row.filter(({ kvkNumber }) => kvkNumber !== null).map((given) => ({ ...given, rsin: null }));
    fc.assert(
      fc.property(listOf(numbered), fc.boolean(), (facts, isReversed) => {
        const { outcomes: made } = new RecordedCompanies().record(isReversed ? facts.toReversed() : facts, ON);
        const byKvk = new Map<string | null, Set<string>>();
        const all = new Map(facts.map((each) => [each.position, each.kvkNumber]));
        for (const { position, companyId } of made) byKvk.set(all.get(position) ?? null, (byKvk.get(all.get(position) ?? null) ?? new Set()).add(companyId));
        expect([...byKvk.values()].map(({ size }) => size)).toEqual([...byKvk].map(() => 1));
        expect(new Set(made.map(({ companyId }) => companyId)).size).toBe(new Set(facts.map(({ kvkNumber }) => kvkNumber)).size);
        expect(made.filter(({ outcome }) => outcome === 'created')).toHaveLength(byKvk.size);
      }),
      { numRuns: 200 },
    );
  });

  it('gives no number to two companies, and keeps no fiscal number of a natural person', () => {
    fc.assert(
      fc.property(fc.array(listOf(row), { minLength: 1, maxLength: 3 }), (lists) => {
        const kept = new RecordedCompanies();
        for (const each of lists) kept.record(each, ON);
        const { companies } = kept.knowledge;
        for (const numbers of [companies.flatMap(({ kvkNumber }) => kvkNumber ?? []), companies.flatMap(({ rsin }) => rsin ?? [])]) expect(new Set(numbers).size).toBe(numbers.length);
        expect(companies.filter(({ rsin, holder }) => rsin !== null && holder?.content.legalForm === 'eenmanszaak')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
