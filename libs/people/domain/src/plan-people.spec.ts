import { type CalendarDate, calendarDate } from '@ketenregie/kernel';
import fc from 'fast-check';
import { type KnownPersonRecord, type PeoplePlan, type PersonFact, planPeople } from './index.js';

const ON = calendarDate('2026-11-23');
const LATER = calendarDate('2026-12-01');

const fact = (change: Partial<PersonFact> = {}): PersonFact => ({
  ...{ position: 0, fullName: 'Jan de Vries', initials: null, email: null, jobTitle: null, isDirector: false },
  ...{ inServiceFrom: null, inServiceUntil: null, isAuthoritative: false, ...change },
});

let known: KnownPersonRecord[];
beforeEach(() => {
  known = [];
});

function record(facts: readonly PersonFact[], on: CalendarDate = ON): PeoplePlan {
  const plan = planPeople(facts, known, on);
  const holders = new Map(plan.versions.filter(({ validUntil }) => validUntil === null).map((version) => [version.ownerId, version]));
  known = [...known, ...plan.newIds.map((id) => ({ id, holder: null }))].map((person) => ({ ...person, holder: holders.get(person.id) ?? person.holder }));
  return plan;
}
const outcomes = (facts: readonly PersonFact[]) => record(facts).outcomes.map(({ outcome }) => outcome);
const [anna, bert] = ['anna@kantoor.example', 'bert@kantoor.example'];

describe('finding the person of a row', () => {
  it.each<[string, PersonFact[], PersonFact[], string[]]>([
    ['the same address, another name', [fact({ email: anna })], [fact({ email: 'Anna@Kantoor.example', fullName: 'Anna Bos' })], ['unchanged']],
    ['the same name, spelled otherwise', [fact()], [fact({ fullName: 'jan de vries' })], ['unchanged']],
    ['an address where there was none', [fact()], [fact({ email: anna })], ['updated']],
    ['a name without address', [fact({ email: anna })], [fact()], ['unchanged']],
    ['the same name with another address is another person', [fact({ email: anna })], [fact({ email: bert })], ['created']],
    ['another address on a staff list is the new one', [fact({ email: anna })], [fact({ email: bert, isAuthoritative: true })], ['updated']],
    ['unless the staff list has both', [fact({ email: anna })], [fact({ email: bert, isAuthoritative: true }), fact({ position: 1, email: anna, isAuthoritative: true })], ['created', 'unchanged']],
    ['a name that two have is nobody', [fact({ email: anna }), fact({ position: 1, email: bert })], [fact()], ['skipped']],
    ['twice in one list', [], [fact(), fact({ position: 1, email: anna })], ['created', 'unchanged']],
  ])('%s', (_, before, facts, expected) => {
    record(before);
    expect(outcomes(facts)).toEqual(expected);
  });
});

describe('what is believed of a person', () => {
  const staff = fact({ email: anna, jobTitle: 'salaris', inServiceUntil: calendarDate('2026-12-31'), isDirector: true });
  it.each<[string, Partial<PersonFact>, object | null]>([
    ['a staff list’s fields win', { fullName: 'Jan Vries', jobTitle: 'adviseur', isAuthoritative: true }, { fullName: 'Jan Vries', jobTitle: 'adviseur', isDirector: true }],
    ['a staff list without the column brings nobody back who left', { jobTitle: null, inServiceUntil: null, isAuthoritative: true }, null],
    ['another list fills what is missing', { initials: 'JdV', jobTitle: 'chef' }, { initials: 'JdV', jobTitle: 'salaris' }],
  ])('%s', (_, change, expected) => {
    record([staff]);
    const { versions } = record([fact({ email: anna, ...change })], LATER);
    expect(versions.at(-1)?.content ?? null).toEqual(expected === null ? null : expect.objectContaining(expected));
  });

  it('holds as far back as is known at first, then from the reference day on', () => {
    record([staff]);
    const { versions, supersededIds } = record([{ ...staff, jobTitle: 'chef', isAuthoritative: true }], LATER);
    expect(versions.map(({ validFrom, validUntil, content }) => [validFrom, validUntil, content.jobTitle])).toEqual([[null, '2026-11-30', 'salaris'], ['2026-12-01', null, 'chef']]);
    expect(supersededIds).toHaveLength(1);
  });
});

describe('any list', () => {
  const row = fc.record({
    fullName: fc.constantFrom('Jan de Vries', 'JAN DE VRIES', 'Anna Bos', 'A. Smit'),
    email: fc.constantFrom(null, anna, bert, 'c@kantoor.example'),
    jobTitle: fc.constantFrom(null, 'salaris', 'chef'),
    isAuthoritative: fc.boolean(),
  });
  const list = fc.array(row, { minLength: 1, maxLength: 7 }).map((rows) => rows.map((given, position) => fact({ ...given, position })));

  it('changes nothing when it is recorded again, and finds the same people', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 3 }), list, (before, facts) => {
        known = [];
        for (const each of before) record(each);
        const people = record(facts).outcomes.map(({ personId }) => personId);
        const again = record(facts, LATER);
        expect(again).toMatchObject({ newIds: [], versions: [], supersededIds: [] });
        expect(again.outcomes.map(({ personId }) => personId)).toEqual(people);
      }),
      { numRuns: 200 },
    );
  });
});
