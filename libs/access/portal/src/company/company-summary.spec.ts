import type { AccessRow } from '../list/access-columns.js';
import { summaryOf } from './company-summary.js';

const row = (personName: string, serviceKey: string, differs: Partial<AccessRow> = {}): AccessRow => ({ personId: personName, personName, companyId: 'c', companyName: 'C', companyKvk: null, serviceKey, serviceNameNl: serviceKey, serviceNameEn: serviceKey, level: 'EH3', requiredLevel: 'EH3', can: 'yes', may: 'yes', mayNot: [], certainty: 'seen', status: 'complete', endsOn: '2027-06-01', repairableUntil: null, seenOn: null, firstBreak: null, ...differs });
const lapsed = { can: 'no', status: 'lapsed' };

describe('what the answers of a company say together', () => {
  it('counts who gets in where, the most able first', () => {
    const { people } = summaryOf([row('Bram', 'uwv', lapsed), row('Zoë', 'uwv'), row('Zoë', 'kvk')], '2026-11-23');
    expect(people.map(({ name, able, all }) => [name, able, all])).toEqual([['Zoë', 2, 2], ['Bram', 0, 1]]);
  });

  it('calls a portal a gap only where nobody gets in', () => {
    const { gaps, portals } = summaryOf([row('Bram', 'uwv', lapsed), row('Zoë', 'uwv'), row('Bram', 'kvk', lapsed)], '2026-11-23');
    expect(gaps.map(({ serviceKey }) => serviceKey)).toEqual(['kvk']);
    expect(portals.map(({ key, able }) => [key, able])).toEqual([['kvk', 0], ['uwv', 1]]);
  });

  it('puts somebody who can but may not before every other gap', () => {
    const { gaps } = summaryOf([row('Bram', 'kvk', lapsed), row('Zoë', 'uwv', { may: 'no' })], '2026-11-23');
    expect(gaps.map(({ personName }) => personName)).toEqual(['Zoë', 'Bram']);
  });

  it('names the ends to come, and none that has passed', () => {
    const { nextEnds } = summaryOf([row('Bram', 'kvk', { endsOn: '2026-11-01' }), row('Zoë', 'uwv', { endsOn: '2026-12-01' })], '2026-11-23');
    expect(nextEnds.map(({ endsOn }) => endsOn)).toEqual(['2026-12-01']);
  });
});
