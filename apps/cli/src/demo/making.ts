import type { CalendarDate } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import type { ExampleTenant } from './example-tenants.js';

/** What the making of an example goes by. */
export interface Making {
  readonly db: TenantDb;
  readonly today: CalendarDate;
  readonly example: ExampleTenant;
  /** Looked at between lists. */
  readonly signal: AbortSignal;
}
