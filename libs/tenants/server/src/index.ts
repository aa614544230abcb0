import { ClientRow, TenantRow } from './tenant.row.js';

export { type AuditEventFilter, type AuditEventRecord, auditEventPage } from './audit-events.queries.js';
export { auditFilterOf } from './audit-filter.js';
export { logReaderOf } from './log/log-reader.js';

export { type SaidDetail, type SaidEvent, sayEvents } from './log/say-entries.js';
export { type LogReader, LOG_CHOICES } from './log/words.js';
export { type TenantSettingsChange, changeTenantSettings } from './change-tenant-settings.js';
export { type CreatedTenant, type RecordOwnCompany, createTenant } from './create-tenant.js';
export { EXAMPLE_REMOVED, removeExample } from './remove-example.js';
export { RolePermissions } from './role-permissions.js';
export { TenantsModule } from './tenants.module.js';
export { type TenantSettings, type TenantSummary, listTenantSummaries, tenantIdOf, tenantSettings } from './tenants.queries.js';
export { ClientRow, TenantRow } from './tenant.row.js';

/** The rows this feature writes. */
export const tenantRows = [TenantRow, ClientRow];
