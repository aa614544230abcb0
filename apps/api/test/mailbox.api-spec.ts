import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureAccount, openSession } from '@ketenregie/identity-server';
import { openMail, type RunningMailbox, startMailbox } from '@ketenregie/platform/mail';
import { TestApp } from './app.js';

const HTML = '<html><head><title>x</title></head><body><script>alert(1)</script><a href="https://k.example/noord/vandaag">Vandaag</a></body></html>';

let dataDir: string;
let mailbox: RunningMailbox;
let app: TestApp;
let anna: string;
let bea: string;

const cookieFor = async (login: string): Promise<string> => `__Host-ketenregie=${await openSession(app.db, await ensureAccount(app.db, { login, displayName: login }))}`;

async function send(to: string, subject: string): Promise<void> {
  const { transport } = openMail({ smtpUrl: null, dataDir, mailFrom: 'Ketenregie <k@office.example>', publicUrl: 'https://k.example' });
  const sent = { messageId: `${subject.replaceAll(' ', '-')}@office.example`, to, subject: `${subject} één`, text: 'Jij moet', html: HTML, date: new Date('2026-11-23T06:00:00Z'), unsubscribeUrl: 'https://k.example/mail/stop/1', language: 'nl' as const };
  expect(await transport.send(sent)).toMatchObject({ kind: 'accepted' });
  await transport.close();
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ketenregie-mailbox-'));
  mailbox = await startMailbox(dataDir);
  app = await TestApp.start({ mailboxFolder: dataDir });
  await send('anna@noord.example', 'Voor Anna');
  await send('bea@noord.example', 'Voor Bea');
  anna = await cookieFor('Anna@noord.example');
  bea = await cookieFor('bea@noord.example');
});
afterAll(async () => {
  await app.stop();
  await mailbox.close();
  await rm(dataDir, { recursive: true });
});

interface Shown {
  readonly address: string;
  readonly messages: readonly { readonly name: string; readonly subject: string }[];
}

const get = (path: string, cookie = '', headers: Record<string, string> = {}): Promise<Response> => fetch(`${app.url}/mailbox/messages${path}`, { headers: { ...headers, ...(cookie !== '' && { cookie }) } });
const listOf = async (cookie: string): Promise<Shown> => (await get('', cookie)).json() as Promise<Shown>;
const nameOf = async (cookie: string): Promise<string> => (await listOf(cookie)).messages[0]?.name ?? '';

describe('the built-in mailbox', () => {
  it('shows everybody what was sent to his own address', async () => {
    expect(await listOf(anna)).toMatchObject({ address: 'anna@noord.example', messages: [{ subject: 'Voor Anna één' }] });
    expect((await listOf(bea)).messages.map(({ subject }) => subject)).toEqual(['Voor Bea één']);
  });

  it('opens one with its text and headers, and gives it as a file', async () => {
    const name = await nameOf(anna);
    const mail = (await (await get(`/${name}`, anna)).json()) as { text: string; hasHtml: boolean; headers: { name: string; value: string }[] };
    expect(mail).toMatchObject({ subject: 'Voor Anna één', text: expect.stringContaining('Jij moet'), hasHtml: true });
    expect(mail.headers).toEqual(expect.arrayContaining([{ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' }]));
    const file = await get(`/${name}/eml`, anna);
    expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual(['message/rfc822', `attachment; filename=${name}`]);
    expect(await file.text()).toContain('Auto-Submitted: auto-generated');
  });

  it('shows its page in a frame of ours alone, in which nothing runs, loads or is sent', async () => {
    const page = await get(`/${await nameOf(anna)}/html`, anna);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "form-action 'none'", "frame-ancestors 'self'", 'sandbox allow-popups allow-popups-to-escape-sandbox']));
    expect(policy).not.toMatch(/script|same-origin|https?:/);
    expect([page.headers.get('x-frame-options'), page.headers.get('cache-control')]).toEqual(['SAMEORIGIN', 'no-store']);
    expect(await page.text()).toContain('<head><base target="_blank">');
  });

  it.each(['', '/html', '/eml'])('gives nobody the mail of another, as if it were not there: %s', async (part) => {
    const [name, missing] = [await nameOf(bea), 'ab-0199.eml'];
    const [theirs, none] = [await get(`/${name}${part}`, anna), await get(`/${missing}${part}`, anna)];
    expect([theirs.status, await theirs.text()]).toEqual([404, await none.text()]);
    expect((await get(`/${name}${part}`, bea)).status).toBe(200);
  });

  it.each(['', '/x.eml', '/x.eml/html', '/x.eml/eml'])('is closed to who is not signed in, and to the pages of others: %s', async (path) => {
    expect((await get(path)).status).toBe(401);
    expect((await get(path, anna, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it.each(['..%2F..%2Fsecrets%2Fexample-password', '%2e%2e%2faddress', 'address'])('opens no other file: %s', async (name) => {
    expect((await get(`/${name}`, anna)).status).toBe(404);
  });

  it('says in the session that it is there', async () => {
    expect(await (await fetch(`${app.url}/session`, { headers: { cookie: anna } })).json()).toMatchObject({ hasMailbox: true });
  });
});

it('is not there where it is not asked for', async () => {
  const plain = await TestApp.start();
  try {
    const cookie = `__Host-ketenregie=${await openSession(plain.db, await ensureAccount(plain.db, { login: 'anna@noord.example', displayName: 'Anna' }))}`;
    expect((await fetch(`${plain.url}/mailbox/messages`, { headers: { cookie } })).status).toBe(404);
    expect(await (await fetch(`${plain.url}/session`, { headers: { cookie } })).json()).toMatchObject({ hasMailbox: false });
  } finally {
    await plain.stop();
  }
});
