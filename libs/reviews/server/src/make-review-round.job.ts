import { systemScope } from '@ketenregie/platform/db';
import { defineJob, idPayload } from '@ketenregie/platform/jobs';
import { makeRound } from './make-round.js';

/** Makes a round that was started: announced with it. A worker that is killed leaves it where it is, and the next one goes on from there. */
export const makeReviewRound = defineJob({
  name: 'make-review-round',
  payload: idPayload('roundId'),
  attempts: 10,
  backoff: { type: 'exponential', delayMs: 1_000 },
  handler: ({ tenantId, roundId }, { tenantDb }) => makeRound(tenantDb, { scope: systemScope(tenantId), roundId }),
});
