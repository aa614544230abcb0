import { assertBulkAllowed, assertRoundOpen, checkedReason, countLines, type Decision, outcomeOf, reviewedCount, standingDecisions } from './index.js';

const log = (...entries: readonly (readonly [string, Decision])[]) => entries.map(([by, decision]) => ({ by, decision }));

describe('what stands of a line', () => {
  it.each([
    ['nobody decided', log(), 'undecided'],
    ['one decided', log(['a', 'revoke']), 'revoke'],
    ['his last counts', log(['a', 'revoke'], ['a', 'keep']), 'keep'],
    ['he took it back', log(['a', 'revoke'], ['a', 'undecided']), 'undecided'],
    ['and decided again', log(['a', 'revoke'], ['a', 'undecided'], ['a', 'change']), 'change'],
    ['two agree', log(['a', 'keep'], ['b', 'keep']), 'keep'],
    ['two differ, whoever was last', log(['a', 'revoke'], ['b', 'keep']), 'differs'],
    ['one of two who differed took his back', log(['a', 'revoke'], ['b', 'keep'], ['b', 'undecided']), 'revoke'],
    ['one of them changed his mind', log(['a', 'revoke'], ['b', 'keep'], ['a', 'keep']), 'keep'],
    ['a third does not outvote', log(['a', 'revoke'], ['b', 'keep'], ['c', 'keep']), 'differs'],
  ] as const)('%s', (_, decisions, expected) => {
    expect(outcomeOf(decisions)).toBe(expected);
  });

  it('is each reviewer’s last', () => {
    expect(standingDecisions(log(['a', 'keep'], ['b', 'revoke'], ['a', 'change'], ['c', 'keep'], ['c', 'undecided']))).toEqual(log(['a', 'change'], ['b', 'revoke']));
  });
});

describe('a reason', () => {
  it.each(['revoke', 'change'] as const)('is needed to %s', (decision) => {
    expect(() => checkedReason(decision, '  ')).toThrow(expect.objectContaining({ field: 'reason' }));
    expect(checkedReason(decision, ' Uit dienst ')).toBe('Uit dienst');
  });

  it('may be left out to keep, and is never over 500 characters', () => {
    expect(checkedReason('keep', null)).toBeNull();
    expect(() => checkedReason('keep', 'x'.repeat(501))).toThrow(expect.objectContaining({ field: 'reason' }));
  });
});

describe('deciding many at once', () => {
  const usual = { exceptions: [] };
  const unusual = { exceptions: ['changed'] };

  it.each([
    ['keeping what is usual', 'keep', [usual, usual], true],
    ['keeping with something unusual among them', 'keep', [usual, unusual], false],
    ['keeping one that is unusual by itself', 'keep', [unusual], true],
    ['revoking what is unusual', 'revoke', [unusual, unusual], true],
  ] as const)('%s', (_, decision, lines, isAllowed) => {
    const act = () => assertBulkAllowed(decision, lines);
    if (isAllowed) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code: 'REVIEW_EXCEPTIONS_IN_BULK' }));
  });
});

describe('a round', () => {
  it.each([['planned', 'ROUND_NOT_READY'], ['making', 'ROUND_NOT_READY'], ['closed', 'ROUND_CLOSED']] as const)('that is %s takes no decision, an open one does', (state, code) => {
    expect(() => assertRoundOpen(state)).toThrow(expect.objectContaining({ code }));
    expect(() => assertRoundOpen('open')).not.toThrow();
  });

  it('never counts silence as kept', () => {
    const counts = countLines([{ outcome: 'keep', exceptions: [] }, { outcome: 'undecided', exceptions: [] }, { outcome: 'undecided', exceptions: ['new'] }, { outcome: 'differs', exceptions: [] }]);
    expect(counts).toEqual({ total: 4, keep: 1, revoke: 0, change: 0, differs: 1, undecided: 2, exceptions: 1, usualUndecided: 1 });
    expect(reviewedCount(counts)).toBe(2);
  });
});
