import { calendarDate } from '@ketenregie/kernel';
import { answer } from './answer-world.js';
import { BREAK_CODES, BREAKS, type Half, type Hands } from './break.js';
import { aClientHalf, aMeans, anOfficeHalf, aService, aWorld, TODAY } from './testing/index.js';
import type { AccessWorld } from './world.js';

const day = calendarDate;
const yesterday = day('2026-11-22');
const tomorrow = day('2026-11-24');

type Case = readonly [name: string, world: Partial<AccessWorld>, code: string, half: Half | null, hands: Hands];

/** Every row of the table of breaks in docs/answers.md. */
const CASES: readonly Case[] = [
  ['nobody knows the company', { company: null, clientHalves: [], officeHalves: [] }, 'company-unknown', null, 'we'],
  ['the company ended yesterday', { company: { id: 'bakkerij', endedOn: yesterday, isOurs: false } }, 'company-ended', null, 'nobody'],
  ['nobody knows the service', { service: null }, 'service-unknown', null, 'we'],
  ['the service accepts no chain', { service: aService({ chainAllowed: 'no' }) }, 'chain-not-possible', null, 'nobody'],
  ['no client half at all', { clientHalves: [] }, 'no-client-half', 'client', 'client'],
  ['a half for another service, ended', { clientHalves: [aClientHalf({ targets: [], endsOn: yesterday })] }, 'no-client-half', 'client', 'client'],
  ['a half for another service, requested', { clientHalves: [aClientHalf({ targets: [], state: 'requested' })] }, 'no-client-half', 'client', 'client'],
  ['a half for another service, not begun', { clientHalves: [aClientHalf({ targets: [], startsOn: tomorrow })] }, 'no-client-half', 'client', 'client'],
  ['a half for another service, in force', { clientHalves: [aClientHalf({ targets: [] })] }, 'service-not-covered', 'client', 'client'],
  ['requested', { clientHalves: [aClientHalf({ state: 'requested' })] }, 'client-half-requested', 'client', 'client'],
  ['requested, on a past day', { clientHalves: [aClientHalf({ state: 'requested' })], on: day('2026-02-01') }, 'client-half-requested', 'client', 'client'],
  ['said to be ended, its end ahead', { clientHalves: [aClientHalf({ state: 'ended' })] }, 'client-half-ended', 'client', 'client'],
  ['ended, the day after its end', { clientHalves: [aClientHalf({ state: 'ended', endsOn: yesterday, statedOn: tomorrow })] }, 'client-half-ended', 'client', 'client'],
  ['nobody knows the person', { person: null, officeHalves: [], means: [] }, 'person-unknown', 'office', 'we'],
  ['the person is not linked', { officeHalves: [] }, 'no-office-half', 'office', 'we'],
  ['the person is linked for another service', { officeHalves: [anOfficeHalf({ targets: [] })] }, 'no-office-half', 'office', 'we'],
  ['linked under our other company', { officeHalves: [anOfficeHalf({ intermediaryCompanyId: 'other' })] }, 'granted-to-other-intermediary', 'client', 'we'],
  ['the link is requested', { officeHalves: [anOfficeHalf({ state: 'requested' })] }, 'office-half-requested', 'office', 'we'],
  ['the link is said to be ended', { officeHalves: [anOfficeHalf({ state: 'ended' })] }, 'office-half-ended', 'office', 'we'],
  ['known to have no means', { means: 'none-exists' }, 'no-means', 'means', 'representative'],
  ['the means is still requested', { means: [aMeans({ state: 'requested' })] }, 'means-requested', 'means', 'representative'],
  ['the means was withdrawn', { means: [aMeans({ state: 'withdrawn' })] }, 'means-ended', 'means', 'representative'],
  ['the means is suspended', { means: [aMeans({ state: 'suspended' })] }, 'means-suspended', 'means', 'we'],
  ['a tax-only means in a chain', { means: [aMeans({ variant: 'tax-only' })] }, 'means-variant', 'means', 'representative'],
  ['client half below the level', { clientHalves: [aClientHalf({ level: 'EH2+' })] }, 'level-too-low', 'client', 'client'],
  ['office half below the level', { officeHalves: [anOfficeHalf({ level: 'EH2' })] }, 'level-too-low', 'office', 'we'],
  ['means below the level', { means: [aMeans({ level: 'EH1' })] }, 'level-too-low', 'means', 'representative'],
  ['client half past its end', { clientHalves: [aClientHalf({ endsOn: yesterday })] }, 'client-half-ended', 'client', 'client'],
  ['office half past its end', { officeHalves: [anOfficeHalf({ endsOn: yesterday })] }, 'office-half-ended', 'office', 'we'],
  ['means past its end', { means: [aMeans({ endsOn: yesterday })] }, 'means-ended', 'means', 'representative'],
  ['unused for 24 months and a day', { means: [aMeans({ lastUsedOn: day('2024-11-22') })] }, 'lapsed-unused', 'means', 'representative'],
  ['client half begins tomorrow', { clientHalves: [aClientHalf({ startsOn: tomorrow })] }, 'client-half-not-yet', 'client', 'nobody'],
  ['office half begins tomorrow', { officeHalves: [anOfficeHalf({ startsOn: tomorrow })] }, 'office-half-not-yet', 'office', 'nobody'],
  ['means issued tomorrow', { means: [aMeans({ issuedOn: tomorrow })] }, 'means-not-yet', 'means', 'nobody'],
];

