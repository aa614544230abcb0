import { calendarDate } from '@ketenregie/kernel';
import { CHANGE_STATES, type ChangeState } from './authorisation.js';
import { assertChangeStep, canMoveChange, type Change, ChangeStepError, isOpenChange, isRevokeDecided, stateBeside, stateByEvidence } from './change.js';

const decidedOn = calendarDate('2026-11-23');
const revoke = (state: ChangeState): Change => ({ rightId: 'r1', kind: 'revoke', state, decidedOn });

describe('the steps of a decided change', () => {
  it.each<[ChangeState, ChangeState, boolean]>([
    ['to-do', 'asked', true],
    ['asked', 'carried-out', true],
    ['carried-out', 'confirmed', true],
    ['to-do', 'confirmed', true],
    ['to-do', 'refused', false],
    ['asked', 'refused', true],
    ['refused', 'asked', true],
    ['asked', 'partly', true],
    ['partly', 'confirmed', true],
    ['carried-out', 'failed', true],
    ['failed', 'asked', true],
    ['carried-out', 'withdrawn', false],
    ['confirmed', 'to-do', true],
    ['confirmed', 'withdrawn', false],
    ['withdrawn', 'to-do', false],
  ])('%s to %s: %s', (from, to, isAllowed) => {
    expect(canMoveChange(from, to)).toBe(isAllowed);
  });

  it('refuses a step that the state does not allow, and takes one that it does', () => {
    expect(() => assertChangeStep('withdrawn', 'asked')).toThrow(ChangeStepError);
    expect(() => assertChangeStep('to-do', 'asked')).not.toThrow();
  });

  it('never stays where it is, and stops for good only when withdrawn', () => {
    expect(CHANGE_STATES.filter((state) => canMoveChange(state, state))).toEqual([]);
    const final = CHANGE_STATES.filter((from) => !CHANGE_STATES.some((to) => canMoveChange(from, to)));
    expect(final).toEqual(['withdrawn']);
  });

  it('is open until confirmed or withdrawn', () => {
    expect(CHANGE_STATES.filter((state) => !isOpenChange(state))).toEqual(['confirmed', 'withdrawn']);
  });
});

describe('evidence', () => {
  it('confirms by an overview, a letter or a login attempt, and not by a statement', () => {
    expect((['A', 'B', 'C', 'D'] as const).map(stateByEvidence)).toEqual(['confirmed', 'confirmed', 'confirmed', 'carried-out']);
  });
});

describe('a decided revoke', () => {
  it('leaves the right in force until its end is confirmed', () => {
    const ending = CHANGE_STATES.filter((state) => stateBeside('active', revoke(state)) === 'ended');
    expect(ending).toEqual(['confirmed']);
  });

  it('stands from the day of the decision, unless it was withdrawn', () => {
    expect(isRevokeDecided(revoke('to-do'), decidedOn)).toBe(true);
    expect(isRevokeDecided(revoke('failed'), decidedOn)).toBe(true);
    expect(isRevokeDecided(revoke('to-do'), calendarDate('2026-11-22'))).toBe(false);
    expect(isRevokeDecided(revoke('withdrawn'), decidedOn)).toBe(false);
  });

  it('is not a grant', () => {
    expect(isRevokeDecided({ ...revoke('to-do'), kind: 'grant' }, decidedOn)).toBe(false);
    expect(stateBeside('requested', { ...revoke('confirmed'), kind: 'grant' })).toBe('requested');
  });
});
