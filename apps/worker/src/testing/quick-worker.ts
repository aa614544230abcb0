import { runService } from '@ketenregie/platform/process';
import { jobList } from '../job-list.js';
import { startWorkerService } from '../start.js';
import { quickJobs } from './quick-jobs.js';

/** The worker process as it is, in the paces of specs and drills: what takes a minute in the product takes a second here. */
const PACES = { lockMs: 1_000, keepMs: 1_000, patienceMs: 2_000, beatMs: 100, pace: { shortestPauseMs: 50, lookAfterMs: 1_000 } };

await runService('worker', (config, log) => startWorkerService(config, log, { definitions: quickJobs(jobList), ...PACES }));
