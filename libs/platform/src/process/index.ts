export { isReadyMessage, tellParentReady } from './parent-messages.js';
export { runService, type StartedService, type StartService } from './run-service.js';
