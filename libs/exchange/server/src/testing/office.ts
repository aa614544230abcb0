import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { authorisationRows } from '@ketenregie/authorisations-server';
import { catalogueRows } from '@ketenregie/catalogue-server';
import { recordOwnCompany } from '@ketenregie/companies-server';
import { calendarDate } from '@ketenregie/kernel';
import { type Scope, type TenantDb, type TenantDbOptions, systemScope } from '@ketenregie/platform/db';
import { createTenant, tenantRows } from '@ketenregie/tenants-server';
import { applyImport } from '../applying/apply-import.js';
import type { Changes } from '../applying/changes.js';
import { stageImport } from '../staging/stage-import.js';

export const REFERENCE_DAY = calendarDate('2026-11-23');
export const ROWS: NonNullable<TenantDbOptions['rows']> = [...tenantRows, ...catalogueRows, ...authorisationRows];

const FIXTURES = fileURLToPath(new URL('../../../domain/fixtures/', import.meta.url));

export const fixture = (file: string): Buffer => readFileSync(FIXTURES + file);

/** The sample office's files in the order an office brings them. */
export const OFFICE_FILES: readonly (readonly [file: string, supplierKey: string | null])[] = [
  ['staff.csv', null],
  ['clients.csv', null],
  ['supplier-export-1-means.csv', 'reconi'],
  ['accountant-chains.xlsx', null],
];

/** Makes a tenant with its own company, and gives the scope of the product in it. */
export async function makeOffice(db: TenantDb, slug: string, kvkNumber = '90000011'): Promise<Scope> {
  const { id } = await createTenant(db, { slug, name: slug, kind: 'office', kvkNumber }, (writer, company) => recordOwnCompany(writer, company, REFERENCE_DAY));
  return systemScope(id);
}

/** Stages a file of the fixtures; gives the import's id. */
export async function stageFile(db: TenantDb, scope: Scope, [name, supplierKey]: (typeof OFFICE_FILES)[number]): Promise<string> {
  const { importId } = await stageImport(db, scope, { name, bytes: fixture(name), referenceOn: REFERENCE_DAY, ...(supplierKey !== null && { supplierKey }) });
  return importId;
}

/** Stages and applies a file of the fixtures. */
export async function bringFile(db: TenantDb, scope: Scope, file: (typeof OFFICE_FILES)[number]): Promise<Changes> {
  const importId = await stageFile(db, scope, file);
  return db.write(scope, (writer) => applyImport(writer, importId));
}
