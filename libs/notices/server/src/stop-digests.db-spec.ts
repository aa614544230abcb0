import { calendarDate, clockStandingAt, newId } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, hearStatements, type TestDatabase } from '@ketenregie/platform/testing';
import { sweepTasks } from '@ketenregie/tasks-server';
import { aBusyOffice, BUSY_ON, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { sendNotices, stopDigests } from './index.js';
import { STOP_DAYS } from './digest-settings.js';
import { plantMember } from './testing/members.js';
import { recordingTransport } from './testing/recording-transport.js';

let database: TestDatabase;
let db: TenantDb;
let office: BusyOffice;
let other: BusyOffice;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
beforeEach(async () => {
  [office, other] = [await aBusyOffice(db), await aBusyOffice(db)];
});
afterAll(() => database.drop());

interface Mailed {
  readonly memberId: string;
  readonly noticeId: string;
  /** What the link in his mail ends with. */
  readonly token: string;
  readonly key: string;
}

/** Somebody of an office to whom a digest went. */
async function mailed(name: string, of: BusyOffice = office): Promise<Mailed> {
  const { memberId } = await plantMember(db, of.scope.tenantId, { name, roles: ['office-administrator'] });
  const noticeId = newId();
  await db.write(of.scope, async (writer) => {
    await sweepTasks(writer, calendarDate(BUSY_ON));
    await writer.query(`insert into notice (id, member_id, kind, period) values ($1, $2, 'digest', $3)`, [noticeId, memberId, BUSY_ON]);
  });
  const transport = recordingTransport();
  const sending = { tenantDb: db, clock: clockStandingAt('2026-11-23T06:00:00Z'), transport, log: null, from: 'post@office.example', publicUrl: 'https://k.example', sources: [] };
  await sendNotices(sending, { tenantId: of.scope.tenantId, slug: of.slug });
  const [{ unsubscribeUrl = '', messageId } = { messageId: '' }] = transport.messages;
  const token = unsubscribeUrl.split('/').at(-1) ?? '';
  const key = token.split('.').at(-1) ?? '';
  // The id of the message travels with every answer to it, and gives nothing of the key away.
  expect([messageId.includes(noticeId), messageId.includes(key)]).toEqual([true, false]);
  return { memberId, noticeId, token, key };
}

const stoppedOf = async ({ memberId }: Mailed): Promise<boolean> => (await database.asAdmin(`select 1 from digest_setting where member_id = $1 and frequency = 'never'`, [memberId])).length > 0;
const olderBy = (days: number, { noticeId }: Mailed) => database.asAdmin(`update notice set created_at = created_at - make_interval(days => $2), handed_at = handed_at - make_interval(days => $2), sent_at = sent_at - make_interval(days => $2) where id = $1`, [noticeId, days]);

describe('the link that ends somebody’s digests', () => {
  it('ends his, and again; nobody else’s', async () => {
    const [anna, bob] = [await mailed('Anna Bos'), await mailed('Bob Vos')];
    expect([await stopDigests(db, anna.token), await stopDigests(db, anna.token)]).toEqual([true, true]);
    expect([await stoppedOf(anna), await stoppedOf(bob)]).toEqual([true, false]);
  });

  it('is not made of what others read, nor of another mail', async () => {
    const [anna, bob, stranger] = [await mailed('Anna Bos'), await mailed('Bob Vos'), await mailed('Cor Vreemd', other)];
    const { tenantId } = office.scope;
    const guesses = [
      ...[`${tenantId}.${anna.noticeId}`, `${tenantId}.${anna.noticeId}.`, `${tenantId}.${anna.noticeId}.${anna.noticeId}`, `${tenantId}.${anna.noticeId}.${newId()}`],
      ...[`${tenantId}.${anna.noticeId}.${bob.key}`, `${tenantId}.${newId()}.${anna.key}`, `${other.scope.tenantId}.${anna.noticeId}.${anna.key}`, `${newId()}.${anna.noticeId}.${anna.key}`],
      ...[`${tenantId}.${anna.noticeId}.${stranger.key}`, `${anna.token}.`, `${anna.token}.${anna.key}`, anna.token.toUpperCase(), '', '..', `${tenantId}.${anna.memberId}.${anna.key}`],
    ];
    expect(await Promise.all(guesses.map((guess) => stopDigests(db, guess)))).toEqual(guesses.map(() => false));
    expect([await stoppedOf(anna), await stoppedOf(bob), await stoppedOf(stranger)]).toEqual([false, false, false]);
    expect(await stopDigests(db, anna.token)).toBe(true);
  });

  it('ends nothing any more after two months, as one that never was', async () => {
    const anna = await mailed('Anna Bos');
    await olderBy(STOP_DAYS + 1, anna);
    expect([await stopDigests(db, anna.token), await stoppedOf(anna)]).toEqual([false, false]);
    await olderBy(-2, anna);
    expect([await stopDigests(db, anna.token), await stoppedOf(anna)]).toEqual([true, true]);
  });

  it('goes on for the mails that were out before there were keys, as long as any does, and for no other', async () => {
    const anna = await mailed('Anna Bos');
    await database.asAdmin('update notice set stop_key = null where id = $1', [anna.noticeId]);
    const old = `${office.scope.tenantId}.${anna.noticeId}`;
    expect([await stopDigests(db, anna.token), await stopDigests(db, old)]).toEqual([false, true]);
    await olderBy(STOP_DAYS + 1, anna);
    expect(await stopDigests(db, old)).toBe(false);
  });

  it('looks up the same for a wrong key, an old one, and a mail or an office that does not exist', async () => {
    const [anna, bob] = [await mailed('Anna Bos'), await mailed('Bob Vos')];
    await olderBy(STOP_DAYS + 1, bob);
    const { tenantId } = office.scope;
    const wrong = [`${tenantId}.${anna.noticeId}.${newId()}`, bob.token, `${tenantId}.${newId()}.${newId()}`, `${newId()}.${newId()}.${newId()}`];
    const heard = hearStatements();
    try {
      const taken: string[][] = [];
      for (const token of wrong) {
        expect(await stopDigests(db, token)).toBe(false);
        taken.push(heard.take());
      }
      expect(taken.map((statements) => statements.length > 0)).toEqual([true, true, true, true]);
      expect(taken).toEqual(taken.map(() => taken[0]));
    } finally {
      heard.stop();
    }
  });
});
