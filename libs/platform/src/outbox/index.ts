export { relayAll, type RelayContext, relayTenant } from './relay.js';
export { type RunningRelay, startOutboxRelay } from './start-relay.js';
