import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { screen, within } from '@testing-library/react';
import type { TodayTasksQuery } from './generated/operations.js';
import type { TaskFacts } from './task-words.js';
import { TodayPage } from './today-page.js';
import { readTodaySearch } from './today-search.js';

type Tasks = TodayTasksQuery['tasks'];
type Group = Tasks['groups'][number];

const task: TaskFacts = {
  ...{ id: 't', kind: 'expiring', part: 'must', hands: 'we', code: null, companyId: 'c', companyName: 'Blom Zorg', personId: 'p', personName: 'Sanne', meansId: null },
  ...{ serviceKey: null, serviceNameNl: null, serviceNameEn: null, affectedCount: 3, endsOn: '2027-01-04', dueOn: '2026-12-10' },
};
const group = (part: string, kind: string, count: number, more: Partial<Group> = {}): Group => ({ part, kind, count, lateCount: 0, dueOn: '2026-12-10', hands: [{ hands: 'we', count }], examples: [task], ...more });
const tasksOf = (groups: readonly Group[], more: Partial<Tasks> = {}): TodayTasksQuery => ({
  tasks: { on: '2026-11-23', sweptOn: '2026-11-23', isCurrent: true, totalCount: groups.reduce((sum, { count }) => sum + count, 0), ownCount: groups.reduce((sum, { part, count }) => sum + (part === 'colleagues' ? 0 : count), 0), groups: [...groups], weeks: [{ startsOn: '2026-11-23', week: 48, count: 0, lateCount: 0 }, { startsOn: '2026-11-30', week: 49, count: 7, lateCount: 2 }], ...more },
});
const busy = tasksOf([group('must', 'expiring', 31, { lateCount: 2, hands: [{ hands: 'we', count: 30 }, { hands: 'representative', count: 1 }] }), group('client', 'lapsed', 12), group('colleagues', 'unknown-to-settle', 5, { dueOn: null })]);
const overview = (answer: TodayTasksQuery, more: object = {}, language: 'nl' | 'en' = 'nl') => renderPage(fakeApi({ TodayTasks: () => answer, ...more }), (portal) => <TodayPage portal={portal} search={{}} />, language);

describe('today', () => {
  it('puts what somebody must do by action, apart from what waits for the client and what lies with colleagues', async () => {
    const { went } = overview(busy);
    expect(await screen.findByText('43 taken voor jou, 5 bij collega’s.')).toBeVisible();
    const ours = screen.getByRole('list', { name: 'Jij moet' });
    expect(within(ours).getByText('31 rechten of inlogmiddelen lopen af')).toBeVisible();
    expect(within(ours).getByText('Wij, Vertegenwoordiger')).toBeVisible();
    expect(within(ours).getByText('2 zijn te laat. Blom Zorg …')).toBeVisible();
    expect(within(ours).getByText('10 dec 2026')).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Ligt bij collega’s' })).getByText('Geen datum')).toBeVisible();
    expect(within(ours).getByRole('link', { name: 'Alle 31 bekijken' })).toHaveAttribute('href', '/noord/vandaag?taak=expiring&deel=must');
    expect(within(screen.getByRole('list', { name: 'Wacht op de klant' })).getByRole('link', { name: 'Alle 12 bekijken' })).toHaveAttribute('href', '/noord/vandaag?taak=lapsed&deel=client');
    expect(screen.getByRole('list', { name: 'Ligt bij collega’s' })).toBeVisible();
    screen.getByRole('button', { name: /Week 49/ }).click();
    expect(went).toEqual(['/noord/vandaag?week=2026-11-30']);
  });

  it('says that nothing was computed yet, and never that nothing waits', async () => {
    overview(tasksOf([], { sweptOn: null, isCurrent: false }));
    expect(await screen.findByText('De taken worden voor het eerst berekend')).toBeVisible();
    expect(screen.queryByText('Niets dat op je wacht')).toBeNull();
  });

  it('says where the list may be older than the register', async () => {
    overview(tasksOf([group('must', 'expiring', 1)], { isCurrent: false }));
    expect(await screen.findByText('Er is zojuist iets vastgelegd. Deze lijst is binnen een minuut bijgewerkt.')).toBeVisible();
  });

  it('says what ends first where nothing waits', async () => {
    const edges = [{ node: { companyName: 'Blom Zorg', serviceNameNl: 'UWV', serviceNameEn: 'UWV', endsOn: '2027-01-04' } }];
    overview(tasksOf([]), { TodayNext: () => ({ accessList: { totalCount: 1, edges } }) });
    expect(await screen.findByText('Eerstvolgende einddatum: 4 jan 2027, UWV, Blom Zorg')).toBeVisible();
  });

  it('leads a newcomer with an empty register to the import', async () => {
    overview(tasksOf([]), { TodayNext: () => ({ accessList: { totalCount: 0, edges: [] } }) }, 'en');
    expect(await screen.findByRole('link', { name: 'Import a spreadsheet' })).toHaveAttribute('href', '/noord/import');
  });

  it('has no fault that axe knows', async () => {
    overview(busy);
    await screen.findByText('31 rechten of inlogmiddelen lopen af');
    expect(await axeFindings()).toEqual([]);
  });
});

describe('a link of a mail', () => {
  const pageInfo = { endCursor: null, hasNextPage: false };
  const list = (nodes: readonly TaskFacts[]) => fakeApi({ TodayTaskList: () => ({ taskList: { totalCount: nodes.length, edges: nodes.map((node) => ({ node })), pageInfo } }) });

  it('asks for exactly what the mail counted, and says it in the same words', async () => {
    const api = list([task, { ...task, id: 'u', companyId: null, companyName: null, kind: 'expiring' }]);
    renderPage(api, (portal) => <TodayPage portal={portal} search={readTodaySearch({ taak: 'expiring', deel: 'must' })} />);
    expect(await screen.findByRole('heading', { name: '2 rechten of inlogmiddelen lopen af' })).toBeVisible();
    expect(api.asked).toEqual([{ name: 'TodayTaskList', variables: { kinds: ['expiring'], parts: ['must'], week: null, first: 50, after: null } }]);
    expect(screen.getByRole('link', { name: 'Alle taken' })).toHaveAttribute('href', '/noord/vandaag');
  });

  it('says that it was done meanwhile where nothing is left', async () => {
    renderPage(list([]), (portal) => <TodayPage portal={portal} search={readTodaySearch({ taak: 'lapsed', deel: 'client' })} />);
    expect(await screen.findByText('Hier staat niets meer open')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it.each([
    [{ taak: 'expiring', deel: 'client' }, { taak: 'expiring', deel: 'client' }],
    [{ taak: 'renew', deel: 'all', week: '2026-11-24' }, {}],
    [{ week: '2026-11-30' }, { week: '2026-11-30' }],
    [{ taak: ['expiring'], deel: 5 }, {}],
  ])('of %j is read as %j', (search, read) => {
    expect(readTodaySearch(search)).toEqual(read);
  });
});
