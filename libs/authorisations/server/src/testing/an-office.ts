import { type CalendarDate, calendarDate, newId } from '@ketenregie/kernel';
import { type Scope, type TenantDb, systemScope } from '@ketenregie/platform/db';
import type { AuthorisationFact } from '../authorisation-fact.js';

/** A tenant with its own company, two clients of one company each, and two people: what a right needs to stand on. */
export interface Office {
  readonly scope: Scope;
  readonly ownCompanyId: string;
  readonly a: { readonly clientId: string; readonly companyId: string };
  readonly b: { readonly clientId: string; readonly companyId: string };
  readonly people: readonly [string, string];
  /** The scope of a member of the staff with some clients only. */
  limitedTo(...clientIds: readonly string[]): Scope;
}

/** Plants an office through the door; `needsFourEyes` is its setting. */
export async function anOffice(db: TenantDb, { needsFourEyes = false } = {}): Promise<Office> {
  const tenantId = newId();
  const scope = systemScope(tenantId);
  const [own, a, b] = [tenantId, newId(), newId()].map((clientId) => ({ clientId, companyId: newId() })) as [Office['a'], Office['a'], Office['a']];
  const people = [newId(), newId()] as const;
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [tenantId, `t-${tenantId}`]);
    await writer.query(`insert into tenant (tenant_id, name, kind, needs_four_eyes) values ($1, 'Kantoor Noord', 'office', $2)`, [tenantId, needsFourEyes]);
    const clients = [own, a, b];
    await writer.query(`insert into client (id, name) select id, 'Client ' || id from unnest($1::uuid[]) as id`, [clients.map(({ clientId }) => clientId)]);
    await writer.query('insert into company (client_id, id) select * from unnest($1::uuid[], $2::uuid[])', [clients.map(({ clientId }) => clientId), clients.map(({ companyId }) => companyId)]);
    await writer.query(
      `insert into company_version (client_id, id, company_id, name, recorded_by)
       select client_id, version_id, company_id, name, 'system' from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as c (client_id, version_id, company_id, name)`,
      [clients.map(({ clientId }) => clientId), clients.map(() => newId()), clients.map(({ companyId }) => companyId), ['Kantoor Noord', 'Bakkerij', 'Aannemer']],
    );
    await writer.query('insert into person (id) select * from unnest($1::uuid[])', [people]);
  });
  const limitedTo = (...clientIds: readonly string[]): Scope => ({ ...scope, actor: `member:${newId()}`, hasAllClients: false, clientIds });
  return { scope, ownCompanyId: own.companyId, a, b, people, limitedTo };
}

/** The reference day of facts in specs. */
export const REFERENCE_ON: CalendarDate = calendarDate('2026-11-23');

/** A client half of client A for UWV absence reports, active until the end of 2027; fill in what the case is about. */
export function aFact(office: Office, change: Partial<AuthorisationFact> = {}): AuthorisationFact {
  return {
    ...{ position: 0, kind: 'client-half', ...office.a, intermediaryCompanyId: office.ownCompanyId, personId: null, supplierKey: 'reconi', scope: 'targets' },
    targets: [{ serviceKey: 'uwv-verzuim', providerKey: null, isWholeProvider: false }],
    ...{ level: 'EH3', state: 'active', statedOn: REFERENCE_ON, startsOn: null, endsOn: calendarDate('2027-12-31'), untilPrecision: 'day' },
    ...change,
  };
}

/** An office half of the same for the first person; its facts are unknown, as a spreadsheet leaves them. */
export function anOfficeHalf(office: Office, change: Partial<AuthorisationFact> = {}): AuthorisationFact {
  return aFact(office, { kind: 'office-half', personId: office.people[0], level: null, endsOn: null, untilPrecision: 'unknown', ...change });
}
