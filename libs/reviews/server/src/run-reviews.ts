import type { CalendarDate } from '@ketenregie/kernel';
import { type Scope, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { NO_COUNTS, type ReviewCounts } from '@ketenregie/reviews-domain';
import { tenantIdOf } from '@ketenregie/tenants-server';
import { makeRound } from './make-round.js';
import { countsByRound, findRound } from './rounds.queries.js';
import { startDueRounds } from './start-round.js';

export interface ReviewsRun {
  readonly db: TenantDb;
  readonly tenantSlug: string;
  readonly on: CalendarDate;
  /** Who runs it; the system unless said. */
  readonly scope?: Scope;
}

/** A round that a run started and made. */
export interface StartedRound {
  readonly id: string;
  readonly programmeId: string;
  readonly name: string;
  readonly periodOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly isLate: boolean;
  readonly missedPeriods: number;
  readonly state: string;
  readonly populationHash: string | null;
  readonly counts: ReviewCounts;
}

async function startedRound(db: TenantDb, scope: Scope, id: string): Promise<StartedRound[]> {
  // Whoever starts it may see a part of the clients; its population is always whole.
  await makeRound(db, { scope: systemScope(scope.tenantId), roundId: id });
  return db.read(scope, async (reader) => {
    const round = await findRound(reader, id, { seesAll: true });
    if (round === null) return [];
    const { programmeId, name, periodOn, dueOn, isLate, missedCount: missedPeriods, state, populationHash } = round;
    const counts = (await countsByRound(reader, [id])).get(id) ?? NO_COUNTS;
    return [{ id, programmeId, name, periodOn, dueOn, isLate, missedPeriods, state, populationHash, counts }];
  });
}

/**
 * Starts the rounds of a tenant that are due on a day and makes them at once. Run again for the same day it starts nothing. Refuses an
 * unknown tenant with NOT_FOUND. Returns what it started, with counts.
 */
export async function runReviews({ db, tenantSlug, on, scope }: ReviewsRun): Promise<readonly StartedRound[]> {
  const acting = scope ?? systemScope(await tenantIdOf(db, tenantSlug));
  const started: StartedRound[] = [];
  for (const id of await db.write(acting, (writer) => startDueRounds(writer, on))) started.push(...(await startedRound(db, acting, id)));
  return started;
}
