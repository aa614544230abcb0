import { calendarDate, clockStandingAt } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { silentLog } from '@ketenregie/platform/logging';
import type { MailTransport } from '@ketenregie/platform/mail';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { sweepTasks } from '@ketenregie/tasks-server';
import { aBusyOffice, BUSY_ON, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { makeDigests, noticeJobs } from './index.js';
import { plantMember } from './testing/members.js';

const MEMBERS = 6;
let database: TestDatabase;
let tenantDb: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  tenantDb = await database.open({ poolSize: 8 });
});
afterAll(() => database.drop());

/** An office whose members each have a digest that waits. */
async function officeThatWaits(): Promise<BusyOffice> {
  const office = await aBusyOffice(tenantDb);
  for (let nr = 0; nr < MEMBERS; nr += 1) await plantMember(tenantDb, office.scope.tenantId, { name: 'Anna Bos', roles: ['office-administrator'] });
  await tenantDb.write(office.scope, (writer) => sweepTasks(writer, calendarDate(BUSY_ON)));
  for (const instant of ['2026-11-22T23:30:00Z', `${BUSY_ON}T06:00:00Z`]) await makeDigests({ tenantDb, clock: clockStandingAt(instant), sources: [] }, office.scope.tenantId);
  return office;
}

it('hands over no more at once than there are connections, however many runs of the job there are', async () => {
  await officeThatWaits();
  let [inHand, most, sent] = [0, 0, 0];
  const transport: MailTransport = {
    async send() {
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise((resolve) => setTimeout(resolve, 200));
      inHand -= 1;
      sent += 1;
      return { kind: 'accepted', reply: '250' };
    },
    close: () => Promise.resolve(),
  };
  const jobs = noticeJobs({ mail: () => ({ transport, log: null, from: 'k@office.example', publicUrl: 'https://k.example', leaseMs: 60_000 }) });
  const send = jobs.find(({ name }) => name === 'send-notices');
  if (send === undefined) throw new Error('No such job');
  const context = { tenantDb, clock: clockStandingAt(`${BUSY_ON}T06:00:00Z`), log: silentLog };
  await Promise.all([1, 2, 3, 4].map(() => send.handler({} as never, context)));
  expect(sent).toBe(MEMBERS);
  expect(most).toBeLessThanOrEqual(2);
  await officeThatWaits();
  await send.handler({} as never, context);
  expect(sent).toBe(2 * MEMBERS);
});
