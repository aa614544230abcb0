import { formatMessage } from '@ketenregie/messages';
import type { TextOf } from '@ketenregie/ui';
import { readSignInSearch } from '../sign-in/sign-in-search.js';
import { addressAfterSwitch, addressInTenant, addressOf, firstPlace, placeCommands, placeOfKey, railOf } from './navigation.js';
import { neighbourOf } from './portal-shell.js';

const text: TextOf = (id, values) => formatMessage('nl', id, values);

describe('addresses', () => {
  it.each([
    ['today', '90001201', '/noorderlicht/vandaag'],
    ['access', '90001201', '/noorderlicht/o/90001201/toegang'],
    ['access', null, '/noorderlicht/toegang'],
    ['ask', '90001201', '/noorderlicht/o/90001201/kan'],
    ['company', null, '/noorderlicht/organisaties'],
    ['company', '90001201', '/noorderlicht/o/90001201'],
    ['chain', null, '/noorderlicht/organisaties'],
  ] as const)('of %s with company %s', (place, company, address) => {
    expect(addressOf(place, { tenant: 'noorderlicht', company })).toBe(address);
  });

  it('keeps the section on a switch of company where it has one', () => {
    expect(addressAfterSwitch('access', { tenant: 'noorderlicht', company: '90001202' })).toBe('/noorderlicht/o/90001202/toegang');
    expect(addressAfterSwitch('today', { tenant: 'noorderlicht', company: '90001202' })).toBe('/noorderlicht/o/90001202');
  });

  it.each([
    ['the form of a list, and no filter of the list before', 'access', { vorm: 'rooster', status: 'lapsed' }, '/o/2/toegang?vorm=rooster'],
    ['the question, but for whom it was', 'ask', { wie: 'p', bij: 'bd-ob', voor: 'c', op: '2026-12-01' }, '/o/2/kan?wie=p&bij=bd-ob&op=2026-12-01'],
    ['nothing of another section', 'company', { vorm: 'rooster' }, '/o/2'],
  ] as const)('keeps %s', (_, place, search, address) => {
    expect(addressAfterSwitch(place, { tenant: 'n', company: '2' }, search)).toBe(`/n${address}`);
  });

  it.each([
    ['access', null, '/groep/toegang'],
    ['logbook', null, '/groep/logboek'],
    ['chain', null, '/groep/organisaties'],
    ['access', '90001202', '/groep/o/90001202/toegang'],
  ] as const)('keeps the section %s on a switch of office, with company %s', (place, company, address) => {
    expect(addressInTenant(place, { tenant: 'groep', company })).toBe(address);
  });

  it('puts every place in the rail once, import and settings at its foot', () => {
    const { groups, foot } = railOf(text, { tenant: 'n', company: null, can: null }, { today: 3 });
    expect(groups.map((group) => [group.label, group.items.map((item) => item.label)])).toEqual([
      [undefined, ['Vandaag', 'Organisaties', 'Toegang']],
      ['Werk', ['Controles', 'Medewerkers']],
      ['Vastlegging', ['Portalen', 'Logboek']],
    ]);
    expect(foot.map((item) => item.label)).toEqual(['Inlezen', 'Instellingen']);
    expect(groups[0]?.items[0]?.count).toBe(3);
  });
});

describe('somebody who may see some places alone', () => {
  const contact = ['tenant.see', 'company.see', 'catalogue.see'];

  it('finds these in the rail and by key, and no other', () => {
    const { groups, foot } = railOf(text, { tenant: 'n', company: null, can: contact }, {});
    expect(groups.map(({ label, items }) => [label, items.map((item) => item.label)])).toEqual([[undefined, ['Organisaties']], ['Vastlegging', ['Portalen']]]);
    expect(foot.map(({ label }) => label)).toEqual(['Instellingen']);
    expect(placeOfKey('v', { company: null, can: contact })).toBeNull();
    expect(placeOfKey('o', { company: null, can: contact })).toBe('company');
  });

  it('finds his own rights in the rail where that is all he has, and by name where he has tasks', () => {
    const labelsOf = (can: readonly string[]) => railOf(text, { tenant: 'n', company: null, can }, {}).groups.flatMap(({ items }) => items.map(({ label }) => label));
    expect(labelsOf(['own.see', 'catalogue.see'])).toEqual(['Wat mag ik', 'Portalen']);
    expect(labelsOf(['own.see', 'catalogue.see', 'task.see'])).toEqual(['Vandaag', 'Portalen']);
    expect(placeCommands(text, { company: null, can: ['own.see', 'task.see'] }).map(({ key }) => key)).toEqual(['today', 'own']);
  });

  it('begins at the first of them; who may see today begins there', () => {
    expect(firstPlace(contact)).toBe('company');
    expect(firstPlace(['catalogue.see'])).toBe('portals');
    expect(firstPlace(['catalogue.see', 'own.see'])).toBe('own');
    expect(firstPlace([...contact, 'task.see'])).toBe('today');
    expect(firstPlace([])).toBe('settings');
  });
});

describe('keys', () => {
  it('go to a place that is here', () => {
    expect(placeOfKey('v', { company: null, can: null })).toBe('today');
    expect(placeOfKey('k', { company: null, can: null })).toBeNull();
    expect(placeOfKey('k', { company: '90001201', can: null })).toBe('chain');
    expect(placeOfKey('?', { company: null, can: null })).toBeNull();
  });

  it('go to the company before and after, around the ends', () => {
    const companies = ['a', 'b', 'c'].map((key) => ({ key, name: key, kvk: null, clientNumber: null, town: null }));
    expect([neighbourOf(companies, 'c', 1), neighbourOf(companies, 'a', -1), neighbourOf(companies, null, 1), neighbourOf([], null, 1)]).toEqual(['a', 'c', 'a', null]);
  });
});

describe('where to go after signing in', () => {
  it.each([
    [{ naar: '/noorderlicht/vandaag' }, { naar: '/noorderlicht/vandaag' }],
    [{ naar: '//elders.example' }, {}],
    [{ naar: '/\\elders.example' }, {}],
    [{ naar: 'https://elders.example' }, {}],
    [{ reden: 'expired' }, { reden: 'expired' }],
    [{ reden: '<script>' }, {}],
  ])('%j is read as %j', (search, read) => {
    expect(readSignInSearch(search)).toEqual(read);
  });
});
