export { type AnyJobDefinition, type Backoff, defineJob, emptyPayload, idPayload, type JobContext, type JobDefinition, type Payload, type Schedule } from './job-definition.js';
export { type JobQueue, type JobQueueOptions, openJobQueue } from './job-queue.js';
export { migrateQueue } from './migrate-queue.js';
export { type QueueConnection, queueConnectionOf } from './queue-connection.js';
export { type FailedJob, type QueueHealth, type StandingSchedule } from './queue-health.js';
export { keepSchedules, type RunningKeeper } from './keep-schedules.js';
export { type JobOutcomes, type RunningWorker, startWorker, type WorkerOptions } from './start-worker.js';
