import { filterOf, readAccessSearch } from './access-search.js';

describe('the filters of the list of answers', () => {
  it.each([
    ['a status', { status: 'lapsed' }, { status: 'lapsed' }],
    ['everything', { status: 'all' }, {}],
    ['portal, person, day and form', { portaal: 'uwv', persoon: 'p', tot: '2027-01-01', vorm: 'rooster' }, { portaal: 'uwv', persoon: 'p', tot: '2027-01-01', vorm: 'rooster' }],
    ['supplier, level and the first day', { leverancier: 'reconi', niveau: 'EH2+', vanaf: '2026-12-01' }, { leverancier: 'reconi', niveau: 'EH2+', vanaf: '2026-12-01' }],
    ['nonsense', { status: 'x', q: 1, tot: 'soon', vanaf: '1 dec', niveau: 'EH9', vorm: 'cirkel' }, {}],
  ])('reads %s from the address', (_, search, expected) => expect(readAccessSearch(search)).toEqual(expected));

  it.each([
    ['everything', {}, null, {}],
    ['one company', {}, 'c', { companyIds: ['c'] }],
    ['a status', { status: 'expiring' }, null, { statuses: ['expiring'] }],
    ['a portal and a person before a day', { portaal: 'uwv', persoon: 'p', tot: '2027-01-01' }, null, { serviceKeys: ['uwv'], personIds: ['p'], endsBefore: '2027-01-01' }],
    ['a supplier and a level', { leverancier: 'reconi', niveau: 'EH3' }, null, { supplierKeys: ['reconi'], levels: ['EH3'] }],
    ['a week', { vanaf: '2026-11-30', tot: '2026-12-07' }, null, { endsFrom: '2026-11-30', endsBefore: '2026-12-07' }],
    ['can but may not, of one company', { status: 'can-may-not' }, 'c', { companyIds: ['c'], cans: ['yes'], mays: ['no'] }],
  ] as const)('asks the API for %s', (_, search, company, expected) => expect(filterOf(search, company)).toEqual(expected));
});
