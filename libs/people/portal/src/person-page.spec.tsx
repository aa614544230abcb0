import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { PersonPage } from './person-page.js';

const means = { id: 'm', supplierKey: 'reconi', supplierReference: 'U1', level: 'EH3', method: 'app', variant: 'standard', state: 'active', endsOn: '2099-01-01', lastUsedOn: '2020-03-14', seenOn: null, seenBy: null, evidenceClass: null };
const person = { id: 'p', fullName: 'Sanne de Boer', initials: null, email: null, jobTitle: 'Salaris', inServiceFrom: '2020-01-01', inServiceUntil: null, isDirector: false, viewerCan: ['person.change'], means: [means] };
const api = (viewerCan: readonly string[] = ['person.change']) =>
  fakeApi({
    PersonOfId: () => ({ person: { ...person, viewerCan } }),
    SupplierNames: () => ({ catalogue: { suppliers: [{ key: 'reconi', name: 'Reconi' }] } }),
    RightsOfPerson: () => ({ accessList: { totalCount: 0, pageInfo: { endCursor: null, hasNextPage: false }, edges: [] } }),
    ChangePerson: () => ({ changePerson: { id: 'p' } }),
  });

describe('the page of a person', () => {
  it('tells that the rights at a supplier lapsed 24 months after the last login', async () => {
    renderPage(api(), (portal) => <PersonPage portal={portal} personId="p" />);
    expect(await screen.findByText('Sanne de Boer logde sinds 14 mrt 2020 niet meer in bij Reconi. De rechten daar zijn na 14 mrt 2022 vervallen.')).toBeVisible();
    expect(screen.getByText('EH3')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('offers a change only to who may make one', async () => {
    renderPage(api([]), (portal) => <PersonPage portal={portal} personId="p" />);
    await screen.findByRole('heading', { level: 1, name: 'Sanne de Boer' });
    expect(screen.queryByRole('button', { name: 'Gegevens wijzigen' })).toBeNull();
  });

  it('sends the last day of service alone, and refuses one before the first', async () => {
    const asked = api();
    renderPage(asked, (portal) => <PersonPage portal={portal} personId="p" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Gegevens wijzigen' }));
    const field = screen.getByRole('textbox', { name: /Laatste werkdag/ });
    await userEvent.type(field, '31-12-2019{Tab}');
    await userEvent.click(screen.getByRole('button', { name: 'Bewaren voor Sanne de Boer' }));
    expect(screen.getByRole('link', { name: /ligt voor de eerste/ })).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, '31-12-2026{Tab}');
    await userEvent.click(screen.getByRole('button', { name: 'Bewaren voor Sanne de Boer' }));
    expect(asked.asked.filter(({ name }) => name === 'ChangePerson').map(({ variables }) => variables)).toEqual([{ input: { id: 'p', inServiceUntil: '2026-12-31' } }]);
  });
});
