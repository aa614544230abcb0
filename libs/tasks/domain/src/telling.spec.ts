import { type TaskToTell, type ToldMember, tellingRule } from './index.js';

const nobody: Omit<ToldMember, 'memberId'> = { personId: null, names: [], clients: 'all', isAdviser: false, isOfficeAdministrator: false, isOwner: false, seesTasks: true };
const owner: ToldMember = { ...nobody, memberId: 'owner', isOwner: true };
const administrator: ToldMember = { ...nobody, memberId: 'administrator', isOfficeAdministrator: true, personId: 'p-admin' };
const sanne: ToldMember = { ...nobody, memberId: 'sanne', names: ['Sanne de Vries'], isAdviser: true, clients: new Set(['bakery']), personId: 'p-sanne' };
const joost: ToldMember = { ...nobody, memberId: 'joost', names: ['Joost Bakker'], isAdviser: true };
const office = [owner, administrator, sanne, joost];
const task = (change: Partial<TaskToTell>): TaskToTell => ({ kind: 'expiring', hands: 'we', clientId: 'bakery', personId: null, accountable: null, ...change });
const told = (members: readonly ToldMember[], change: Partial<TaskToTell>) => tellingRule(members)(task(change)).map(({ memberId, section, isForSomebodyElse }) => `${memberId} ${section}${isForSomebodyElse ? ' for another' : ''}`);

describe('who is told', () => {
  it.each([
    ['our own half: the adviser assigned', {}, ['sanne must']],
    ['the adviser that the list names, before the one assigned', { accountable: 'dhr. J. Bakker', }, ['sanne must']],
    ['as he is written', { accountable: 'Joost  BAKKER' }, ['joost must']],
    ['the client\'s half: the adviser asks', { hands: 'client' as const }, ['sanne client']],
    ['a client without adviser: the administrator', { clientId: 'builder' }, ['administrator must']],
    ['an adviser who does not see the client is not told', { clientId: 'builder', accountable: 'Sanne de Vries' }, ['administrator must']],
    ['his own means: he, and the administrator for his information', { clientId: null, hands: 'representative' as const, personId: 'p-sanne' }, ['sanne must', 'administrator information']],
    ['one login: he himself', { clientId: null, kind: 'log-in-round' as const, personId: 'p-sanne' }, ['sanne must', 'administrator information']],
    ['nobody to tell: the administrator', { clientId: null, hands: 'representative' as const, personId: 'p-else' }, ['administrator must for another']],
    ['the administrator\'s own means: once', { clientId: null, hands: 'representative' as const, personId: 'p-admin' }, ['administrator must']],
    ['a leaver\'s means: the administrator', { clientId: null, kind: 'leaver-with-live-means' as const, personId: 'p-sanne' }, ['administrator must']],
    ['what lies in nobody\'s hands is information', { hands: 'nobody' as const }, ['sanne information']],
  ])('of %s', (_, change, expected) => {
    expect(told(office, change)).toEqual(expected);
  });

  it('is the owner where nobody administers', () => {
    expect(told([owner], {})).toEqual(['owner must']);
  });

  it('is nobody where nobody may see it', () => {
    expect(told([sanne], { clientId: null, kind: 'unknown-to-settle' })).toEqual([]);
  });

  it('is nobody by a list whose roles do not let him see tasks, save of his own means', () => {
    const employee: ToldMember = { ...nobody, memberId: 'employee', names: ['Eva Blom'], seesTasks: false, personId: 'p-eva' };
    const named = { clientId: 'builder', accountable: 'Eva Blom' };
    expect(told([administrator, employee], named)).toEqual(['administrator must']);
    expect(told([administrator, { ...employee, seesTasks: true }], named)).toEqual(['employee must']);
    expect(told([administrator, employee], { clientId: null, hands: 'representative', personId: 'p-eva' })).toEqual(['employee must', 'administrator information']);
  });

  it('is none of two who have one name', () => {
    expect(told([administrator, joost, { ...joost, memberId: 'other' }], { clientId: 'builder', accountable: 'Joost Bakker' })).toEqual(['administrator must']);
  });
});
