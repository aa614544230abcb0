import { type CalendarDate, calendarDate } from '@ketenregie/kernel';
import fc from 'fast-check';
import { type KnownMeans, type MeansFact, type MeansPlan, planMeans } from './index.js';

const ON = calendarDate('2026-11-23');
const LATER = calendarDate('2026-12-01');
const [ANNA, BERT] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];

const fact = (change: Partial<MeansFact> = {}): MeansFact => ({
  ...{ position: 0, personId: ANNA, supplierKey: 'reconi', supplierReference: null, level: 'EH3', variant: 'standard', state: 'active' },
  ...{ statedOn: ON, issuedOn: null, endsOn: null, lastUsedOn: null, method: null, ...change },
});

let known: KnownMeans[];
beforeEach(() => {
  known = [];
});

/** Ids are in time order by the millisecond, and two lists are never recorded in the same one. */
function nextMillisecond(): void {
  const at = Date.now();
  while (Date.now() === at);
}

function record(facts: readonly MeansFact[], on: CalendarDate = ON): MeansPlan {
  nextMillisecond();
  const plan = planMeans(facts, known, on);
  const holders = new Map(plan.versions.filter(({ validUntil }) => validUntil === null).map((version) => [version.ownerId, version]));
  const references = new Map(plan.referenced.map(({ id, supplierReference }) => [id, supplierReference]));
  known = [...known, ...plan.means.map((means): KnownMeans => ({ ...means, holder: null }))].map((means) => ({
    ...means,
    supplierReference: references.get(means.id) ?? means.supplierReference,
    holder: holders.get(means.id) ?? means.holder,
  }));
  return plan;
}
const outcomes = (facts: readonly MeansFact[], on = ON) => record(facts, on).outcomes.map(({ outcome }) => outcome);

describe('finding the means of a row', () => {
  it.each<[string, MeansFact[], MeansFact[], string[]]>([
    ['the same user number', [fact({ supplierReference: 'U1' })], [fact({ supplierReference: 'U1', level: 'EH4' })], ['updated']],
    ['the same user number at another supplier', [fact({ supplierReference: 'U1' })], [fact({ supplierReference: 'U1', supplierKey: 'kpn' })], ['created']],
    ['another user number, the same level', [fact({ supplierReference: 'U1' })], [fact({ supplierReference: 'U2' })], ['created']],
    ['a user number where there was none', [fact()], [fact({ supplierReference: 'U1' })], ['updated']],
    ['no user number, the same level', [fact({ supplierReference: 'U1' })], [fact()], ['unchanged']],
    ['another level', [fact()], [fact({ level: 'EH4' })], ['created']],
    ['two alike', [fact(), fact({ position: 1 })], [fact(), fact({ position: 1 })], ['unchanged', 'unchanged']],
    ['a user number twice', [], [fact({ supplierReference: 'U1' }), fact({ position: 1, supplierReference: 'U1', state: 'suspended' })], ['created', 'unchanged']],
    ['nobody known', [], [fact({ personId: null })], ['skipped']],
    ['a user number of another person', [fact({ supplierReference: 'U1' })], [fact({ supplierReference: 'U1', personId: BERT, state: 'withdrawn' })], ['skipped']],
  ])('%s', (_, before, facts, expected) => {
    record(before);
    expect(outcomes(facts)).toEqual(expected);
  });
});

describe('what is believed of a means', () => {
  const day = calendarDate;
  const held = fact({ supplierReference: 'U1', endsOn: day('2027-12-31'), lastUsedOn: day('2026-10-01'), evidence: { evidenceClass: 'A', seenOn: ON, seenBy: 'system' } });
  const unseen = fact({ supplierReference: 'U1', endsOn: day('2027-12-31'), lastUsedOn: day('2026-10-01') });
  it.each<[string, Partial<MeansFact>, object | null]>([
    ['the same on a later day changes nothing', { statedOn: LATER }, null],
    ['the state is as stated last', { state: 'suspended', statedOn: LATER }, { state: 'suspended', statedOn: LATER }],
    ['what is not said stays', { endsOn: null, level: null, method: null }, null],
    ['the later of two uses counts', { lastUsedOn: day('2026-09-01') }, null],
    ['a later use is one', { lastUsedOn: day('2026-11-01') }, { lastUsedOn: '2026-11-01' }],
    ['what showed the old shows nothing of the new', { state: 'withdrawn' }, { evidenceClass: null, seenOn: null, seenBy: null }],
    ['looked at again', { evidence: { evidenceClass: 'A', seenOn: LATER, seenBy: 'system' } }, { seenOn: LATER, state: 'active' }],
  ])('%s', (_, change, expected) => {
    record([held]);
    expect(record([{ ...unseen, ...change }], LATER).versions.at(-1)?.content ?? null).toEqual(expected === null ? null : expect.objectContaining(expected));
  });
});

describe('any overview', () => {
  const row = fc.record({
    personId: fc.constantFrom(ANNA, BERT, null),
    supplierKey: fc.constantFrom('reconi', 'kpn'),
    supplierReference: fc.constantFrom(null, null, 'U1', 'U2'),
    level: fc.constantFrom('EH3' as const, 'EH4' as const, null),
    state: fc.constantFrom('active' as const, 'suspended' as const),
    endsOn: fc.constantFrom(null, calendarDate('2027-12-31'), calendarDate('2028-12-31')),
  });
  const overview = fc.array(row, { minLength: 1, maxLength: 7 }).map((rows) => rows.map((given, position) => fact({ ...given, position })));

  it('changes nothing when it is recorded again, and finds the same means', () => {
    fc.assert(
      fc.property(fc.array(overview, { maxLength: 3 }), overview, (before, facts) => {
        known = [];
        for (const each of before) record(each);
        const first = record(facts).outcomes.map(({ meansId }) => meansId);
        const again = record(facts, LATER);
        expect(again).toMatchObject({ means: [], referenced: [], versions: [], supersededIds: [] });
        expect([...again.outcomes.map(({ meansId }) => meansId)].sort()).toEqual([...first].sort());
      }),
      { numRuns: 200 },
    );
  });
});
