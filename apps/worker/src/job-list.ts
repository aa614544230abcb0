import { refreshNextDue } from '@ketenregie/access-server';
import { noticeJobs } from '@ketenregie/notices-server';
import { readConfig } from '@ketenregie/platform/config';
import type { AnyJobDefinition } from '@ketenregie/platform/jobs';
import { type Mail, openMail } from '@ketenregie/platform/mail';
import { makeReviewRound, sweepReviews } from '@ketenregie/reviews-server';
import { sweepTasksJob } from '@ketenregie/tasks-server';

let opened: Mail | null = null;

/** Mail as this process is configured, opened when the first notice is sent. */
const mail = (): Mail => (opened ??= openMail(readConfig(process.env)));

/** All jobs of the product, each defined in one file of its feature (`*.job.ts`). */
export const jobList: readonly AnyJobDefinition[] = [refreshNextDue, makeReviewRound, sweepReviews, sweepTasksJob, ...noticeJobs({ mail })];
