import { formatMessage } from '@ketenregie/messages';
import type { TextOf } from '@ketenregie/ui';
import { readSignInSearch } from '../sign-in/sign-in-search.js';
import { addressAfterSwitch, addressOf, railOf } from './navigation.js';

const text: TextOf = (id, values) => formatMessage('nl', id, values);

describe('addresses', () => {
  it.each([
    ['today', '90001201', '/noorderlicht/vandaag'],
    ['access', '90001201', '/noorderlicht/o/90001201/toegang'],
    ['access', null, '/noorderlicht/toegang'],
  ] as const)('of %s with company %s', (place, company, address) => {
    expect(addressOf(place, { tenant: 'noorderlicht', company })).toBe(address);
  });

  it('keeps the section on a switch of company where it has one', () => {
    expect(addressAfterSwitch('access', 'noorderlicht', '90001202')).toBe('/noorderlicht/o/90001202/toegang');
    expect(addressAfterSwitch('today', 'noorderlicht', '90001202')).toBe('/noorderlicht/o/90001202/toegang');
  });

  it('puts every place in the rail once, import and settings at its foot', () => {
    const { groups, foot } = railOf(text, { tenant: 'n', company: null }, { today: 3 });
    expect(groups.map((group) => [group.label, group.items.map((item) => item.label)])).toEqual([
      [undefined, ['Vandaag', 'Toegang']],
      ['Vastlegging', ['Portalen', 'Logboek']],
    ]);
    expect(foot.map((item) => item.label)).toEqual(['Inlezen', 'Instellingen']);
    expect(groups[0]?.items[0]?.count).toBe(3);
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
