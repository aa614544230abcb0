import type { LineFactsFragment, RoundFactsFragment } from '../generated/operations.js';

/** A round that is open to the viewer; fill in what the case is about. */
export function aRound(change: Partial<RoundFactsFragment> = {}): RoundFactsFragment {
  return {
    ...{ id: 'r', programmeId: 'p', name: 'Kwartaalcontrole ketens', periodOn: '2026-10-01', missedCount: 0, isLate: false, state: 'open', populationOn: '2026-11-23', nextOn: '2027-01-01' },
    ...{ dueOn: '2026-12-14', closedOn: null, viewerCan: ['review.decide', 'review.close'], closing: null },
    counts: { total: 4, keep: 0, revoke: 0, change: 0, differs: 0, undecided: 4, exceptions: 2, usualUndecided: 2 },
    reviewers: [
      { memberId: 'm', name: 'Ilse Hof', assigned: 3, undecided: 3, isViewer: true },
      { memberId: null, name: '', assigned: 1, undecided: 1, isViewer: false },
    ],
    ...change,
  };
}

/** A line with nothing unusual about it; fill in what the case is about. */
export function aLine(id: string, change: Partial<LineFactsFragment> = {}): LineFactsFragment {
  return {
    ...{ id, authorisationId: `a-${id}`, companyName: `Bedrijf ${id}`, companyKvk: '90000001', clientNumber: null, intermediaryName: 'Kantoor Noord', personName: null, reviewerName: 'Ilse Hof' },
    ...{ groupKey: 'g', exceptions: [], outcome: 'undecided', isOwn: false, decisions: [] },
    facts: {
      ...{ kind: 'client-half', companyId: `c-${id}`, supplierKey: 'kpn', scope: 'targets', level: 'EH3', requiredLevel: 'EH3', endsOn: '2029-01-21', task: null, seenOn: '2026-11-01', evidenceClass: 'A' },
      targets: [{ serviceKey: 'bd-lh', isWholeProvider: false, nameNl: 'Loonheffingen', nameEn: 'Payroll taxes' }],
    },
    ...change,
  };
}

/** Two lines with something unusual, of which one is about the viewer himself, and two equals without. */
export const FOUR_LINES: readonly LineFactsFragment[] = [
  aLine('1', { exceptions: ['level-too-low', 'not-seen'], groupKey: 'x' }),
  aLine('2', { exceptions: ['wide-scope'], groupKey: 'y', isOwn: true, personName: 'Ilse Hof' }),
  aLine('3'),
  aLine('4'),
];
