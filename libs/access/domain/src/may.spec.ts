import type { ChangeState } from '@ketenregie/authorisations-domain';
import { calendarDate } from '@ketenregie/kernel';
import { answer } from './answer-world.js';
import { MAY_NOT_CODES, type MayNotCode } from './may.js';
import { aClientHalf, anOfficeHalf, aWorld, TODAY } from './testing/index.js';
import type { AccessWorld } from './world.js';

const day = calendarDate;
const inService = (from: string | null, until: string | null): Partial<AccessWorld> => ({
  person: { id: 'sanne', inServiceFrom: from ? day(from) : null, inServiceUntil: until ? day(until) : null },
});
const revoke = (rightId: string, state: ChangeState = 'to-do', decidedOn = TODAY) => ({ rightId, kind: 'revoke', state, decidedOn }) as const;

const CASES: readonly [string, Partial<AccessWorld>, 'yes' | readonly MayNotCode[]][] = [
  ['no dates of service recorded', {}, 'yes'],
  ['nobody of that name', { person: null, officeHalves: [], means: [] }, ['person-unknown']],
  ['the first day of service', inService('2026-11-23', null), 'yes'],
  ['the day before it', inService('2026-11-24', null), ['not-yet-in-service']],
  ['the last day of service', inService(null, '2026-11-23'), 'yes'],
  ['the day after it', inService(null, '2026-11-22'), ['out-of-service']],
  ['whatever can is', { clientHalves: [] }, 'yes'],
  ['the office half is to be revoked', { changes: [revoke('office-half-1')] }, ['revoke-decided']],
  ['the client half is to be revoked', { changes: [revoke('client-half-1')] }, ['revoke-decided']],
  ['the revoke failed: it was decided all the same', { changes: [revoke('office-half-1', 'failed')] }, ['revoke-decided']],
  ['out of service and to be revoked: both are named', { ...inService(null, '2026-11-22'), changes: [revoke('office-half-1')] }, ['out-of-service', 'revoke-decided']],
  ['the revoke was withdrawn', { changes: [revoke('office-half-1', 'withdrawn')] }, 'yes'],
  ['the revoke was decided later', { changes: [revoke('office-half-1', 'to-do', day('2026-11-24'))] }, 'yes'],
  ['the revoke of another right', { changes: [revoke('office-half-7')] }, 'yes'],
  ['a new right beside the revoked one', { officeHalves: [anOfficeHalf(), anOfficeHalf({ id: 'new' })], changes: [revoke('office-half-1')] }, 'yes'],
  ['an old ended right beside the revoked one', { officeHalves: [anOfficeHalf(), anOfficeHalf({ id: 'old', state: 'ended' })], changes: [revoke('office-half-1')] }, ['revoke-decided']],
];

describe('may', () => {
  it.each(CASES)('%s', (_name, facts, may) => {
    expect(answer(aWorld(facts))).toMatchObject(may === 'yes' ? { may, mayNot: [] } : { may: 'no', mayNot: may });
  });

  it('has a case for each reason', () => {
    expect([...new Set(CASES.flatMap(([, , may]) => (may === 'yes' ? [] : may)))].toSorted()).toEqual([...MAY_NOT_CODES].toSorted());
  });

  it('never changes can: whose revoke is decided can until the end is confirmed', () => {
    expect(answer(aWorld({ changes: [revoke('office-half-1', 'carried-out')] }))).toMatchObject({ can: 'yes', may: 'no' });
    expect(answer(aWorld({ clientHalves: [aClientHalf()], ...inService(null, '2026-01-01') }))).toMatchObject({ can: 'yes', may: 'no' });
  });
});
