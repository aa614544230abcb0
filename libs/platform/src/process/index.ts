export { BEAT_STALE_MS, type Heartbeat, sinceLastBeat, startHeartbeat } from './heartbeat.js';
export { isReadyMessage, tellParentReady } from './parent-messages.js';
export { runService, type StartedService, type StartService } from './run-service.js';
