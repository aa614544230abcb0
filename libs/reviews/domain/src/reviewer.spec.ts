import { reviewerRule, type ReviewingMember, type ReviewSubject } from './index.js';

const member = (memberId: string, change: Partial<ReviewingMember> = {}): ReviewingMember => ({
  ...{ memberId, personId: `person of ${memberId}`, names: [memberId], clients: 'all', isAdviser: true, isOfficeAdministrator: false, ...change },
});
const anna = member('anna', { names: ['Anna Bos'] });
const bram = member('bram', { names: ['Bram Smit'], clients: new Set(['client b']) });
const carla = member('carla', { isAdviser: false, isOfficeAdministrator: true });
const dirk = member('dirk', { isAdviser: false, isOfficeAdministrator: true });
const all = [anna, bram, carla, dirk];
const subject = (change: Partial<ReviewSubject> = {}): ReviewSubject => ({ clientId: 'client a', personId: null, accountable: null, ...change });

describe('the reviewer of a line', () => {
  it.each<[string, Partial<ReviewSubject>, string | null, string]>([
    ['whom the list names, however it writes him', { accountable: 'mw. ANNA  Bos' }, 'anna', 'accountable'],
    ['the adviser assigned to the client', { clientId: 'client b' }, 'bram', 'assigned'],
    ['whom the list names before whoever is assigned', { clientId: 'client b', accountable: 'Anna Bos' }, 'anna', 'accountable'],
    ['the fallback where nobody is named', {}, 'carla', 'fallback'],
    ['the fallback where the name is of nobody', { accountable: 'J. de Vries' }, 'carla', 'fallback'],
    ['the fallback where the named one does not see the client', { accountable: 'Bram Smit' }, 'carla', 'fallback'],
    ['the fallback where it is about the named one himself', { accountable: 'Anna Bos', personId: 'person of anna' }, 'carla', 'no-self-review'],
    ['the fallback where it is about the assigned one himself', { clientId: 'client b', personId: 'person of bram' }, 'carla', 'no-self-review'],
    ['the next where it is about the fallback himself', { personId: 'person of carla' }, 'dirk', 'fallback'],
  ])('is %s', (_, change, memberId, rule) => {
    expect(reviewerRule(all, null)(subject(change))).toEqual({ memberId, rule });
  });

  it('is the programme’s fallback before any other', () => {
    expect(reviewerRule(all, 'dirk')(subject())).toEqual({ memberId: 'dirk', rule: 'fallback' });
    expect(reviewerRule(all, 'dirk')(subject({ personId: 'person of dirk' }))).toEqual({ memberId: 'carla', rule: 'fallback' });
  });

  it('is nobody where the only ones left are about themselves, or do not see the client', () => {
    expect(reviewerRule([carla], null)(subject({ personId: 'person of carla' }))).toEqual({ memberId: null, rule: 'nobody' });
    expect(reviewerRule([bram], 'bram')(subject())).toEqual({ memberId: null, rule: 'nobody' });
  });

  it('is neither of two members of one name', () => {
    const twin = member('twin', { names: ['Anna Bos'] });
    expect(reviewerRule([...all, twin], null)(subject({ accountable: 'Anna Bos' }))).toEqual({ memberId: 'carla', rule: 'fallback' });
  });
});
