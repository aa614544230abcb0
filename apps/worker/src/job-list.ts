import { refreshNextDue } from '@ketenregie/access-server';
import type { AnyJobDefinition } from '@ketenregie/platform/jobs';
import { makeReviewRound, sweepReviews } from '@ketenregie/reviews-server';

/** All jobs of the product, each defined in one file of its feature (`*.job.ts`). */
export const jobList: readonly AnyJobDefinition[] = [refreshNextDue, makeReviewRound, sweepReviews];
