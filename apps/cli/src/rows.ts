import { authorisationRows } from '@ketenregie/authorisations-server';
import { catalogueRows } from '@ketenregie/catalogue-server';
import type { TenantDbOptions } from '@ketenregie/platform/db';
import { tenantRows } from '@ketenregie/tenants-server';

/** The rows that verbs write through TypeORM. */
export const rows: NonNullable<TenantDbOptions['rows']> = [...tenantRows, ...catalogueRows, ...authorisationRows];
