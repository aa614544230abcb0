import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockStandingAt } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { silentLog } from '@ketenregie/platform/logging';
import { listMailbox, type Mail, openMail, readMailbox, type RunningMailbox, startMailbox } from '@ketenregie/platform/mail';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { aBusyOffice, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { changeDigestSettings, noticeJobs } from './index.js';
import { plantMember } from './testing/members.js';

const HOUR_MS = 3_600_000;
const DAYS = 10;
/** The hour that a clock change doubles or leaves out. */
const HOUR = 2;

let database: TestDatabase;
let db: TenantDb;
let office: BusyOffice;
let folder: string;
let mailbox: RunningMailbox;
let mail: Mail;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
beforeEach(async () => {
  office = await aBusyOffice(db);
  folder = await mkdtemp(join(tmpdir(), 'ketenregie-clock-'));
  mailbox = await startMailbox(folder);
  mail = openMail({ smtpUrl: null, dataDir: folder, mailFrom: 'Ketenregie <post@office.example>', publicUrl: 'https://k.example' });
});
afterEach(async () => {
  await mail.transport.close();
  await mailbox.close();
  await rm(folder, { recursive: true });
  await database.asAdmin(`update member set state = 'ended' where tenant_id = $1`, [office.scope.tenantId]);
});
afterAll(() => database.drop());

/** An administrator who wants his digest at the hour of his own zone; returns his address. */
async function wanting(name: string, timeZone: string, since: Date): Promise<string> {
  const { memberId, login } = await plantMember(db, office.scope.tenantId, { name, roles: ['office-administrator'] });
  await db.write(office.scope, (writer) => changeDigestSettings(writer, { memberId, since, settings: { hour: HOUR, timeZone, frequency: 'daily', weekday: 1, language: 'nl' } }));
  return login;
}

/** What the jobs of the worker do in one hour: each twice, and at once, as the queue may. */
async function anHour(at: Date): Promise<void> {
  const context = { tenantDb: db, clock: clockStandingAt(at.toISOString()), log: silentLog };
  const jobs = noticeJobs({ mail: () => mail });
  for (const job of jobs) await job.handler({} as never, context);
  await Promise.all(jobs.map(async (job) => job.handler({} as never, context)));
}

/** When each mail of somebody was sent, as his own wall shows it. */
async function received(login: string, timeZone: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await listMailbox(folder)) {
    const head = (await readMailbox(folder, name))?.toString('latin1').split('\r\n\r\n')[0] ?? '';
    if (head.includes(`To: ${login}`)) found.push(new Date(/^Date: (.*)$/m.exec(head)?.[1] ?? '').toLocaleString('sv-SE', { timeZone }).slice(0, 16));
  }
  return found.sort();
}

const daysFrom = (start: number, usual: string, otherwise: Readonly<Record<string, string>>): string[] =>
  Array.from({ length: DAYS }, (_, day) => new Date(start + 12 * HOUR_MS + day * 24 * HOUR_MS).toISOString().slice(0, 10)).map((day) => `${day} ${otherwise[day] ?? usual}`);

describe('ten days of the worker’s jobs over real SMTP', () => {
  it.each([
    ['the clocks go back', '2026-10-20', {}],
    ['the clocks go forward', '2027-03-23', { '2027-03-28': '03:00' }],
  ])('while %s give each one digest a local day, at his own hour', async (_, from, otherwise) => {
    const start = Date.parse(`${from}T00:00:00Z`) - 2 * HOUR_MS;
    const anna = await wanting('Anna Bos', 'Europe/Amsterdam', new Date(start));
    const jim = await wanting('Jim Noord', 'America/Phoenix', new Date(start));
    for (let hour = 0; hour < DAYS * 24; hour += 1) await anHour(new Date(start + hour * HOUR_MS));
    expect(await received(anna, 'Europe/Amsterdam')).toEqual(daysFrom(start, '02:00', otherwise));
    // Arizona changes no clock.
    expect(await received(jim, 'America/Phoenix')).toEqual(daysFrom(start, '02:00', {}));
    const ids = (await listMailbox(folder)).map(({ name }) => name.slice(0, 32));
    expect([ids.length, new Set(ids).size]).toEqual([2 * DAYS, 2 * DAYS]);
  }, 180_000);
});
