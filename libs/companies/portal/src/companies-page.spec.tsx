import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { ViewerCanContext } from '@ketenregie/tenants-portal';
import { TenantWords } from '@ketenregie/ui';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { CompaniesPage } from './companies-page.js';

const row = { id: 'b', name: 'Blom Zorg B.V.', otherNames: [], kvkNumber: '90001201', clientNumber: null, clientName: 'Groep', legalForm: 'BV', town: 'Assen', accountable: null, isOwn: true, endedOn: null };
const api = () =>
  fakeApi({
    CompaniesList: () => ({ companies: { totalCount: 1, pageInfo: { endCursor: null, hasNextPage: false }, edges: [{ node: row }] } }),
    RecordCompany: () => ({ recordCompany: { id: 'n', kvkNumber: null } }),
  });

const show = (asked: ReturnType<typeof api>, { may = ['company.create'] as readonly string[], hasClients = true } = {}) =>
  renderPage(asked, (portal) => (
    <TenantWords hasClients={hasClients}>
      <ViewerCanContext value={may}>
        <CompaniesPage portal={portal} search={{}} onSearch={() => undefined} />
      </ViewerCanContext>
    </TenantWords>
  ));

describe('the list of organisations', () => {
  it('adds one by hand, refuses one without a name, and goes to its page', async () => {
    const asked = api();
    const { went } = show(asked);
    await userEvent.click(await screen.findByRole('button', { name: 'Organisatie toevoegen' }));
    const dialog = await screen.findByRole('dialog', { name: 'Organisatie toevoegen' });
    const save = () => userEvent.click([...dialog.querySelectorAll('button')].find((button) => button.textContent === 'Organisatie toevoegen') as HTMLElement);
    await save();
    expect(screen.getByRole('link', { name: 'Vul een naam in.' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /^Organisatie/ }), 'Nieuw B.V. i.o.');
    await userEvent.type(screen.getByRole('textbox', { name: /Klantnummer/ }), '2070');
    await save();
    await waitFor(() => expect(went).toEqual(['/noord/o/x-n']));
    expect(asked.asked.filter(({ name }) => name === 'RecordCompany').map(({ variables }) => variables)).toEqual([{ input: { name: 'Nieuw B.V. i.o.', clientNumber: '2070' } }]);
  });

  it('offers that to who may alone', async () => {
    show(api(), { may: ['company.see'] });
    await screen.findByText('Blom Zorg B.V.');
    expect(screen.queryByRole('button', { name: 'Organisatie toevoegen' })).toBeNull();
  });

  it('never says the word client in a group that has none', async () => {
    show(api(), { hasClients: false });
    await screen.findByText('Blom Zorg B.V.');
    await userEvent.click(screen.getByRole('button', { name: 'Organisatie toevoegen' }));
    await screen.findByRole('dialog');
    expect(document.body.textContent).not.toMatch(/klant/i);
    expect(document.body.innerHTML).not.toMatch(/klantnummer/i);
  });
});
