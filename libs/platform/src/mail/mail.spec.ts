import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { listMailbox, mailboxAddress, mailboxFolder, mailboxLog, type MailMessage, messageIdOf, openMail, readMailbox, type RunningMailbox, startMailbox } from './index.js';
import { outcomeOf } from './outcome.js';

let dataDir: string;
let mailbox: RunningMailbox;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ketenregie-mail-'));
  mailbox = await startMailbox(dataDir);
});
afterEach(async () => {
  await mailbox.close();
  await rm(dataDir, { recursive: true });
});

const configured = () => openMail({ smtpUrl: null, dataDir, mailFrom: 'Ketenregie <k@office.example>', publicUrl: 'https://k.example' });
const message = (change: Partial<MailMessage> = {}): MailMessage => ({
  messageId: 'digest.1@office.example', to: 'anna@office.example', subject: 'Overzicht: één taak', text: 'Jij moet\nBakkerij', html: '<p>Jij moet</p>',
  date: new Date('2026-11-23T06:00:00Z'), unsubscribeUrl: 'https://k.example/mail/stop/1', language: 'nl', ...change,
});

describe('the built-in mailbox', () => {
  it('keeps a message before it answers, with the headers that keep loops out', async () => {
    const mail = configured();
    expect(await mail.transport.send(message())).toMatchObject({ kind: 'accepted' });
    const [entry] = await listMailbox(dataDir);
    const parsed = await simpleParser((await readMailbox(dataDir, entry?.name ?? '')) ?? '');
    expect(parsed.subject).toBe('Overzicht: één taak');
    expect(parsed.text).toContain('Bakkerij');
    expect(parsed.messageId).toBe('<digest.1@office.example>');
    const header = (name: string): unknown => parsed.headerLines.find(({ key }) => key === name)?.line;
    expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
    expect(String(header('list-unsubscribe'))).toContain('<https://k.example/mail/stop/1>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    await mail.transport.close();
  });

  it('knows what it took, and shows a second delivery of one message beside the first', async () => {
    const mail = configured();
    const log = mailboxLog(dataDir);
    expect(await log.has('digest.1@office.example')).toBe(false);
    for (const nr of [1, 2]) expect(await mail.transport.send(message({ subject: String(nr) }))).toMatchObject({ kind: 'accepted' });
    expect([await log.has('digest.1@office.example'), await log.has('digest.2@office.example')]).toEqual([true, false]);
    const [first, second] = await listMailbox(dataDir);
    expect(first?.name.split('-')[0]).toBe(second?.name.split('-')[0]);
    await mail.transport.close();
  });

  it('is found where it runs now, and a message waits where it does not', async () => {
    const mail = configured();
    expect(await mailboxAddress(dataDir)).toBe(mailbox.smtpUrl);
    await mailbox.close();
    expect(await mailboxAddress(dataDir)).toBeNull();
    expect(await mail.transport.send(message())).toMatchObject({ kind: 'deferred' });
    mailbox = await startMailbox(dataDir);
    expect(await mail.transport.send(message())).toMatchObject({ kind: 'accepted' });
    await mail.transport.close();
  });

  it('is asked before the first byte of the content, and takes nothing that is taken back then', async () => {
    const mail = configured();
    const asked: number[] = [];
    const before = (mayGo: boolean) => async () => {
      asked.push((await listMailbox(dataDir)).length);
      return mayGo;
    };
    expect(await mail.transport.send(message(), before(false))).toMatchObject({ kind: 'deferred' });
    expect(await mail.transport.send(message({ messageId: 'digest.2@office.example' }), before(true))).toMatchObject({ kind: 'accepted' });
    const log = mailboxLog(dataDir);
    expect([asked, await log.has('digest.1@office.example'), await log.has('digest.2@office.example')]).toEqual([[0, 0], false, true]);
    const failing = mail.transport.send(message({ messageId: 'digest.3@office.example' }), () => Promise.reject(new Error('the database is away')));
    expect(await failing).toMatchObject({ kind: 'deferred' });
    expect(await log.has('digest.3@office.example')).toBe(false);
    await mail.transport.close();
  });

  it('gives no file but its own messages', async () => {
    for (const name of ['../secrets.eml', 'address', '..%2fx.eml', 'none.eml']) expect(await readMailbox(dataDir, name)).toBeNull();
    expect(await readdir(mailboxFolder(dataDir))).toEqual(['address']);
  });

  it('takes no second header from a subject', async () => {
    const mail = configured();
    await mail.transport.send(message({ subject: 'x\r\nBcc: other@office.example' }));
    const [entry] = await listMailbox(dataDir);
    const parsed = await simpleParser((await readMailbox(dataDir, entry?.name ?? '')) ?? '');
    expect(parsed.bcc).toBeUndefined();
    await mail.transport.close();
  });
});

describe('what an error means', () => {
  it.each([
    ['451 is later', { responseCode: 451, response: '451 try later' }, 'deferred'],
    ['421 is later', { responseCode: 421, response: '421 closing' }, 'deferred'],
    ['550 is for good', { responseCode: 550, response: '550 5.1.1 no such user' }, 'refused'],
    ['wrong credentials are ours to mend', { code: 'EAUTH', responseCode: 535, response: '535 no' }, 'deferred'],
    ['no connection was made', { code: 'ESOCKET', syscall: 'connect' }, 'deferred'],
    ['the name was not found', { code: 'EDNS' }, 'deferred'],
    ['a lost connection is unknown', { code: 'ECONNECTION', command: 'CONN' }, 'unknown'],
    ['silence is unknown', { code: 'ETIMEDOUT', command: 'DATA' }, 'unknown'],
    ['nothing at all is unknown', undefined, 'unknown'],
  ])('%s', (_, error, kind) => {
    expect(outcomeOf(error).kind).toBe(kind);
  });

  it('keeps no address from a reply', () => {
    expect(outcomeOf({ responseCode: 550, response: '550 <anna@office.example> unknown' }).reply).toBe('550 <...> unknown');
  });
});

it('derives the same id of a message for ever', () => {
  expect(messageIdOf('digest', '0199', 'Ketenregie <k@office.example>')).toBe('digest.0199@office.example');
  expect(messageIdOf('digest', '0199', 'k@localhost')).toBe('digest.0199@localhost');
});
