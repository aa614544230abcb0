export { AccountMutation, AccountQuery, Operation, TenantMutation, TenantQuery, needsOf } from './fields.js';
export { formatError } from './format-error.js';
export { JitApolloDriver, jitExecutor } from './jit-driver.js';
export { MAX_TOKENS, documentLimits } from './limits.js';
export { type Batch, OperationContext, type OperationParts } from './operation-context.js';
export { type GraphqlContext, type OperationObserver, operationPlugin } from './operation-plugin.js';
export { type Page, PageInfoModel, type PagePlace, cursorOf, pageOf, pageSize, placeOf } from './page.js';
export { RequestOperations } from './request-operations.js';
export { Identification, Permissions, type SignedIn, type Viewer } from './viewer.js';
