import { groupsOf, partOf } from './task-groups.js';
import type { AskingRight, RightsInState } from './asking-rights.js';
import type { TodayRightsQuery } from './generated/operations.js';
import { isoWeekOf, mondaysFrom, weeksOf } from './weeks-of.js';

const none: RightsInState = { totalCount: 0, edges: [] };
const nothing: TodayRightsQuery = { ghosts: none, lapsed: none, lowLevel: none, expiring: none, clients: none, office: none, next: none };
const right = (endsOn: string | null, inWhoseHands: 'we' | 'client' | 'representative' | null = null, repairableUntil: string | null = null): AskingRight => ({ personId: 'p', personName: 'Sanne', companyId: 'c', companyName: 'Bakker', serviceNameNl: 'UWV', serviceNameEn: 'UWV', endsOn, repairableUntil, firstBreak: inWhoseHands === null ? null : { inWhoseHands } });
const rights = (...nodes: AskingRight[]): RightsInState => ({ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) });

describe('the groups of today', () => {
  it('holds no group without rights', () => {
    expect(groupsOf(nothing, '2026-11-23')).toEqual([]);
  });

  it('puts what works but may not before all, due today', () => {
    const [first] = groupsOf({ ...nothing, lapsed: rights(right('2026-11-20', 'client')), ghosts: rights(right('2027-01-01')) }, '2026-11-23');
    expect(first).toMatchObject({ key: 'ghosts', kind: 'revoke', hands: 'we', dueOn: '2026-11-23', isLate: true });
  });

  it('names whose hands most of a group lie in, and then asks the client', () => {
    const [lapsed] = groupsOf({ ...nothing, lapsed: rights(right('2026-11-20', 'client'), right('2026-11-21', 'client'), right('2026-11-21', 'we')) }, '2026-11-23');
    expect(lapsed).toMatchObject({ hands: 'client', dueOn: '2026-11-20', isLate: true });
    expect(lapsed && partOf(lapsed)).toBe('client');
  });

  it('dates what ends by the last day to begin its repair', () => {
    const [expiring] = groupsOf({ ...nothing, expiring: rights(right('2026-12-10', null, '2026-11-20'), right('2026-12-01')) }, '2026-11-23');
    expect(expiring).toMatchObject({ dueOn: '2026-11-20', isLate: true });
  });
});

describe('the weeks', () => {
  it('begin on the Monday of today and count what ends within each', () => {
    const mondays = mondaysFrom('2026-11-25');
    expect([mondays[0], mondays[1], mondays.length]).toEqual(['2026-11-23', '2026-11-30', 14]);
    const weeks = weeksOf(mondays, { before0: { totalCount: 2 }, before1: { totalCount: 5 }, before2: { totalCount: 5 } }, '2026-11-30');
    expect(weeks.slice(0, 2)).toEqual([
      { week: 48, startsOn: '2026-11-23', total: 3, urgent: 3 },
      { week: 49, startsOn: '2026-11-30', total: 0, urgent: 0 },
    ]);
  });

  it.each([
    ['2026-12-28', 53],
    ['2027-01-04', 1],
  ])('of %s is week %i', (monday, week) => {
    expect(isoWeekOf(monday)).toBe(week);
  });
});
