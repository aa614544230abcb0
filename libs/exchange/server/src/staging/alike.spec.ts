import type { Finding, ReadAuthorisation, ReadCompany } from '@ketenregie/exchange-domain';
import { calendarDate } from '@ketenregie/kernel';
import { type Alikeness, AlikeFinder, COMPANIES, FINDINGS, restored, RIGHTS, type Written } from './alike.js';
import { storableJson } from './storable.js';

type StagedCompany = ReadCompany & { readonly blocked?: boolean };

const TARGETS = [{ text: 'btw', provider: 'belastingdienst', service: 'bd-ob' }];

/** Every field has a value: a new one does not compile before it stands here. */
const RIGHT: Required<ReadAuthorisation> = {
  row: 2, sheet: 'Blad 1', cell: 'C4', id: 'M-1', kind: 'chain', status: 'active', company: { name: 'Bakkerij B.V.', kvk: '12345678', rsin: null }, scope: 'services', targets: TARGETS, level: 'EH3',
  persons: ['A. de Wit'], validFrom: calendarDate('2024-02-01'), validUntil: calendarDate('2028-03-01'), untilPrecision: 'day', supplier: 'kpn', task: 'aangifte', responsible: 'B', note: 'let op', blocked: false, ambiguous: true,
};
const COMPANY: Required<Omit<StagedCompany, 'rows' | 'companyId'>> = {
  name: 'Bakkerij B.V.', kvk: '12345678', rsin: null, otherNames: [], row: 2, clientNumber: '100', legalForm: 'BV', town: 'Ede', partner: 'P', group: 'G', blocked: true,
};
const FINDING: Required<Finding> = {
  category: 'service-unknown', value: 'bwt', service: 'bd-ob', required: 'EH3', relatedRow: 3, company: 'Bakkerij B.V.', suggestion: 'btw', ambiguous: true, row: 2, sheet: 'Blad 1', cell: 'C4', column: 'services', severity: 'warning',
};

/** As a page writes and reads them. */
function throughPage<Thing extends object>(alikeness: Alikeness<Thing>, things: readonly Thing[]): { readonly short: number; readonly read: Thing[] } {
  const finder = new AlikeFinder(alikeness);
  const written = things.map((thing, at) => {
    const place = finder.place(thing, at);
    return place === null ? storableJson(alikeness.whole(thing)) : `[${place}${alikeness.own(thing)}]`;
  });
  return { short: written.filter((text) => text.startsWith('[')).length, read: restored(JSON.parse(`[${written.join(',')}]`) as Written<Thing>[], alikeness) };
}

const without = <Thing extends object>(thing: Thing, field: string): Thing => Object.fromEntries(Object.entries(thing).filter(([name]) => name !== field)) as Thing;
const OTHER: Readonly<Record<string, unknown>> = {
  targets: [...TARGETS], persons: ['C. Zwart'], otherNames: ['Bakker B.V.'], blocked: 'other', ambiguous: undefined, company: { name: 'Bakkerij B.V.', kvk: '12345678', rsin: null, companyId: 'chosen' },
};

const KINDS = [
  { kind: 'rights', alikeness: RIGHTS, thing: RIGHT, own: ['row', 'company'], optional: ['sheet', 'cell', 'id', 'scope', 'supplier', 'task', 'responsible', 'note', 'ambiguous'] },
  { kind: 'companies', alikeness: COMPANIES, thing: COMPANY, own: ['name', 'kvk', 'rsin', 'row', 'clientNumber'], optional: ['otherNames', 'row', 'clientNumber', 'legalForm', 'town', 'partner', 'group', 'blocked'] },
  { kind: 'findings', alikeness: FINDINGS, thing: FINDING, own: ['row', 'relatedRow'], optional: ['value', 'service', 'required', 'relatedRow', 'company', 'suggestion', 'ambiguous', 'sheet', 'cell', 'column'] },
] as unknown as readonly { readonly kind: string; readonly alikeness: Alikeness<object>; readonly thing: object; readonly own: readonly string[]; readonly optional: readonly string[] }[];

describe.each(KINDS)('$kind on a page', ({ alikeness, thing, own, optional }) => {
  const shared = Object.keys(thing).filter((field) => !own.includes(field));

  it('are written short where they differ in nothing but what is their own, and read whole', () => {
    const other = { ...thing, row: 7, ...('relatedRow' in thing && { relatedRow: 5 }), ...('kvk' in thing && { name: 'Slager "De Haak"\n', kvk: null, clientNumber: '7\u0000' }) };
    const { short, read } = throughPage(alikeness, [thing, other, thing]);
    expect([short, read]).toEqual([2, [thing, 'kvk' in thing ? { ...other, clientNumber: '7\ufffd' } : other, thing]]);
  });

  it.each(shared)('are written whole where they differ in %s', (field) => {
    const changed = { ...thing, [field]: field in OTHER ? OTHER[field] : 'other' };
    const { short, read } = throughPage(alikeness, [thing, changed]);
    expect([short, read]).toEqual([0, JSON.parse(JSON.stringify([thing, changed])) as object[]]);
  });

  it.each(optional)('are told apart where one has no %s', (field) => {
    const { read } = throughPage(alikeness, [thing, without(thing, field), thing]);
    expect(read).toEqual([thing, without(thing, field), thing]);
  });
});

describe('a company of a register that a person chose', () => {
  it('stays with its right', () => {
    const chosen = { ...RIGHT, company: { ...RIGHT.company, companyId: 'c1' } };
    expect(throughPage(RIGHTS, [RIGHT, chosen, chosen])).toEqual({ short: 0, read: [RIGHT, chosen, chosen] });
  });
});

describe('a page', () => {
  it('of an earlier version holds whole things alone', () => {
    expect([restored([RIGHT, RIGHT], RIGHTS), restored(null, RIGHTS)]).toEqual([[RIGHT, RIGHT], []]);
  });

  it('whose things all differ looks through the latest of them alone, and finds those', () => {
    const rights = Array.from({ length: 200 }, (_, nr) => ({ ...RIGHT, note: `nr ${nr}` }));
    const { short, read } = throughPage(RIGHTS, [...rights, { ...RIGHT, row: 9, note: 'nr 199' }]);
    expect([short, read.at(-1), read.length]).toEqual([1, { ...RIGHT, row: 9, note: 'nr 199' }, 201]);
  });
});
