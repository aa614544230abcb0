import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderPage } from '../testing/render.js';
import { MailboxPage } from './mailbox-page.js';

const HEADS = [
  { name: 'b.eml', subject: 'Overzicht: 3 taken', from: 'Ketenregie <k@localhost>', sentAt: '2026-11-24T06:00:00.000Z' },
  { name: 'a.eml', subject: 'Overzicht: één taak', from: 'Ketenregie <k@localhost>', sentAt: '2026-11-23T06:00:00.000Z' },
];
const opened = (name: string) => ({ ...HEADS.find((head) => head.name === name), to: 'anna@noord.example', text: `Jij moet (${name})`, hasHtml: true, headers: [{ name: 'Auto-Submitted', value: 'auto-generated' }] });

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

function show(selected: string | null, messages: readonly object[] = HEADS): void {
  globalThis.fetch = (async (address: string) => {
    const name = /messages\/(.+)$/.exec(address)?.[1];
    const body = name === undefined ? { address: 'anna@noord.example', messages } : opened(name);
    return { ok: true, status: 200, json: async () => body };
  }) as unknown as typeof fetch;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  renderPage(
    <QueryClientProvider client={client}>
      <MailboxPage selected={selected} back="/noord/vandaag" />
    </QueryClientProvider>,
  );
}

describe('the mailbox', () => {
  it('opens the latest mail, in a frame in which nothing can run', async () => {
    show(null);
    const frame = await screen.findByTitle('Overzicht: 3 taken');
    expect(frame).toHaveAttribute('src', '/mailbox/messages/b.eml/html');
    expect(frame.getAttribute('sandbox')?.split(' ').sort()).toEqual(['allow-popups', 'allow-popups-to-escape-sandbox']);
    expect(screen.getByRole('link', { name: /Overzicht: 3 taken/ })).toHaveAttribute('aria-current', 'true');
    expect(screen.getByRole('link', { name: 'Terug naar Ketenregie' })).toHaveAttribute('href', '/noord/vandaag');
  });

  it('opens the mail of the address, with its text, its headers and its file', async () => {
    show('a.eml');
    await userEvent.click(await screen.findByRole('tab', { name: 'Tekst' }));
    expect(screen.getByText('Jij moet (a.eml)')).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Kopregels' }));
    expect(screen.getByText('auto-generated')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Bewaren als .eml' })).toHaveAttribute('href', '/mailbox/messages/a.eml/eml');
  });

  it('says why it is empty', async () => {
    show(null, []);
    expect(await screen.findByText('Nog geen mail voor jou')).toBeVisible();
  });
});
