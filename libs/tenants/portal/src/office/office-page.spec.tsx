import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeFindings, fakeApi, renderPage } from '../testing/index.js';
import { OfficePage } from './office-page.js';

const apiFor = (viewerCan: readonly string[], isExample = false) =>
  fakeApi({
    SettingsOffice: () => ({ tenant: { id: 't', name: 'Kantoor Noord', kind: 'office', timeZone: 'Europe/Amsterdam', language: 'nl', notCheckedAfterMonths: 12, needsFourEyes: false, isExample, viewerCan } }),
    SettingsMembers: () => ({ members: [{ id: 'm', displayName: 'Ilse de Wit', login: 'ilse@noord.example', roles: ['owner'], hasAllClients: true, clientCount: 24 }] }),
    SettingsChange: () => ({ changeTenantSettings: {} }),
    SettingsRemoveExample: () => ({ removeExample: true }),
  });

const removals: string[] = [];

describe('the settings of an office', () => {
  it('says what is not right before anything is sent, and sends it once it is', async () => {
    const api = apiFor(['tenant.change-settings', 'member.see']);
    renderPage(api, (portal) => <OfficePage portal={portal} onExampleRemoved={() => removals.push('removed')} />);
    const months = await screen.findByRole('textbox', { name: 'Niet nagekeken na (maanden)' });
    await userEvent.clear(months);
    await userEvent.type(months, '99');
    await userEvent.click(screen.getByRole('button', { name: 'Bewaren voor Kantoor Noord' }));
    expect(screen.getByRole('alert')).toHaveFocus();
    await userEvent.clear(months);
    await userEvent.type(months, '6');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Vier ogen bij een besluit' }));
    await userEvent.click(screen.getByRole('button', { name: 'Bewaren voor Kantoor Noord' }));
    expect(api.asked.find((each) => each.name === 'SettingsChange')?.variables).toEqual({ input: { name: 'Kantoor Noord', language: 'nl', notCheckedAfterMonths: 6, needsFourEyes: true } });
  });

  it('shows them without a form to who may not change them, and no members to who may not see them', async () => {
    const api = apiFor([]);
    renderPage(api, (portal) => <OfficePage portal={portal} onExampleRemoved={() => removals.push('removed')} />);
    expect(await screen.findByText('Je kunt dit bekijken. Een kantoorbeheerder kan het wijzigen.')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(api.asked.map((each) => each.name)).toEqual(['SettingsOffice']);
  });

  it('names everybody who works here, and has no fault that axe knows', async () => {
    renderPage(apiFor(['member.see']), (portal) => <OfficePage portal={portal} onExampleRemoved={() => removals.push('removed')} />);
    expect(await screen.findByText('Ilse de Wit')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('example data', () => {
  it('go with one press and one confirmation, which says what goes', async () => {
    const api = apiFor(['tenant.remove-example'], true);
    renderPage(api, (portal) => <OfficePage portal={portal} onExampleRemoved={() => removals.push('removed')} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Voorbeeldgegevens verwijderen' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Kantoor Noord verwijderen?' });
    expect(dialog).toHaveTextContent('voor iedereen en voorgoed: organisaties, medewerkers');
    expect(await axeFindings()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Annuleren' }));
    expect(api.asked.map(({ name }) => name)).not.toContain('SettingsRemoveExample');
    await userEvent.click(screen.getByRole('button', { name: 'Voorbeeldgegevens verwijderen' }));
    await userEvent.click(screen.getByRole('button', { name: 'Kantoor Noord verwijderen' }));
    expect(api.asked.map(({ name }) => name)).toContain('SettingsRemoveExample');
    expect(removals).toEqual(['removed']);
  });

  it.each([
    ['who may not', [], true],
    ['who may, where the data are real', ['tenant.remove-example'], false],
  ])('are not offered to be removed to %s', async (_, viewerCan, isExample) => {
    renderPage(apiFor(viewerCan, isExample), (portal) => <OfficePage portal={portal} onExampleRemoved={() => undefined} />);
    expect(await screen.findByText('Je kunt dit bekijken. Een kantoorbeheerder kan het wijzigen.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Voorbeeldgegevens verwijderen' })).toBeNull();
  });
});
