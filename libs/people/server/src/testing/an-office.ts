import type { MeansFact, MeansOutcome, PersonFact, PersonOutcome } from '@ketenregie/people-domain';
import { type CalendarDate, calendarDate, newId } from '@ketenregie/kernel';
import { type Scope, type TenantDb, systemScope } from '@ketenregie/platform/db';
import { createTenant } from '@ketenregie/tenants-server';
import { recordMeans } from '../record-means.js';
import { recordPeople } from '../record-people.js';
import type { Recording } from '../recording.js';

/** The reference day of facts in specs. */
export const REFERENCE_ON: CalendarDate = calendarDate('2026-11-23');

/** A tenant made by the product itself, and what its specs do with it. */
export interface Office {
  readonly scope: Scope;
  /** A member of the staff with no client at all. */
  readonly staff: Scope;
  /** Somebody of a client, not of the staff. */
  readonly contact: Scope;
  people(facts: readonly PersonFact[], change?: Partial<Recording>): Promise<readonly PersonOutcome[]>;
  means(facts: readonly MeansFact[], change?: Partial<Recording>): Promise<readonly MeansOutcome[]>;
}

export async function anOffice(db: TenantDb): Promise<Office> {
  const { id } = await createTenant(db, { slug: `t-${newId()}`, name: 'Kantoor Noord', kind: 'office', kvkNumber: '90000001' }, async () => undefined);
  const scope = systemScope(id);
  const staff: Scope = { ...scope, actor: `member:${newId()}`, hasAllClients: false, clientIds: [] };
  const recording = (change: Partial<Recording>): Recording => ({ referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system', ...change });
  return {
    ...{ scope, staff, contact: { ...staff, clientIds: [newId()], isInternal: false } },
    people: (facts, change = {}) => db.write(scope, (writer) => recordPeople(writer, facts, recording(change))),
    means: (facts, change = {}) => db.write(scope, (writer) => recordMeans(writer, facts, recording(change))),
  };
}

/** Rows of a staff list; fill in what the case is about. */
export function staffList(count: number, change: Partial<PersonFact> = {}): PersonFact[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ position: at, fullName: `Anna Bos ${at + 1}`, initials: 'AB', email: `anna.${at + 1}@kantoor.example`, jobTitle: 'salaris', isDirector: false },
    ...{ inServiceFrom: null, inServiceUntil: null, isAuthoritative: true, ...change },
  }));
}

/** Rows of a supplier's overview, one means for each person; fill in what the case is about. */
export function overviewOf(personIds: readonly (string | null)[], change: Partial<MeansFact> = {}): MeansFact[] {
  return personIds.map((personId, at) => ({
    ...{ position: at, personId, supplierKey: 'reconi', supplierReference: `U${at + 1}`, level: 'EH3', variant: 'standard', state: 'active' },
    ...{ statedOn: REFERENCE_ON, issuedOn: null, endsOn: calendarDate('2027-12-31'), lastUsedOn: null, method: 'app', ...change },
  }));
}
