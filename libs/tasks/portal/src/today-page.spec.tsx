import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { screen, within } from '@testing-library/react';
import { TodayPage } from './today-page.js';
import type { AskingRight, RightsInState } from './asking-rights.js';

const none: RightsInState = { totalCount: 0, edges: [] };
const right: AskingRight = { personId: 'p', personName: 'Sanne', companyId: 'c', companyName: 'Blom Zorg', serviceNameNl: 'UWV', serviceNameEn: 'UWV', endsOn: '2027-01-04', repairableUntil: '2026-12-10', firstBreak: null };
const some = (totalCount: number): RightsInState => ({ totalCount, edges: [{ node: right }] });
const quiet = { ghosts: none, lapsed: none, lowLevel: none, expiring: none, clients: none, office: none, next: none };
const apiOf = (today: object) => fakeApi({ TodayRights: () => ({ ...quiet, ...today }), TodayEnds: () => ({}) });

describe('today', () => {
  it('puts what somebody must do by action, apart from what waits for the client', async () => {
    renderPage(apiOf({ expiring: some(31), clients: some(12) }), (portal) => <TodayPage portal={portal} today="2026-11-23" />);
    expect(await screen.findByText('43 rechten vragen om actie, in 2 groepen.')).toBeVisible();
    const ours = screen.getByRole('list', { name: 'Jij moet' });
    expect(within(ours).getByText('31 rechten')).toBeVisible();
    expect(within(ours).getByRole('link', { name: 'Alle 31 bekijken' })).toHaveAttribute('href', '/noord/toegang?status=expiring');
    expect(within(screen.getByRole('list', { name: 'Wacht op de klant' })).getByText('12 rechten')).toBeVisible();
  });

  it('says what ends first where nothing waits', async () => {
    renderPage(apiOf({ next: some(1) }), (portal) => <TodayPage portal={portal} today="2026-11-23" />);
    expect(await screen.findByText('Niets dat op je wacht')).toBeVisible();
    expect(screen.getByText('Eerstvolgende einddatum: 4 jan 2027, UWV, Blom Zorg.')).toBeVisible();
  });

  it('leads a newcomer with an empty register to the import', async () => {
    renderPage(apiOf({}), (portal) => <TodayPage portal={portal} today="2026-11-23" />, 'en');
    expect(await screen.findByRole('link', { name: 'Import a spreadsheet' })).toHaveAttribute('href', '/noord/import');
  });

  it('has no fault that axe knows', async () => {
    renderPage(apiOf({ expiring: some(31) }), (portal) => <TodayPage portal={portal} today="2026-11-23" />);
    await screen.findByText('31 rechten');
    expect(await axeFindings()).toEqual([]);
  });
});
