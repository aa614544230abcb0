import { runService } from '@ketenregie/platform/process';
import { jobList } from './job-list.js';
import { startWorkerService } from './start.js';

await runService('worker', (config, log) => startWorkerService(config, log, { definitions: jobList }));
