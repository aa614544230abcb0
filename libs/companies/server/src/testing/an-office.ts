import type { CompanyFact, CompanyOutcome } from '@ketenregie/companies-domain';
import { type CalendarDate, calendarDate, newId } from '@ketenregie/kernel';
import { type Scope, type TenantDb, systemScope } from '@ketenregie/platform/db';
import type { TenantKind } from '@ketenregie/tenants-domain';
import { createTenant } from '@ketenregie/tenants-server';
import { type CompanyRecording, recordCompanies, recordOwnCompany } from '../record-companies.js';

/** The reference day of facts in specs. */
export const REFERENCE_ON: CalendarDate = calendarDate('2026-11-23');

/** A tenant made by the product itself, and what its specs do with it. */
export interface Office {
  readonly scope: Scope;
  record(facts: readonly CompanyFact[], change?: Partial<CompanyRecording>): Promise<readonly CompanyOutcome[]>;
  /** A member of the staff with some clients only. */
  limitedTo(...clientIds: readonly string[]): Scope;
  /** Somebody of one client, not of the staff. */
  contactOf(clientId: string): Scope;
}

/** Makes a tenant with its own company, KvK 90000001. */
export async function anOffice(db: TenantDb, kind: TenantKind = 'office'): Promise<Office> {
  const created = await createTenant(db, { slug: `t-${newId()}`, name: 'Kantoor Noord', kind, kvkNumber: '90000001' }, (writer, company) => recordOwnCompany(writer, company, REFERENCE_ON));
  const scope = systemScope(created.id);
  const limitedTo = (...clientIds: readonly string[]): Scope => ({ ...scope, actor: `member:${newId()}`, hasAllClients: false, clientIds });
  return {
    scope,
    limitedTo,
    record: (facts, change = {}) => db.write(scope, (writer) => recordCompanies(writer, facts, { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system', ...change })),
    contactOf: (clientId) => ({ ...limitedTo(clientId), isInternal: false }),
  };
}

/** Rows of a client list, each of a client of its own; fill in what the case is about. */
export function clientList(count: number, change: Partial<CompanyFact> = {}): CompanyFact[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ position: at, kvkNumber: String(90_001_000 + at), rsin: null, clientNumber: `K${at + 1}`, name: `Bakkerij ${at + 1} B.V.`, otherNames: [] },
    ...{ legalForm: 'BV', town: 'Zwolle', groupName: null, accountable: null, isAuthoritative: true, ...change },
  }));
}
