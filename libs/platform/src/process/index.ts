export { isReadyMessage, type ReadyMessage, tellParent } from './parent-messages.js';
export { runService, type StartedService, type StartService } from './run-service.js';
