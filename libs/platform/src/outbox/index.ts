export { clearDoneLines, DONE_KEPT_DAYS, reopenFailedLine } from './clear-done.js';
export { clearDoneWork } from './clear-done-work.job.js';
export { outboxOutcomes } from './outcomes.js';
export { lookAfterAll, lookAfterTenant, relayAll, type RelayContext, relayTenant } from './relay.js';
export { type RelayPace, type RunningRelay, startOutboxRelay } from './start-relay.js';