describe('the first broken link', () => {
  it.each(CASES)('%s', (_name, facts, code, half, inWhoseHands) => {
    const found = answer(aWorld(facts));
    expect(found.firstBreak).toMatchObject({ code, half, inWhoseHands });
    expect(found).toMatchObject({ can: 'no', certainty: 'believed', endsOn: null, endsBy: null, repairableUntil: null, unknowns: [] });
  });

  it('is none where all links hold', () => {
    expect(answer(aWorld())).toMatchObject({ can: 'yes', may: 'yes', certainty: 'believed', firstBreak: null, unknowns: [] });
  });

  it('says how long the repair takes, and null where nobody knows', () => {
    expect(answer(aWorld({ clientHalves: [] })).firstBreak?.leadDays).toBe(10);
    expect(answer(aWorld({ means: 'none-exists' })).firstBreak?.leadDays).toBeNull();
    expect(answer(aWorld({ service: aService({ chainAllowed: 'no' }) })).firstBreak?.leadDays).toBeNull();
  });
});

describe('the last valid day', () => {
  const LAST_DAYS: readonly [string, Partial<AccessWorld>][] = [
    ['of the company', { company: { id: 'bakkerij', endedOn: TODAY, isOurs: false } }],
    ['of the client half', { clientHalves: [aClientHalf({ endsOn: TODAY })] }],
    ['of the office half', { officeHalves: [anOfficeHalf({ endsOn: TODAY })] }],
    ['of the means', { means: [aMeans({ endsOn: TODAY })] }],
    ['of the 24 months', { means: [aMeans({ lastUsedOn: day('2024-11-23') })] }],
    ['and the first, of all at once', { clientHalves: [aClientHalf({ startsOn: TODAY })], officeHalves: [anOfficeHalf({ startsOn: TODAY })], means: [aMeans({ issuedOn: TODAY })] }],
  ];
  it.each(LAST_DAYS)('%s is a valid day', (_name, facts) => {
    expect(answer(aWorld(facts)).can).toBe('yes');
  });
});

describe('the fixed order', () => {
  it('names the client half before the means, whatever else is broken', () => {
    const world = aWorld({ clientHalves: [aClientHalf({ state: 'requested' })], means: [aMeans({ level: 'EH2', endsOn: yesterday })] });
    expect(answer(world).firstBreak?.code).toBe('client-half-requested');
  });

  it('names a level before a clock, and an end before a start', () => {
    const low = aWorld({ clientHalves: [aClientHalf({ endsOn: yesterday })], means: [aMeans({ level: 'EH2' })] });
    expect(answer(low).firstBreak).toMatchObject({ code: 'level-too-low', half: 'means' });
    const late = aWorld({ clientHalves: [aClientHalf({ startsOn: tomorrow })], means: [aMeans({ endsOn: yesterday })] });
    expect(answer(late).firstBreak?.code).toBe('means-ended');
  });

  it('names a break before an unknown', () => {
    expect(answer(aWorld({ clientHalves: [aClientHalf({ level: null })], officeHalves: [] })).firstBreak?.code).toBe('no-office-half');
  });

  it('has each break once, by link, code and half', () => {
    const places = BREAKS.map(({ link, code, half }) => `${link} ${code} ${half}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('has a case here, or among the direct ones, for every code', () => {
    const direct = ['no-right', 'right-requested', 'right-ended', 'right-not-yet'];
    expect([...new Set([...CASES.map(([, , code]) => code), ...direct])].toSorted()).toEqual([...BREAK_CODES].toSorted());
  });
});

describe('the path', () => {
  it('shows every link with its verdict, and what decides it', () => {
    const { path } = answer(aWorld({ clientHalves: [aClientHalf({ level: null })], means: [aMeans({ endsOn: yesterday })] }));
    expect(path.map(({ link, verdict, code }) => `${link}: ${code ?? verdict}`)).toEqual([
      'company: holds',
      'service: holds',
      'client-half: holds',
      'office-half: holds',
      'means: holds',
      'level: client-half-level-unknown',
      'clocks: means-ended',
    ]);
  });

  it('shows that our half is there where the client granted nothing', () => {
    const { path } = answer(aWorld({ clientHalves: [] }));
    expect(path.find(({ link }) => link === 'office-half')).toMatchObject({ id: 'office-half-1', verdict: 'holds' });
  });
});
