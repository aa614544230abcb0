import { calendarDate } from '@ketenregie/kernel';
import { type DigestItem, digestOf, MOST_LINES } from './index.js';

const item = (nr: number, change: Partial<DigestItem> = {}): DigestItem => ({
  taskId: `t${nr}`, kind: 'expiring', section: 'must', isForSomebodyElse: false, companyName: `Company ${String(nr).padStart(3, '0')}`, personName: null, serviceName: null, supplierName: null,
  endsOn: calendarDate('2026-12-31'), repairableUntil: null, dueOn: null, affectedCount: 1, code: null, raisedStep: null, ...change,
});
const many = (count: number, change: Partial<DigestItem>): DigestItem[] => Array.from({ length: count }, (_, nr) => item(nr, { ...change, taskId: `${change.kind ?? ''}${nr}` }));

describe('a digest', () => {
  it('is none where there is nothing to say', () => {
    expect(digestOf([])).toBeNull();
    expect(digestOf([], [{ section: 'reviews', key: 'reviews', title: 'Rounds', count: 0, names: [], path: 'controles' }])).toBeNull();
  });

  it('has its parts in order, and within each the actions in order', () => {
    const digest = digestOf([item(1, { section: 'information' }), item(2, { section: 'client', kind: 'lapsed' }), item(3, { kind: 'unknown-to-settle' }), item(4, { kind: 'can-but-may-not' })]);
    expect(digest?.sections.map(({ section, groups }) => [section, ...groups.map(({ kind }) => kind)])).toEqual([['must', 'can-but-may-not', 'unknown-to-settle'], ['client', 'lapsed'], ['information', 'expiring']]);
  });

  it('counts all and names five', () => {
    const [group] = digestOf(many(412, { kind: 'lapsed' }))?.sections[0]?.groups ?? [];
    expect([group?.count, group?.items.length]).toEqual([412, 5]);
  });

  it('never has more than 25 lines, and never leaves a count out', () => {
    const kinds = ['can-but-may-not', 'leaver-with-live-means', 'lapsed', 'expiring', 'level-too-low', 'log-in-round', 'request-stalled', 'unknown-to-settle'] as const;
    const digest = digestOf(kinds.flatMap((kind) => [...many(9, { kind }), ...many(9, { kind, section: 'client' })]));
    const groups = digest?.sections.flatMap((section) => section.groups) ?? [];
    expect(groups.length + groups.reduce((sum, { items }) => sum + items.length, 0)).toBe(MOST_LINES);
    expect(groups.map(({ count }) => count)).toEqual(Array.from({ length: 16 }, () => 9));
  });

  it('names what is raised before anything else, wherever it stands', () => {
    const digest = digestOf([...(['can-but-may-not', 'lapsed', 'level-too-low', 'request-stalled', 'unknown-to-settle'] as const).flatMap((kind) => many(9, { kind })), item(1, { section: 'client', raisedStep: 7 })]);
    expect(digest?.sections.map(({ groups }) => groups.map(({ items }) => items.length))).toEqual([[5, 5, 5, 2, 1], [1]]);
  });

  it('puts what is raised first, then what must be started first', () => {
    const digest = digestOf([item(1, { dueOn: calendarDate('2026-12-02') }), item(2, { dueOn: calendarDate('2026-12-01') }), item(3, { raisedStep: 30, dueOn: calendarDate('2026-12-09') })]);
    expect(digest?.sections[0]?.groups[0]?.items.map(({ taskId }) => taskId)).toEqual(['t3', 't2', 't1']);
    expect(digest?.raisedCount).toBe(1);
  });

  it('carries what other features add in parts of their own, and counts it as no task', () => {
    const round = (key: string, count: number) => ({ section: 'reviews', key, title: key, count, names: [], path: 'controles' }) as const;
    const digest = digestOf([item(1), item(2, { section: 'client' })], [round('Q3', 20), round('Q4', 7), { ...round('mail', 2), section: 'mail', names: ['Anna'] }]);
    expect(digest?.sections.map(({ section, count, added }) => [section, count, added.map(({ key }) => key)])).toEqual([['must', 1, []], ['reviews', 27, ['Q3', 'Q4']], ['client', 1, []], ['mail', 2, ['mail']]]);
    expect([digest?.count, digest?.reviews, digest?.sections.at(-1)?.added[0]?.names]).toEqual([2, { rounds: 2, lines: 27 }, ['Anna']]);
  });
});
