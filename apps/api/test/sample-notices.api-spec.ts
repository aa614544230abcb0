import { readFileSync } from 'node:fs';
import { answerAccess, momentOf } from '@ketenregie/access-server';
import { addMember, ensureAccount } from '@ketenregie/identity-server';
import { applyImport, stageImport } from '@ketenregie/exchange-server';
import { recordOwnCompany } from '@ketenregie/companies-server';
import { calendarDate, clockStandingAt } from '@ketenregie/kernel';
import { type NoticesRun, runNotices } from '@ketenregie/notices-server';
import { queryOne, type Scope, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { openMail } from '@ketenregie/platform/mail';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { createTenant } from '@ketenregie/tenants-server';
import { rows } from '../src/features.js';

const ON = calendarDate('2026-11-23');
const FIXTURES = new URL('../../../libs/exchange/domain/fixtures/', import.meta.url);
const FILES: readonly (readonly [name: string, supplierKey: string | null])[] = [['staff.csv', null], ['clients.csv', null], ['supplier-export-1-means.csv', 'reconi'], ['accountant-chains.xlsx', null], ['matrix.xlsx', null]];

let database: TestDatabase;
let db: TenantDb;
let given: NoticesRun;
let scope: Scope;

async function bring(scope: Scope, [name, supplierKey]: (typeof FILES)[number]): Promise<void> {
  const file = { name, bytes: readFileSync(new URL(name, FIXTURES)), referenceOn: ON, ...(supplierKey !== null && { supplierKey }) };
  const { importId } = await stageImport(db, scope, file);
  await db.write(scope, (writer) => applyImport(writer, importId));
}

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows });
  const { id } = await createTenant(db, { slug: 'waterlinie', name: 'Waterlinie', kind: 'office', kvkNumber: '90000011' }, (writer, company) => recordOwnCompany(writer, company, ON));
  scope = systemScope(id);
  for (const file of FILES) await bring(scope, file);
  const bea = await ensureAccount(db, { login: 'bea@waterlinie.example', displayName: 'Bea Beheer' });
  const ilse = await ensureAccount(db, { login: 'ilse@waterlinie.example', displayName: 'Ilse van Ooievaarsnest' });
  await db.write(scope, async (writer) => {
    const { id: personId } = await queryOne<{ id: string }>(writer, `select person_id as id from person_version where full_name = 'Ilse van Ooievaarsnest' and superseded_at is null`);
    await addMember(writer, { accountId: bea, roles: ['office-administrator'], clients: 'all', displayName: 'Bea Beheer' });
    await addMember(writer, { accountId: ilse, roles: ['adviser'], clients: 'all', displayName: 'Ilse van Ooievaarsnest', personId });
  });
  const mail = openMail({ smtpUrl: null, dataDir: '.', mailFrom: 'post@office.example', publicUrl: 'https://office.example' });
  // As the command line prints it, and read back.
  given = JSON.parse(JSON.stringify(await runNotices({ db, tenantSlug: 'waterlinie', on: ON, send: false, mail, clock: clockStandingAt('2026-11-23T09:00:00Z') }))) as NoticesRun;
}, 60_000);
afterAll(() => database.drop());

const page = readFileSync(new URL('../../../docs/notices.md', import.meta.url), 'utf8');
const argued = page.split('\n').filter((line) => /^\| \d+ \|/.test(line)).map((line) => line.split('|').slice(2, 7).map((cell) => cell.trim().replaceAll('`', '')));

function lineOf({ kind, companyName, personName, serviceKey, endsOn, dueOn, recipients }: NoticesRun['notices'][number]): string {
  const told = recipients.map(({ member, section, isForSomebodyElse }) => `${member}: ${section}${isForSomebodyElse ? ', for another' : ''}`).join('; ');
  const about = kind === 'can-but-may-not' ? [personName, companyName].filter((name) => name !== null).join(', ') : (companyName ?? personName ?? serviceKey ?? '');
  return [kind, about, endsOn ?? '', dueOn ?? '', told].join(' | ');
}

describe('the page about notices', () => {
  it('argues eleven that the sample office really gives', () => {
    const lines = given.notices.map(lineOf);
    expect(argued).toHaveLength(11);
    expect(argued.map((cells) => cells.join(' | ')).filter((line) => !lines.includes(line))).toEqual([]);
  });

  it('says how many there are in all', () => {
    const counts = new Map<string, number>();
    for (const { kind } of given.notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect(page.replaceAll('\n', ' ')).toContain(`${given.notices.length} notices: ${[...counts].map(([kind, count]) => `${count} \`${kind}\``).join(', ')}.`);
  });

  it('begins with a leaver who can but may not, as the answer itself says; on his last day he still might', async () => {
    expect(argued[0]?.slice(0, 2)).toEqual(['can-but-may-not', 'Bram Wintertaling, IJsvogel Vastgoed B.V.']);
    const answerOn = async (on: string) => {
      const question = { person: 'Bram Wintertaling', company: { kvk: '90001258' }, service: 'uwv-werkgeversportaal' };
      const { answers } = await db.read(scope, (reader) => answerAccess(reader, question, momentOf({ on }, ON)));
      return answers.map(({ answer: { can, may, endsOn } }) => [can, may, endsOn]);
    };
    expect([await answerOn('2026-11-23'), await answerOn('2026-03-31')]).toEqual([[['yes', 'no', '2027-09-15']], [['yes', 'yes', '2027-09-15']]]);
    const [task] = given.notices.filter(({ kind }) => kind === 'can-but-may-not');
    expect([task?.hands, task?.affectedCount]).toEqual(['we', 1]);
  });

  it('names the figures as they are: what hangs on one means, one login, one unknown', () => {
    const affected = (about: string): number | undefined => given.notices.find((notice) => lineOf(notice).startsWith(about))?.affectedCount;
    expect([affected('lapsed | Ruud Jansen'), affected('expiring | Pieter'), affected('level-too-low | Ilse'), affected('unknown-to-settle | rvo-wbso')]).toEqual([132, 133, 119, 27]);
  });
});
