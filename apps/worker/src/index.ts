export { jobList } from './job-list.js';
export { startWorkerService } from './start.js';
