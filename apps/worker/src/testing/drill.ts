import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mailboxAddress } from '@ketenregie/platform/mail';
import type { QueueBackend, TestDatabase, TestQueue } from '@ketenregie/platform/testing';
import { deliveries } from './deliveries.js';
import { DIGEST_DAY, offsetTo, plantOffices } from './offices.js';
import { type OwnProcess, startProcess } from './process.js';

export interface DrillAsked {
  readonly database: TestDatabase;
  readonly backend: QueueBackend;
  /** Whether the mail server can be asked what it took, as the built-in mailbox can; a plain one cannot. */
  readonly canBeAsked: boolean;
  readonly notices: number;
  readonly kills: number;
  readonly seed: number;
}

/** What came of a drill. Everybody is told once: *lost* and *double* must be nought. */
export interface DrillResult {
  readonly expected: number;
  readonly delivered: number;
  /** Neither delivered nor shown to a person: no notice made, or one that says sent and was not received. */
  readonly lost: number;
  /** Deliveries beyond the first of a message, and second messages to one person. */
  readonly double: number;
  /** Kept for a person to judge, because nobody can be asked what became of them; how many of these had been delivered. */
  readonly parked: number;
  readonly parkedDelivered: number;
  readonly kills: number;
  /** Notices that a killed worker had handed over without noting what came of it. */
  readonly unknowns: number;
  readonly seconds: number;
}

interface Ledger {
  readonly id: string;
  readonly member: string;
  readonly state: string;
}

const MORNING = `${DIGEST_DAY}T06:00:05Z`;
const FROM = 'Ketenregie <k@office.example>';

/** The same numbers for the same seed (mulberry32). */
function lots(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** When the workers are killed: at so many notices that are settled, and a moment after. The first dies while they are being made. */
function killPlan({ notices, kills, seed }: DrillAsked): { readonly settled: number; readonly afterMs: number }[] {
  const lot = lots(seed);
  const at = Array.from({ length: kills }, (_, nr) => (nr === 0 ? 0 : Math.floor(lot() * notices * 0.95)));
  return at.toSorted((a, b) => a - b).map((settled) => ({ settled, afterMs: Math.floor(lot() * 250) }));
}

const countOf = async (database: TestDatabase, condition: string): Promise<number> =>
  (await database.asAdmin<{ count: number }>(`select count(*)::int as count from notice where ${condition}`))[0]?.count ?? 0;

const SETTLED = `state not in ('pending', 'sending')`;

async function until(condition: () => Promise<boolean>, worker: OwnProcess): Promise<void> {
  for (;;) {
    if (await condition()) return;
    if (worker.child.exitCode !== null) throw new Error(`The worker ended by itself: ${worker.output()}`);
    await pause(15);
  }
}

/** An hour passes while no worker runs: what the dead one held is free, what may have been delivered is no more in doubt than it will ever be. */
async function anHourPasses(database: TestDatabase): Promise<void> {
  await database.asAdmin(`update notice set lease_until = lease_until - interval '1 hour', handed_at = handed_at - interval '1 hour' where state = 'sending'`);
}

/** Kills worker after worker as planned. Returns how many notices were in doubt at the moments of the kills. */
async function killAll(asked: DrillAsked, start: () => Promise<OwnProcess>): Promise<number> {
  let unknowns = 0;
  for (const { settled, afterMs } of killPlan(asked)) {
    const worker = await start();
    await until(async () => (await countOf(asked.database, SETTLED)) >= settled, worker);
    await pause(afterMs);
    await worker.kill();
    unknowns += await countOf(asked.database, `state = 'sending' and handed_at is not null`);
    await anHourPasses(asked.database);
  }
  return unknowns;
}

const messageId = ({ id }: Ledger): string => `digest.${id}@office.example`;

function judge(asked: DrillAsked, ledger: readonly Ledger[], received: ReadonlyMap<string, number>): Omit<DrillResult, 'kills' | 'unknowns' | 'seconds'> {
  const members = new Set(ledger.map(({ member }) => member));
  const isReceived = (line: Ledger): boolean => received.has(messageId(line));
  const parked = ledger.filter(({ state }) => state === 'parked');
  const vanished = ledger.filter((line) => line.state !== 'parked' && !isReceived(line));
  const deliveriesInAll = [...received.values()].reduce((sum, count) => sum + count, 0);
  return {
    expected: asked.notices,
    delivered: received.size,
    lost: asked.notices - members.size + vanished.length,
    double: deliveriesInAll - received.size + (ledger.length - members.size),
    parked: parked.length,
    parkedDelivered: parked.filter(isReceived).length,
  };
}

async function environmentOf({ database, canBeAsked }: DrillAsked, queue: TestQueue, { dataDir, receiverDir }: { readonly dataDir: string; readonly receiverDir: string }): Promise<NodeJS.ProcessEnv> {
  const smtpUrl = await mailboxAddress(receiverDir);
  return {
    DATABASE_APP_URL: database.appUrl,
    DATABASE_QUEUE_URL: database.queueUrl,
    MAIL_FROM: FROM,
    PUBLIC_URL: 'https://k.example',
    CLOCK_OFFSET_MS: offsetTo(MORNING),
    DATA_DIR: canBeAsked ? receiverDir : dataDir,
    ...(canBeAsked || smtpUrl === null ? {} : { SMTP_URL: smtpUrl }),
    ...queue.environment,
  };
}

async function drillIn(asked: DrillAsked, queue: TestQueue, folders: { readonly dataDir: string; readonly receiverDir: string }): Promise<DrillResult> {
  const { database } = asked;
  const environment = await environmentOf(asked, queue, folders);
  const started = performance.now();
  const unknowns = await killAll(asked, () => startProcess('quick-worker', environment));
  const last = await startProcess('quick-worker', environment);
  await until(async () => (await countOf(database, SETTLED)) >= asked.notices && (await countOf(database, `not (${SETTLED})`)) === 0, last);
  await last.stop();
  const ledger = await database.asAdmin<Ledger>('select id, member_id as member, state from notice');
  return { ...judge(asked, ledger, await deliveries(folders.receiverDir)), kills: asked.kills, unknowns, seconds: Math.round((performance.now() - started) / 1000) };
}

/**
 * Tells so many people something, by real worker processes over a real mail server in a process of its own, killing the workers again and again, and
 * counts at the receiver what came of it. On a database of its own: all notices in it are the drill's.
 */
export async function runDrill(asked: DrillAsked): Promise<DrillResult> {
  const { database, backend, notices } = asked;
  const db = await database.open();
  await plantOffices(database, db, { offices: Math.min(4, notices), members: notices });
  const [dataDir, receiverDir] = [await mkdtemp(join(tmpdir(), 'ketenregie-drill-')), await mkdtemp(join(tmpdir(), 'ketenregie-drill-'))];
  const queue = await backend.open(database);
  const receiver = await startProcess('receiver', { DATA_DIR: receiverDir });
  try {
    return await drillIn(asked, queue, { dataDir, receiverDir });
  } finally {
    await receiver.stop();
    await queue.drop();
    for (const folder of [dataDir, receiverDir]) await rm(folder, { recursive: true, force: true });
  }
}
