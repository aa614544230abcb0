import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { calendarDate, newId } from '@ketenregie/kernel';
import { type Scope, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, queueBackends, type TestDatabase, type TestQueue } from '@ketenregie/platform/testing';
import { planProgramme, startReviewRound } from '@ketenregie/reviews-server';
import { type OwnProcess, startProcess } from '../src/testing/index.js';

const TODAY = calendarDate('2026-11-23');
/** More than are looked at in one transaction, so that the round is made in two. */
const RIGHTS = 5_120;
const FIRST_CHUNK = 5_000;

/** An office with one client and that many halves of chains, in as few statements as there are tables. */
async function plantRights(db: TenantDb): Promise<Scope> {
  const tenantId = newId();
  const scope = systemScope(tenantId);
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [tenantId, `t-${tenantId}`]);
    await writer.query(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor Noord', 'office')`, [tenantId]);
    const companyId = newId();
    await writer.query('insert into client (id, name) values ($1, $2)', [tenantId, 'Kantoor Noord']);
    await writer.query('insert into company (client_id, id) values ($1, $2)', [tenantId, companyId]);
    await writer.query(
      `insert into authorisation (client_id, id, kind, company_id, intermediary_client_id, intermediary_company_id, match_key)
       select $1, gen_random_uuid(), 'client-half', $2, $1, $2, nr::text from generate_series(1, $3) nr`,
      [tenantId, companyId, RIGHTS],
    );
    await writer.query(
      `insert into authorisation_version (client_id, id, authorisation_id, scope, level, state, stated_on, recorded_by)
       select client_id, gen_random_uuid(), id, 'all', 'EH3', 'active', $1, 'system' from authorisation`,
      [TODAY],
    );
  });
  return scope;
}

/** Starts a round beside the rhythm of a programme that begins later; the worker is told by the outbox. */
async function startRound(db: TenantDb, scope: Scope): Promise<string> {
  const rhythm = { every: 'quarter', months: null, startsOn: calendarDate('2030-01-01'), dueDays: 21, fallbackMemberId: null, state: 'active' } as const;
  const programmeId = await db.write(scope, (writer) => planProgramme(writer, { ...rhythm, name: 'Ketens', scope: 'all', clientId: null, supplierKey: null }, TODAY));
  return db.write(scope, (writer) => startReviewRound(writer, programmeId, TODAY));
}

describe.each(queueBackends())('a round that is made by a worker on $name', (backend) => {
  let database: TestDatabase;
  let db: TenantDb;
  let queue: TestQueue;
  let dataDir: string;
  let worker: OwnProcess | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = await database.open();
    queue = await backend.open(database);
    dataDir = await mkdtemp(join(tmpdir(), 'ketenregie-worker-'));
  });
  afterAll(async () => {
    await worker?.kill();
    await queue.drop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function startWorker(): Promise<void> {
    const environment = { DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATA_DIR: dataDir, PUBLIC_URL: 'https://k.example', ...queue.environment };
    worker = await startProcess('quick-worker', environment);
  }

  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    while (!(await condition())) {
      if (worker?.child.exitCode != null) throw new Error(`The worker ended by itself: ${worker.output()}`);
      await pause(20);
    }
  };

  /** Somebody of this database who waits for such a lock of ours. */
  const isHeldUp = async (table: string): Promise<boolean> =>
    (await database.asAdmin(
      `select 1 from pg_locks waits where not waits.granted and exists (select 1 from pg_locks held where held.pid = waits.pid and held.relation = $1::regclass
         and held.database = (select oid from pg_database where datname = current_database()))`,
      [table],
    )).length > 0;

  /** Lets a worker run into a lock and kills it there, as a power cut would; what it had not committed is gone. */
  async function killWhere(lock: string, table: string): Promise<void> {
    await database.asAdmin('begin');
    await database.asAdmin(lock);
    await startWorker();
    await until(() => isHeldUp(table));
    await worker?.kill();
    await database.asAdmin('rollback');
  }

  const linesOf = async (roundId: string): Promise<number> => (await database.asAdmin('select 1 from review_line where round_id = $1', [roundId])).length;
  const roundOf = async (roundId: string): Promise<Record<string, unknown>> =>
    (await database.asAdmin<Record<string, unknown>>('select state, line_count as "lineCount", population_hash as hash from review_round where id = $1', [roundId]))[0] ?? {};

  it('goes on where a killed one was, at four places, without a missing or a double line', async () => {
    const scope = await plantRights(db);
    const roundId = await startRound(db, scope);
    // While its moment is being fixed.
    await killWhere(`select 1 from review_round where id = '${roundId}' for update`, 'review_round');
    expect([await roundOf(roundId), await linesOf(roundId)]).toMatchObject([{ state: 'planned' }, 0]);
    // With the lines of its first transaction in its hands.
    await killWhere('lock table review_line in exclusive mode', 'review_line');
    expect([await roundOf(roundId), await linesOf(roundId)]).toMatchObject([{ state: 'making', lineCount: 0 }, 0]);
    // Between the two transactions.
    await killWhere('lock table operation in exclusive mode', 'operation');
    expect([await roundOf(roundId), await linesOf(roundId)]).toMatchObject([{ state: 'making', lineCount: FIRST_CHUNK }, FIRST_CHUNK]);
    // With all lines there and the round about to open.
    await killWhere(`select 1 from audit_head where tenant_id = '${scope.tenantId}' for update`, 'audit_head');
    expect([await roundOf(roundId), await linesOf(roundId)]).toMatchObject([{ state: 'making', lineCount: FIRST_CHUNK }, FIRST_CHUNK]);

    await startWorker();
    await until(async () => (await roundOf(roundId))['state'] === 'open');
    expect(await database.asAdmin('select count(*)::int as lines, count(distinct authorisation_id)::int as rights from review_line where round_id = $1', [roundId])).toEqual([{ lines: RIGHTS, rights: RIGHTS }]);
    // One that nobody killed says the same of the same rights.
    const twinId = await startRound(db, scope);
    await until(async () => (await roundOf(twinId))['state'] === 'open');
    expect((await roundOf(roundId))['hash']).toBe((await roundOf(twinId))['hash']);
    const opened = await database.asAdmin(`select 1 from audit_event where object_id = $1 and action = 'review-round.opened'`, [roundId]);
    expect(opened).toHaveLength(1);
  }, 180_000);
});
