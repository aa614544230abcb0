export { describeFailure, type FailureDescription } from './describe-failure.js';
export type { LogField, LogFields } from './fields.js';
export { createLog, type Log, type LogOptions, type ServiceName, silentLog } from './log.js';
export { nestLog } from './nest-log.js';
