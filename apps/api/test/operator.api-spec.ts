import { newId } from '@ketenregie/kernel';
import { holdSending, installationHealth } from '@ketenregie/notices-server';
import { systemScope } from '@ketenregie/platform/db';
import { defineJob, emptyPayload, type JobQueue, openJobQueue } from '@ketenregie/platform/jobs';
import { silentLog } from '@ketenregie/platform/logging';
import { TestApp } from './app.js';
import { makeOffice } from './fixtures/office.js';

const KEY = 'a key of more than twenty characters';
const MARK = 'Zwanebloem';
const nightly = defineJob({ name: 'nightly', payload: emptyPayload, attempts: 3, backoff: { type: 'fixed', delayMs: 1 }, schedule: { cron: '20 4 * * *', timeZone: 'Europe/Amsterdam' }, handler: () => Promise.resolve() });

let app: TestApp;
let queue: JobQueue;
beforeAll(async () => {
  app = await TestApp.start({
    operator: ({ database, db }) => {
      queue = openJobQueue({ connection: { kind: 'postgres', url: database.queueUrl }, definitions: [nightly], log: silentLog });
      return { key: KEY, health: () => installationHealth({ db, queue }) };
    },
  });
  await queue.registerSchedules();
}, 30_000);
afterAll(async () => {
  await queue.close();
  await app.stop();
});

const basic = (password: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(`operator:${password}`).toString('base64')}` });
const ask = (headers: Record<string, string>): Promise<Response> => fetch(`${app.url}/operator`, { headers });

describe('the operator’s page', () => {
  it.each<[string, Record<string, string>]>([
    ['nobody', {}],
    ['a wrong key', basic('a key of more than twenty letters')],
    ['an empty key', basic('')],
    ['the key by another scheme', { authorization: `Bearer ${KEY}` }],
    ['what is no header at all', { authorization: 'Basic' }],
  ])('is closed to %s, and asks for the key', async (_, headers) => {
    const response = await ask(headers);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Basic realm')]);
    expect(await response.text()).not.toContain('waiting');
  });

  it.each([
    ['nl', 'De sleutel van de beheerder is nodig'],
    ['en', 'The operator’s key is needed'],
  ])('says to a browser without the key what is asked, in %s', async (language, title) => {
    const response = await ask({ accept: 'text/html', 'accept-language': language });
    expect([response.status, response.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  });

  it('says to a program without the key that it is not known', async () => {
    expect(await (await ask({ accept: 'application/json' })).json()).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it('is closed to an owner of an office who is signed in', async () => {
    const office = await makeOffice(app.db, 'eigen', { mark: MARK, digits: '1010' });
    const owner = await app.member(office, ['owner']);
    expect((await ask({ cookie: `__Host-ketenregie=${owner.token ?? ''}`, 'x-tenant': 'eigen' })).status).toBe(401);
  });

  it('adds up what waits of all tenants, and names none of them', async () => {
    const before = (await (await ask({ ...basic(KEY), accept: 'application/json' })).json()) as { work: Record<string, number>; queue: { schedules: object[] } };
    const office = await makeOffice(app.db, 'tweede', { mark: MARK, digits: '3030' });
    await app.db.write(systemScope(office.id), async (writer) => {
      await writer.query(`insert into outbox (id, topic, payload) values ($1, 'nobody-knows', '{}')`, [newId()]);
      await holdSending(writer, 'restored');
    });
    const response = await ask({ ...basic(KEY), accept: 'application/json' });
    const text = await response.text();
    const after = JSON.parse(text) as typeof before;
    expect([after.work['tenants'], after.work['sendingHeld']]).toEqual([(before.work['tenants'] ?? 0) + 1, (before.work['sendingHeld'] ?? 0) + 1]);
    expect(after.work['mailInDoubt']).toBe((before.work['mailInDoubt'] ?? 0) + 1);
    expect(after.work['outboxWaiting']).toBeGreaterThan(before.work['outboxWaiting'] ?? 0);
    expect(after.queue.schedules).toEqual([{ name: 'nightly', cron: '20 4 * * *', timeZone: 'Europe/Amsterdam', nextAt: expect.any(String), last: { dueAt: expect.any(String), state: 'under-way', endedAt: null } }]);
    for (const secret of [MARK, office.id, 'tweede', KEY]) expect(text).not.toContain(secret);
  });

  it.each([['nl-NL,nl', 'nl', 'Toestand van deze installatie'], ['en-GB,en', 'en', 'State of this installation']])('is a page for a browser that asks %s, with its own style and no script', async (language, lang, title) => {
    const response = await ask({ ...basic(KEY), accept: 'text/html', 'accept-language': language });
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    for (const part of [`<html lang="${lang}">`, title, 'nightly']) expect(page).toContain(part);
    expect(page).not.toMatch(new RegExp(`${MARK}|undefined|\\[object|<script`));
  });
});

it('is not there where no key was given', async () => {
  const without = await TestApp.start();
  expect((await fetch(`${without.url}/operator`, { headers: basic('') })).status).toBe(404);
  await without.stop();
});
