import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { DecideForm } from './decide-form.js';

const form = (api: ReturnType<typeof fakeApi>, onDone: () => void = () => undefined) =>
  renderPage(api, (portal) => (
    <>
      <h1>Keten</h1>
      <h2>Recht</h2>
      <DecideForm portal={portal} right={{ id: 'r' }} supplier="Reconi" holder="Sanne de Boer" scope="Omzetbelasting" companyName="Blom Zorg" onDone={onDone} />
    </>
  ));

describe('deciding a revocation', () => {
  it('says that the supplier has to carry it out, and for whom, without a finding of axe', async () => {
    form(fakeApi({}));
    expect(screen.getByText('Het werkt pas als de leverancier het doorvoert.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Intrekken regelen voor Blom Zorg' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('sends nothing without a reason, and says where it is missing', async () => {
    const api = fakeApi({});
    form(api);
    await userEvent.click(screen.getByRole('button', { name: 'Intrekken regelen voor Blom Zorg' }));
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Vul in waarom dit recht moet eindigen.' })).toBeVisible();
    expect(api.asked).toEqual([]);
  });

  it('sends the reason and tells that the right works until then', async () => {
    const api = fakeApi({ DecideRevocation: () => ({ decideRevocation: { id: 'k', state: 'to-do' } }) });
    let isDone = false;
    form(api, () => (isDone = true));
    await userEvent.type(screen.getByRole('textbox', { name: /Reden/ }), 'Uit dienst');
    await userEvent.click(screen.getByRole('button', { name: 'Intrekken regelen voor Blom Zorg' }));
    expect(await screen.findByText('Het recht werkt nog tot Reconi het doorvoert.')).toBeVisible();
    expect(api.asked).toEqual([{ name: 'DecideRevocation', variables: { input: { authorisationId: 'r', reason: 'Uit dienst', askedOf: null } } }]);
    expect(isDone).toBe(true);
  });
});
