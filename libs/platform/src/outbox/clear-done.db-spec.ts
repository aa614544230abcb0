import { clockAtOffset, newId } from '@ketenregie/kernel';
import { silentLog } from '../logging/index.js';
import { createTestDatabase } from '../testing/index.js';
import { clearDoneLines, clearDoneWork, DONE_KEPT_DAYS, reopenFailedLine } from './index.js';

const database = await createTestDatabase();
const tenantDb = await database.open();
afterAll(() => database.drop());

async function newTenant(): Promise<string> {
  const id = newId();
  await database.asAdmin('insert into tenant_directory (id, slug) values ($1, $2)', [id, `t-${id}`]);
  await database.asAdmin(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor', 'office')`, [id]);
  return id;
}

/** A line of each kind, all written long ago; which they are is their topic. */
async function oldLines(tenantId: string): Promise<void> {
  const lines: readonly (readonly [topic: string, relayed: number | null, done: number | null, failed: number | null])[] = [
    ['done-long-ago', 30, DONE_KEPT_DAYS + 1, null], ['done-lately', 30, DONE_KEPT_DAYS - 1, null], ['failed', 30, null, 20], ['under-way', 30, null, null], ['waiting', null, null, null],
  ];
  for (const [topic, ...ages] of lines) {
    const days = (at: number): string => `now() - $${at + 3} * interval '1 day'`;
    await database.asAdmin(`insert into outbox (tenant_id, id, topic, payload, created_at, relayed_at, done_at, failed_at) values ($1, uuidv7(), $2, '{}', now() - interval '40 days', ${[0, 1, 2].map(days).join(', ')})`, [tenantId, topic, ...ages]);
  }
}

const topics = async (tenantId: string): Promise<string[]> => (await database.asAdmin<{ topic: string }>('select topic from outbox where tenant_id = $1 order by topic', [tenantId])).map(({ topic }) => topic);
const ALL = ['done-lately', 'done-long-ago', 'failed', 'under-way', 'waiting'];
const KEPT = ALL.filter((topic) => topic !== 'done-long-ago');

describe('what is done', () => {
  it('is deleted a week later, of its own tenant alone; what failed, runs or waits stays', async () => {
    const [own, other] = [await newTenant(), await newTenant()];
    for (const tenantId of [own, other]) await oldLines(tenantId);
    expect([await clearDoneLines(tenantDb, own), await topics(own), await topics(other)]).toEqual([1, KEPT, ALL]);
    expect([await clearDoneLines(tenantDb, own), await clearDoneLines(tenantDb, other), await topics(other)]).toEqual([0, 1, KEPT]);
  });

  it('goes each night in all tenants, with the finished jobs, whatever happens in one of them; run twice and at once it takes nothing more', async () => {
    const tenants = [await newTenant(), await newTenant()] as const;
    for (const tenantId of tenants) await oldLines(tenantId);
    const asked: string[] = [];
    const job = clearDoneWork(() => ({ forgetFinished: () => Promise.resolve(asked.push('forget')), close: () => Promise.resolve(void asked.push('close')) }));
    const run = (db: typeof tenantDb) => job.handler({} as never, { tenantDb: db, clock: clockAtOffset(0), log: silentLog });
    const [ill, well] = tenants;
    const write: typeof tenantDb.write = (scope, work) => (scope.tenantId === ill ? Promise.reject(new Error('locked')) : tenantDb.write(scope, work));
    const failing = { listTenants: () => tenantDb.listTenants(), write } as unknown as typeof tenantDb;
    await run(failing);
    expect([await topics(ill), await topics(well), asked]).toEqual([ALL, KEPT, ['forget', 'close']]);
    await Promise.all([run(tenantDb), run(tenantDb)]);
    await run(tenantDb);
    expect([await topics(ill), await topics(well)]).toEqual([KEPT, KEPT]);
    expect(job.schedule).toEqual({ cron: '40 3 * * *', timeZone: 'Europe/Amsterdam' });
  });
});

describe('a line whose job failed', () => {
  it('is opened again by its id, and no other', async () => {
    const tenantId = await newTenant();
    await oldLines(tenantId);
    const rows = await database.asAdmin<{ id: string; topic: string }>('select id, topic from outbox where tenant_id = $1', [tenantId]);
    const idOf = (topic: string): string => rows.find((row) => row.topic === topic)?.id ?? '';
    expect([await reopenFailedLine(tenantDb, idOf('done-lately')), await reopenFailedLine(tenantDb, newId()), await reopenFailedLine(tenantDb, idOf('failed')), await reopenFailedLine(tenantDb, idOf('failed'))]).toEqual([false, false, true, false]);
    expect(await database.asAdmin('select relayed_at, failed_at, failure from outbox where id = $1', [idOf('failed')])).toEqual([{ relayed_at: null, failed_at: null, failure: null }]);
  });
});
