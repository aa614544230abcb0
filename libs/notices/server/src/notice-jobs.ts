import { type AnyJobDefinition, defineJob, emptyPayload, type JobContext } from '@ketenregie/platform/jobs';
import type { Mail } from '@ketenregie/platform/mail';
import { sweepWhereDue } from '@ketenregie/tasks-server';
import { bouncingMail, type DigestSource } from './digest-source.js';
import { makeDigests } from './make-digests.js';
import { reviewWork } from './review-work.js';
import { LEASE_MS, sendNotices } from './send-notices.js';

/** What the jobs are given when they first run: how mail leaves, and what other features add to a digest. */
export interface NoticeJobParts {
  mail(): Mail;
  readonly sources?: readonly DigestSource[];
}

const EVERY_MINUTE = { cron: '* * * * *', timeZone: 'Europe/Amsterdam' } as const;
const RETRY = { attempts: 3, backoff: { type: 'fixed', delayMs: 5_000 } } as const;

/** One tenant's trouble does not stop the others; the next minute tries again. */
async function inEachTenant({ tenantDb, log }: JobContext, event: string, work: (tenant: { readonly id: string; readonly slug: string }) => Promise<number>): Promise<void> {
  for (const tenant of await tenantDb.listTenants()) {
    try {
      const count = await work(tenant);
      if (count > 0) log.info(event, { tenantId: tenant.id, count });
    } catch (error) {
      log.failure(event, error, { tenantId: tenant.id });
    }
  }
}

/** A run that hangs for longer than any message may take no longer keeps the next ones away. */
const LONGEST_RUN_MS = 2 * LEASE_MS;

/**
 * Lets one run at a time work in this process and the others pass: a message that a second run hands over would wait for a connection of the first, and be
 * in doubt if the process died then. What the others would have found is found by the run under way, or a minute later.
 */
function oneAtATime(work: (context: JobContext) => Promise<void>): (context: JobContext) => Promise<void> {
  let underWay: { readonly since: number } | null = null;
  return async (context) => {
    const since = context.clock.now().getTime();
    if (underWay !== null && since - underWay.since < LONGEST_RUN_MS) return;
    const run = { since };
    underWay = run;
    try {
      await work(context);
    } finally {
      if (underWay === run) underWay = null;
    }
  };
}

/**
 * The two jobs of the notices. Each runs every minute and finds what is due in the data, so that an outage of any length catches up by itself; the queue is
 * the alarm clock and nothing more. A digest is made of tasks that are swept first.
 */
export function noticeJobs({ mail, sources = [] }: NoticeJobParts): readonly AnyJobDefinition[] {
  const all = [reviewWork, ...sources, bouncingMail];
  const digests = defineJob({
    name: 'make-digests', payload: emptyPayload, ...RETRY, schedule: EVERY_MINUTE,
    handler: (_, context) =>
      inEachTenant(context, 'digests.made', async ({ id }) => {
        await sweepWhereDue(context, id);
        return (await makeDigests({ ...context, sources: all }, id)).length;
      }),
  });
  const sendAll = oneAtATime((context) =>
    inEachTenant(context, 'notices.sent', ({ id, slug }) => sendNotices({ ...mail(), tenantDb: context.tenantDb, clock: context.clock, sources: all }, { tenantId: id, slug })),
  );
  const send = defineJob({ name: 'send-notices', payload: emptyPayload, ...RETRY, schedule: EVERY_MINUTE, handler: (_, context) => sendAll(context) });
  return [digests, send];
}
