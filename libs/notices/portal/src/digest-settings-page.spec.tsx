import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { ViewerCanContext } from '@ketenregie/tenants-portal';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { DigestSettingsPage } from './digest-settings-page.js';
import type { DigestOwnQuery, TroubledFieldsFragment } from './generated/operations.js';

type Settings = DigestOwnQuery['digestSettings'];

const usual: Settings = { hour: 7, timeZone: 'Europe/Amsterdam', frequency: 'daily', weekday: 1, language: null };
const bounced: TroubledFieldsFragment = { id: 'n', memberId: 'm', memberName: 'Joost Bakker', period: '2026-11-20', state: 'bounced', reply: '550 no such user', isSuppressed: true };

function page(settings: Settings = usual, viewerCan: readonly string[] = [], troubled: readonly TroubledFieldsFragment[] = []) {
  const api = fakeApi({
    DigestOwn: () => ({ digestSettings: settings, tenant: { name: 'Noord', viewerCan } }),
    DigestChange: ({ input }: { input: Settings }) => ({ changeDigestSettings: input }),
    DigestTroubled: () => ({ troubledNotices: troubled }),
    DigestAllowAgain: () => ({ allowMailAgain: [] }),
    DigestSettleMail: () => ({ settleTroubledMail: [] }),
  });
  return { api, ...renderPage(api, (portal) => <DigestSettingsPage portal={portal} />) };
}
const changes = ({ asked }: { asked: readonly { name: string; variables: unknown }[] }) => asked.filter(({ name }) => name === 'DigestChange').map(({ variables }) => (variables as { input: Settings }).input);

describe('one’s own digest', () => {
  it('ends by one click, the rest of the settings kept', async () => {
    const { api } = page();
    await userEvent.click(await screen.findByRole('button', { name: 'Geen overzicht meer' }));
    expect(changes(api)).toEqual([{ ...usual, frequency: 'never' }]);
  });

  it('is saved as chosen: once a week, on a day, in a language', async () => {
    const { api } = page();
    await userEvent.click(await screen.findByRole('radio', { name: 'Eén keer per week' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Engels' }));
    expect(screen.getByText('Dag van de week')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Bewaren' }));
    expect(changes(api)).toEqual([{ ...usual, frequency: 'weekly', language: 'en' }]);
  });

  it('says that it is off, and how it comes back', async () => {
    page({ ...usual, frequency: 'never' });
    expect(await screen.findByText('Van Noord krijg je geen overzicht meer.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Geen overzicht meer' })).toBeNull();
    expect(screen.queryByText('Uur')).toBeNull();
  });
});

describe('who gets no tasks', () => {
  const asRole = (can: readonly string[]) => {
    const api = fakeApi({ DigestOwn: () => ({ digestSettings: usual, tenant: { name: 'Noord', viewerCan: can } }) });
    renderPage(api, (portal) => (
      <ViewerCanContext value={can}>
        <DigestSettingsPage portal={portal} />
      </ViewerCanContext>
    ));
    return api;
  };

  it('finds no tab of a digest, and by its address that it is not his; nothing is asked that would be refused', async () => {
    const api = asRole(['tenant.see']);
    expect((await screen.findAllByText('Dit hoort niet bij jouw rol'))[1]).toBeVisible();
    expect(screen.getAllByRole('link').map((link) => link.textContent)).not.toContain('Overzicht per mail');
    expect(api.asked).toEqual([]);
    expect(await axeFindings()).toEqual([]);
  });

  it('is not who has tasks', async () => {
    asRole(['tenant.see', 'task.see']);
    expect(await screen.findByRole('button', { name: 'Bewaren' })).toBeVisible();
    expect(screen.getAllByRole('link')).toHaveLength(3);
  });
});

describe('mail in trouble', () => {
  it('is shown to who administers, with the reply, and goes on once the address was looked at', async () => {
    const { api } = page(usual, ['tenant.change-settings'], [bounced]);
    expect(await screen.findByText('Antwoord van de mailserver: 550 no such user')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Adres klopt: Joost Bakker weer mailen' }));
    expect(api.asked.filter(({ name }) => name === 'DigestAllowAgain').map(({ variables }) => variables)).toEqual([{ memberId: 'm' }]);
  });

  it.each([['Aangekomen bij Joost Bakker', 'arrived'], ['Opnieuw sturen aan Joost Bakker', 'again']])('of unknown outcome is settled by "%s"', async (button, as) => {
    const { api } = page(usual, ['tenant.change-settings'], [{ ...bounced, state: 'parked', reply: 'no reply', isSuppressed: false }]);
    expect(await screen.findByText(/niet bekend of hij is aangekomen/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /weer mailen/ })).toBeNull();
    expect(await axeFindings()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: button }));
    expect(api.asked.filter(({ name }) => name === 'DigestSettleMail').map(({ variables }) => variables)).toEqual([{ id: 'n', as }]);
  });

  it('is not asked for by anybody else', async () => {
    const { api } = page(usual, [], [bounced]);
    await screen.findByRole('button', { name: 'Bewaren' });
    expect(api.asked.map(({ name }) => name)).not.toContain('DigestTroubled');
    expect(screen.queryByText('Mail die niet aankomt')).toBeNull();
  });

  it('has no fault that axe knows', async () => {
    page(usual, ['tenant.change-settings'], [bounced]);
    await screen.findByText('Antwoord van de mailserver: 550 no such user');
    expect(await axeFindings()).toEqual([]);
  });
});
