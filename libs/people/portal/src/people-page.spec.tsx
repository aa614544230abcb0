import { fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { ViewerCanContext } from '@ketenregie/tenants-portal';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { PeoplePage } from './people-page.js';

const api = () =>
  fakeApi({
    PeopleList: () => ({ people: { totalCount: 0, pageInfo: { endCursor: null, hasNextPage: false }, edges: [] } }),
    RecordPerson: () => ({ recordPerson: { id: 'p' } }),
  });
const show = (asked: ReturnType<typeof api>, may: readonly string[]) =>
  renderPage(asked, (portal) => (
    <ViewerCanContext value={may}>
      <PeoplePage portal={portal} search={{}} onSearch={() => undefined} />
    </ViewerCanContext>
  ));

describe('the list of employees', () => {
  it('says how it is begun: a file, or one by hand, which goes to his page', async () => {
    const asked = api();
    const { went } = show(asked, ['person.change', 'import.stage']);
    expect(await screen.findByRole('link', { name: 'Inlezen' })).toHaveAttribute('href', '/noord/import');
    await userEvent.click(screen.getByRole('button', { name: 'Medewerker toevoegen' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Naam/ }), 'Yara Smit');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Medewerker toevoegen' }));
    await waitFor(() => expect(went).toEqual(['/noord/medewerkers/p']));
    expect(asked.asked.filter(({ name }) => name === 'RecordPerson').map(({ variables }) => variables)).toEqual([{ input: { fullName: 'Yara Smit' } }]);
  });

  it('offers neither to who may not', async () => {
    show(api(), ['person.see']);
    await screen.findByText('Nog geen medewerkers');
    expect(screen.queryByRole('button', { name: 'Medewerker toevoegen' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Inlezen' })).toBeNull();
  });
});
