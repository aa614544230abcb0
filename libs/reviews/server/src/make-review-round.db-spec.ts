import { authorisationRows } from '@ketenregie/authorisations-server';
import { clockStandingAt, newId } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { silentLog } from '@ketenregie/platform/logging';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { findRound, planProgramme, startReviewRound } from './index.js';
import { makeReviewRound } from './make-review-round.job.js';
import { aHalf, aProgramme, aReviewOffice, record, TODAY } from './testing/a-review-office.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...authorisationRows] });
});
afterAll(() => database.drop());

it('makes nothing of another office’s round, whatever its payload names, and makes its own', async () => {
  const [office, other] = [await aReviewOffice(db), await aReviewOffice(db)];
  await record(db, office, [aHalf(office)]);
  const roundId = await db.write(office.scope, async (writer) => startReviewRound(writer, await planProgramme(writer, aProgramme(), TODAY), TODAY));
  const run = (tenantId: string) => makeReviewRound.handler({ tenantId, roundId }, { tenantDb: db, clock: clockStandingAt('2026-11-23T09:00:00Z'), log: silentLog });
  const state = async () => (await db.read(office.scope, (reader) => findRound(reader, roundId, { seesAll: true })))?.state;
  for (const tenantId of [other.scope.tenantId, newId()]) await expect(run(tenantId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect([await state(), await database.asAdmin('select 1 from operation where subject_id = $1', [roundId])]).toEqual(['planned', []]);
  await run(office.scope.tenantId);
  expect(await state()).toBe('open');
});
