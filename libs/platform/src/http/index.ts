export { assertAppRole, type DatabaseExpectations, databaseChecks } from './database-checks.js';
export { answerHealth, type HealthAnswer, type HealthCheck } from './health.js';
export { HealthController, type HealthSettings } from './health.controller.js';
export { healthModule, type HealthModuleOptions } from './health.module.js';
export { requestId, requestIdOf } from './request-id.js';
export { requestLog } from './request-log.js';
export { type Middleware, securityHeaders } from './security-headers.js';
export { assertOwnSite, refuse } from './rest-refusal.js';
export { cssString, html, Html, pagePolicy } from './html.js';
