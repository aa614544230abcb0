import { calendarDate } from '@ketenregie/kernel';
import { answer } from './answer-world.js';
import { aClientHalf, aDirectRight, aDirectWorld, aMeans, aService, aWorld } from './testing/index.js';
import type { AccessWorld } from './world.js';

const day = calendarDate;
const yesterday = day('2026-11-22');
const tomorrow = day('2026-11-24');
const withRight = (facts: Parameters<typeof aDirectRight>[0]): AccessWorld => aDirectWorld({ directRights: [aDirectRight(facts)] });
const taxOnly = [aMeans({ variant: 'tax-only' })];

const CASES: readonly [string, AccessWorld, string, string][] = [
  ['no right at all', aDirectWorld({ directRights: [] }), 'no-right', 'direct'],
  ['a right for another service', withRight({ targets: [] }), 'service-not-covered', 'direct'],
  ['a right for another service, ended', withRight({ targets: [], state: 'ended' }), 'no-right', 'direct'],
  ['the right is requested', withRight({ state: 'requested' }), 'right-requested', 'direct'],
  ['the right is said to be ended', withRight({ state: 'ended' }), 'right-ended', 'direct'],
  ['the right is past its end', withRight({ endsOn: yesterday }), 'right-ended', 'direct'],
  ['the right begins tomorrow', withRight({ startsOn: tomorrow }), 'right-not-yet', 'direct'],
  ['the right is below the level', withRight({ level: 'EH2' }), 'level-too-low', 'direct'],
  ['the means is below the level', aDirectWorld({ means: [aMeans({ level: 'EH2' })] }), 'level-too-low', 'means'],
  ['a tax-only means elsewhere', aDirectWorld({ means: taxOnly, service: aService({ providerKey: 'uwv' }) }), 'means-variant', 'means'],
  ['nobody knows the person', aDirectWorld({ person: null, directRights: [], means: [] }), 'person-unknown', 'direct'],
];

describe('acting directly for our own company', () => {
  it.each(CASES)('%s', (_name, world, code, half) => {
    expect(answer(world)).toMatchObject({ can: 'no', firstBreak: { code, half } });
  });

  it('works with a right and a means', () => {
    const found = answer(aDirectWorld());
    expect(found).toMatchObject({ can: 'yes', firstBreak: null });
    expect(found.path.map(({ link }) => link)).toEqual(['company', 'service', 'right', 'means', 'level', 'clocks']);
  });

  it('works with a tax-only means at the tax office', () => {
    expect(answer(aDirectWorld({ means: taxOnly })).can).toBe('yes');
  });

  it('needs no chain to be accepted', () => {
    expect(answer(aDirectWorld({ service: aService({ chainAllowed: 'no' }) })).can).toBe('yes');
    expect(answer(aDirectWorld({ service: aService({ chainAllowed: 'unknown' }) })).unknowns).toEqual([]);
  });
});

describe('which paths are tried', () => {
  it('no direct one for a client, unless the person has a right there', () => {
    expect(answer(aWorld({ clientHalves: [] })).firstBreak?.code).toBe('no-client-half');
    expect(answer(aWorld({ clientHalves: [], directRights: [aDirectRight({ state: 'ended' })] })).firstBreak?.code).toBe('right-ended');
  });

  it('a chain for our own company where it granted one', () => {
    expect(answer(aDirectWorld({ directRights: [], clientHalves: [aClientHalf()] })).firstBreak?.code).toBe('no-right');
    const both = aWorld({ company: { id: 'bakkerij', endedOn: null, isOurs: true } });
    expect(answer(both).can).toBe('yes');
  });
});
