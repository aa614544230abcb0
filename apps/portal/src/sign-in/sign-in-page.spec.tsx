import { PortalError } from '@ketenregie/portal-kit';
import type { Credentials } from '@ketenregie/portal-kit';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderPage } from '../testing/render.js';
import { SignInPage } from './sign-in-page.js';

const submit = () => userEvent.click(screen.getByRole('button', { name: 'Inloggen' }));

async function fillIn(email: string, password: string): Promise<void> {
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mailadres' }), email);
  await userEvent.type(screen.getByLabelText('Wachtwoord'), password);
}

describe('the sign-in page', () => {
  it('sends what was filled in, without the spaces of a pasted address', async () => {
    const sent: Credentials[] = [];
    renderPage(<SignInPage onSignIn={async (credentials) => void sent.push(credentials)} />);
    await fillIn(' sanne@noorderlicht.example ', ' geheim ');
    await submit();
    expect(sent).toEqual([{ email: 'sanne@noorderlicht.example', password: ' geheim ' }]);
  });

  it('sends nothing while a field is wrong, and leads to it', async () => {
    const sent: Credentials[] = [];
    renderPage(<SignInPage onSignIn={async (credentials) => void sent.push(credentials)} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'E-mailadres' }), 'sanne');
    await submit();
    expect(sent).toEqual([]);
    expect(screen.getByRole('alert')).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'Vul je wachtwoord in.' }));
    expect(screen.getByLabelText('Wachtwoord')).toHaveFocus();
  });

  it.each([
    ['UNAUTHENTICATED', 'E-mailadres en wachtwoord horen niet bij elkaar.'],
    ['TOO_MANY_ATTEMPTS', 'Probeer het over een kwartier opnieuw.'],
    ['UNREACHABLE', 'Geen verbinding.'],
  ])('says what to do after %s and keeps what was filled in', async (code, words) => {
    renderPage(<SignInPage onSignIn={() => Promise.reject(new PortalError(code))} />);
    await fillIn('sanne@noorderlicht.example', 'fout');
    await submit();
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByRole('textbox', { name: 'E-mailadres' })).toHaveValue('sanne@noorderlicht.example');
  });

  it('signs in with an account of the demonstration in one press, and says what can be seen with it', async () => {
    const sent: Credentials[] = [];
    const places = [{ tenant: 'Kantoor Noorderlicht', roles: ['adviser'], clients: 9 }, { tenant: 'Van der Meer', roles: ['adviser'], clients: null }];
    renderPage(<SignInPage onSignIn={async (credentials) => void sent.push(credentials)} examples={{ password: 'voorbeeld', accounts: [{ email: 's@n.example', name: 'Sanne', places }] }} />);
    const account = screen.getByRole('button', { name: /^Sanne/ });
    expect(account).toHaveTextContent('Adviseur, ook bij Van der Meer');
    expect(account).toHaveTextContent('ziet 9 klanten');
    await userEvent.click(account);
    expect(sent).toEqual([{ email: 's@n.example', password: 'voorbeeld' }]);
    expect(screen.getByRole('textbox', { name: 'E-mailadres' })).toHaveValue('s@n.example');
  });

  it('offers nobody where it is no demonstration', () => {
    renderPage(<SignInPage onSignIn={async () => undefined} />);
    expect(screen.queryByText('Kijk rond in het voorbeeld')).toBeNull();
    expect(screen.getAllByRole('button')).toHaveLength(2);
  });

  it('says why somebody is here again', () => {
    renderPage(<SignInPage onSignIn={async () => undefined} reason="expired" />);
    expect(screen.getByRole('status')).toHaveTextContent('Je sessie is verlopen.');
  });
});
