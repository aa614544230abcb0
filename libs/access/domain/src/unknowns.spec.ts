import { calendarDate } from '@ketenregie/kernel';
import { answer } from './answer-world.js';
import type { Can } from './judge-path.js';
import { aClientHalf, aDirectRight, aDirectWorld, aMeans, anOfficeHalf, aService, aWorld, NOTHING_SETTLED } from './testing/index.js';
import { UNKNOWN_CODES, type UnknownCode } from './unknowns.js';
import type { AccessWorld } from './world.js';

const day = calendarDate;
const past = day('2026-06-01');
const provider = { providerKey: 'belastingdienst', isWholeProvider: false };
const wholeProvider = { providerKey: 'belastingdienst', isWholeProvider: true };
const noLevel = aService({ requiredLevel: null });
const unknownChain = aService({ chainAllowed: 'unknown' });

type Case = readonly [name: string, world: AccessWorld, can: Can, unknowns: readonly UnknownCode[]];

/** Every row of the table of unknowns in docs/answers.md, and its twin that is none. */
const CASES: readonly Case[] = [
  ['all is known', aWorld(), 'yes', []],
  ['only the provider is named', aWorld({ clientHalves: [aClientHalf({ targets: [provider] })] }), 'unknown', ['client-half-service-unknown']],
  ['the whole provider is granted', aWorld({ clientHalves: [aClientHalf({ targets: [wholeProvider] })] }), 'yes', []],
  ['both halves name only the provider: said once', aWorld({ clientHalves: [aClientHalf({ targets: [provider] })], officeHalves: [anOfficeHalf({ targets: [provider] })] }), 'unknown', ['client-half-service-unknown']],
  ['only the office half names no more than the provider', aWorld({ officeHalves: [anOfficeHalf({ targets: [provider] })] }), 'unknown', ['office-half-service-unknown']],
  ['the state of the client half is unknown', aWorld({ clientHalves: [aClientHalf({ state: 'unknown' })] }), 'unknown', ['client-half-state-unknown']],
  ['ended, asked before the source was read', aWorld({ clientHalves: [aClientHalf({ state: 'ended' })], on: past }), 'unknown', ['client-half-state-unknown']],
  ['ended before the source was read, on its last day', aWorld({ clientHalves: [aClientHalf({ state: 'ended', endsOn: past })], on: past }), 'yes', []],
  ['ended without an end date, asked before', aWorld({ clientHalves: [aClientHalf({ state: 'ended', endsOn: null })], on: past }), 'unknown', ['client-half-state-unknown', 'client-half-end-unknown']],
  ['the state of the office half is unknown', aWorld({ officeHalves: [anOfficeHalf({ state: 'unknown' })] }), 'unknown', ['office-half-state-unknown']],
  ['whether chains are accepted is unknown', aWorld({ service: unknownChain, clientHalves: [aClientHalf({ scope: 'all', targets: [] })] }), 'unknown', ['chain-allowed-unknown']],
  ['and so it is for a half for the whole provider', aWorld({ service: unknownChain, clientHalves: [aClientHalf({ targets: [wholeProvider] })] }), 'unknown', ['chain-allowed-unknown']],
  ['a half that names the service is itself the evidence', aWorld({ service: unknownChain }), 'yes', []],
  ['the level of the client half is unknown', aWorld({ clientHalves: [aClientHalf({ level: null })] }), 'unknown', ['client-half-level-unknown']],
  ['no means is recorded', aWorld({ means: [] }), 'unknown', ['means-not-recorded']],
  ['suspended, asked before the source was read', aWorld({ means: [aMeans({ state: 'suspended' })], on: past }), 'unknown', ['means-state-unknown']],
  ['withdrawn, asked before the source was read', aWorld({ means: [aMeans({ state: 'withdrawn' })], on: past }), 'unknown', ['means-state-unknown']],
  ['the state of the means is unknown', aWorld({ means: [aMeans({ state: 'unknown' })] }), 'unknown', ['means-state-unknown']],
  ['the level of the means is unknown', aWorld({ means: [aMeans({ level: null })] }), 'unknown', ['means-level-unknown']],
  ['the required level is unknown', aWorld({ service: noLevel }), 'unknown', ['required-level-unknown']],
  ['and no matter where both are EH4', aWorld({ service: noLevel, clientHalves: [aClientHalf({ level: 'EH4' })], officeHalves: [anOfficeHalf({ level: 'EH4' })], means: [aMeans({ level: 'EH4' })] }), 'yes', []],
  ['an EH4 means does not make up for a lower client half', aWorld({ service: noLevel, means: [aMeans({ level: 'EH4' })] }), 'unknown', ['required-level-unknown']],
  ['nor do both for a lower office half', aWorld({ service: noLevel, clientHalves: [aClientHalf({ level: 'EH4' })], means: [aMeans({ level: 'EH4' })] }), 'unknown', ['required-level-unknown']],
  ['both EH4 and the office half without a level', aWorld({ service: noLevel, clientHalves: [aClientHalf({ level: 'EH4' })], officeHalves: [anOfficeHalf({ level: null })], means: [aMeans({ level: 'EH4' })] }), 'yes', ['office-half-level-unknown']],
  ['no start of the client half', aWorld({ clientHalves: [aClientHalf({ startsOn: null })] }), 'yes', ['client-half-start-unknown']],
  ['no end of the client half', aWorld({ clientHalves: [aClientHalf({ endsOn: null })] }), 'yes', ['client-half-end-unknown']],
  ['an office half from a spreadsheet', aWorld({ officeHalves: [anOfficeHalf({ level: null, startsOn: null, endsOn: null })] }), 'yes', ['office-half-level-unknown', 'office-half-dates-unknown']],
  ['an office half with one date', aWorld({ officeHalves: [anOfficeHalf({ startsOn: null })] }), 'yes', ['office-half-dates-unknown']],
  ['no end of the means', aWorld({ means: [aMeans({ endsOn: null })] }), 'yes', ['means-end-unknown']],
  ['no use recorded', aWorld({ means: [aMeans({ lastUsedOn: null })] }), 'yes', ['last-used-unknown']],
  ['another register beside eHerkenning', aWorld({ service: aService({ registerKind: 'portal-own' }) }), 'yes', ['other-register']],
  ['a direct right that names only the provider', aDirectWorld({ directRights: [aDirectRight({ targets: [provider] })] }), 'unknown', ['right-service-unknown']],
  ['a direct right of unknown state', aDirectWorld({ directRights: [aDirectRight({ state: 'unknown' })] }), 'unknown', ['right-state-unknown']],
  ['a direct right without level or dates', aDirectWorld({ directRights: [aDirectRight({ level: null, startsOn: null, endsOn: null })] }), 'unknown', ['right-level-unknown', 'right-start-unknown', 'right-end-unknown']],
];

