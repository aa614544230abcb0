import { DomainError } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';

/** More than a lock lasts: a worker that far ahead takes jobs from others that still run them, one that far behind hands its own out. */
const FURTHEST_APART_MS = 20_000;

/**
 * Refuses a machine whose clock is not that of the database. The queue stamps its locks and pauses with the machine's clock: one worker that had run a day
 * ahead for six seconds kept the jobs of every later killed worker stuck (measured). Our own leases stand on the database's clock and are safe from it.
 */
export async function assertClockAgrees(tenantDb: Pick<TenantDb, 'now'>, here: () => number = Date.now): Promise<void> {
  const before = here();
  const there = (await tenantDb.now()).getTime();
  // A slow answer is no wrong clock: the database looked somewhere in between.
  const apartMs = Math.max(before - there, there - here(), 0);
  if (apartMs > FURTHEST_APART_MS) throw new DomainError('CLOCK_SKEWED', `The clock of this machine is ${Math.round(apartMs / 1000)} s away from the database's. Set it right (NTP) and start again.`);
}
