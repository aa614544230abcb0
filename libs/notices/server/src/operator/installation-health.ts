import { type DirectoryEntry, queryOne, systemScope, type TenantDb } from '@ketenregie/platform/db';
import type { JobQueue, QueueHealth } from '@ketenregie/platform/jobs';

/** What waits outside the queue, added up over all tenants; nothing of it says whose it is. */
export interface WorkHealth {
  readonly tenants: number;
  /** News that is not in the queue yet. */
  readonly outboxWaiting: number;
  /** News whose job has not ended. */
  readonly outboxUnderWay: number;
  /** News whose job failed for good, or was refused. */
  readonly outboxFailed: number;
  /** When the oldest news that waits was written; ISO, UTC. */
  readonly oldestOutboxAt: string | null;
  /** Long work of which nothing was heard for ten minutes. */
  readonly silentOperations: number;
  /** Messages that go out as soon as nothing holds them. */
  readonly mailWaiting: number;
  /** Messages that a person must look at: outcome unknown, or refused. */
  readonly mailInTrouble: number;
  /** Of these, of unknown outcome: to be settled by hand. */
  readonly mailInDoubt: number;
  /** Tenants whose sending is held. */
  readonly sendingHeld: number;
}

export interface InstallationHealth {
  /** Null: the queue did not answer. */
  readonly queue: QueueHealth | null;
  readonly work: WorkHealth;
}

type TenantWork = Omit<WorkHealth, 'tenants' | 'sendingHeld'> & { readonly isHeld: boolean };

const OF_TENANT = `select (select count(*)::int from outbox where relayed_at is null and failed_at is null) as "outboxWaiting",
    (select count(*)::int from outbox where relayed_at is not null and done_at is null and failed_at is null) as "outboxUnderWay",
    (select count(*)::int from outbox where failed_at is not null) as "outboxFailed",
    (select to_char(min(created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from outbox where relayed_at is null and failed_at is null) as "oldestOutboxAt",
    (select count(*)::int from operation where state = 'running' and changed_at < now() - interval '10 minutes') as "silentOperations",
    (select count(*)::int from notice where state = 'pending') as "mailWaiting",
    (select count(*)::int from notice where state in ('parked', 'bounced')) as "mailInTrouble",
    (select count(*)::int from notice where state = 'parked') as "mailInDoubt",
    exists (select 1 from sending_hold where released_at is null) as "isHeld"`;

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

const NOTHING: WorkHealth = {
  tenants: 0, outboxWaiting: 0, outboxUnderWay: 0, outboxFailed: 0, oldestOutboxAt: null, silentOperations: 0, mailWaiting: 0, mailInTrouble: 0, mailInDoubt: 0, sendingHeld: 0,
};

function plus(sum: WorkHealth, one: TenantWork): WorkHealth {
  return {
    tenants: sum.tenants + 1,
    outboxWaiting: sum.outboxWaiting + one.outboxWaiting,
    outboxUnderWay: sum.outboxUnderWay + one.outboxUnderWay,
    outboxFailed: sum.outboxFailed + one.outboxFailed,
    oldestOutboxAt: earlier(sum.oldestOutboxAt, one.oldestOutboxAt),
    silentOperations: sum.silentOperations + one.silentOperations,
    mailWaiting: sum.mailWaiting + one.mailWaiting,
    mailInTrouble: sum.mailInTrouble + one.mailInTrouble,
    mailInDoubt: sum.mailInDoubt + one.mailInDoubt,
    sendingHeld: sum.sendingHeld + (one.isHeld ? 1 : 0),
  };
}

const ofTenant = (db: TenantDb, { id }: DirectoryEntry): Promise<TenantWork> => db.read(systemScope(id, 'operator'), (reader) => queryOne<TenantWork>(reader, OF_TENANT));

/**
 * How the installation is, for who runs it: the queue as it says itself, and what waits outside it. Through the walls, tenant by tenant, one
 * statement each; of a tenant nothing comes out but numbers that are added up.
 */
export async function installationHealth({ db, queue }: { readonly db: TenantDb; readonly queue: Pick<JobQueue, 'health'> }): Promise<InstallationHealth> {
  let work = NOTHING;
  for (const tenant of await db.listTenants()) work = plus(work, await ofTenant(db, tenant));
  return { queue: await queue.health().catch(() => null), work };
}

/** The same without what a failed job was about: ids of jobs stay, of tenants none. */
export function operatorJson({ queue, work }: InstallationHealth): object {
  const failedJobs = queue?.failedJobs.map(({ id, name, reason, attempts, failedAt }) => ({ id, name, reason, attempts, failedAt }));
  return { queue: queue === null ? null : { ...queue, failedJobs }, work };
}