describe('unknowns', () => {
  it.each(CASES)('%s', (_name, world, can, unknowns) => {
    const found = answer(world);
    expect(found.can).toBe(can);
    expect([...found.unknowns].toSorted()).toEqual([...unknowns].toSorted());
    expect(found.certainty).toBe(unknowns.length > 0 ? 'as-far-as-known' : 'believed');
  });

  it('has a case for every code', () => {
    expect([...new Set(CASES.flatMap(([, , , codes]) => codes))].toSorted()).toEqual([...UNKNOWN_CODES].toSorted());
  });
});

describe('what the tenant settled from own experience', () => {
  const openService = { requiredLevel: null, chainAllowed: 'unknown' } as const;
  const clientHalves = [aClientHalf({ scope: 'all', targets: [] })];

  it('answers where the catalogue does not know, and stands in the evidence', () => {
    const settled = { ...NOTHING_SETTLED, requiredLevel: 'EH3', chainAllowed: 'yes', evidenceClass: 'C' } as const;
    const found = answer(aWorld({ clientHalves, service: aService({ ...openService, settled }) }));
    expect(found).toMatchObject({ can: 'yes', unknowns: [] });
    expect(found.evidence[0]).toMatchObject({ link: 'service', evidenceClass: 'C' });
  });

  it('leaves open what was not settled', () => {
    const found = answer(aWorld({ clientHalves, service: aService({ ...openService, settled: NOTHING_SETTLED }) }));
    expect(found.unknowns).toEqual(['chain-allowed-unknown', 'required-level-unknown']);
  });

  it('never overrules the catalogue', () => {
    const settled = { ...NOTHING_SETTLED, requiredLevel: 'EH1', chainAllowed: 'yes' } as const;
    expect(answer(aWorld({ service: aService({ chainAllowed: 'no', settled }) })).firstBreak?.code).toBe('chain-not-possible');
    expect(answer(aWorld({ means: [aMeans({ level: 'EH2' })], service: aService({ settled }) })).firstBreak?.code).toBe('level-too-low');
  });
});

describe('certainty', () => {
  const seen = { evidenceClass: 'A', seenOn: day('2026-11-01'), seenBy: 'Sanne' } as const;
  const allSeen = { clientHalves: [aClientHalf(seen)], officeHalves: [anOfficeHalf(seen)], means: [aMeans(seen)] };

  it('is seen where every link was seen at the supplier', () => {
    expect(answer(aWorld(allSeen)).certainty).toBe('seen');
  });

  it.each<[string, Partial<AccessWorld>]>([
    ['a client half nobody saw', { clientHalves: [aClientHalf()] }],
    ['an office half by statement', { officeHalves: [anOfficeHalf({ ...seen, evidenceClass: 'D' })] }],
    ['a means nobody saw', { means: [aMeans()] }],
  ])('is no more than believed with %s', (_name, facts) => {
    expect(answer(aWorld({ ...allSeen, ...facts })).certainty).toBe('believed');
  });
});
