import { type AuthorisationFact, recordAuthorisations } from '@ketenregie/authorisations-server';
import { type CalendarDate, calendarDate, newId } from '@ketenregie/kernel';
import { type Scope, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { makeRound } from '../make-round.js';
import { type PlannedProgramme, planProgramme } from '../plan-programme.js';
import { startReviewRound } from '../start-round.js';

/** The day of the specs. */
export const TODAY: CalendarDate = calendarDate('2026-11-23');

export interface ReviewMember {
  readonly memberId: string;
  readonly personId: string;
  readonly scope: Scope;
}

/**
 * An office with two clients. Anna is accountable for client A and sees all; Bram is the adviser assigned to client B alone; Carla
 * administers. Anna and Bram have rights of their own.
 */
export interface ReviewOffice {
  readonly scope: Scope;
  readonly slug: string;
  readonly ownCompanyId: string;
  readonly a: { readonly clientId: string; readonly companyId: string };
  readonly b: { readonly clientId: string; readonly companyId: string };
  readonly anna: ReviewMember;
  readonly bram: ReviewMember;
  readonly carla: ReviewMember;
}

const NAMES = ['Anna Bos', 'Bram Smit', 'Carla de Wit'] as const;

async function plantMembers(db: TenantDb, scope: Scope, clientOfBram: string): Promise<readonly ReviewMember[]> {
  const planted = NAMES.map((name) => ({ name, accountId: newId(), memberId: newId(), personId: newId() }));
  for (const { name, accountId } of planted) {
    await db.identity.open({ accountId }, (reader) => reader.query('insert into account (id, login, display_name) values ($1, $2, $3)', [accountId, `${accountId}@kantoor.example`, name]));
  }
  await db.write(scope, async (writer) => {
    for (const [at, { name, accountId, memberId, personId }] of planted.entries()) {
      await writer.query('insert into person (id) values ($1)', [personId]);
      await writer.query(`insert into person_version (id, person_id, full_name, recorded_by) values ($1, $2, $3, 'system')`, [newId(), personId, name]);
      const role = at === 2 ? 'office-administrator' : 'adviser';
      await writer.query('insert into member (id, account_id, display_name, roles, has_all_clients, is_internal, person_id) values ($1, $2, $3, $4, $5, true, $6)', [memberId, accountId, name, [role], at !== 1, personId]);
    }
    await writer.query('insert into member_client (member_id, client_id) values ($1, $2)', [planted[1]?.memberId, clientOfBram]);
  });
  return planted.map(({ memberId, personId }, at) => ({ memberId, personId, scope: { ...scope, actor: `member:${memberId}`, ...(at === 1 ? { hasAllClients: false, clientIds: [clientOfBram] } : {}) } }));
}

/** Plants the office through the door; no rights yet. */
export async function aReviewOffice(db: TenantDb): Promise<ReviewOffice> {
  const tenantId = newId();
  const scope = systemScope(tenantId);
  const slug = `t-${tenantId}`;
  const companies = [tenantId, newId(), newId()].map((clientId) => ({ clientId, companyId: newId() }));
  const [own, a, b] = companies as [ReviewOffice['a'], ReviewOffice['a'], ReviewOffice['a']];
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [tenantId, slug]);
    await writer.query(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor Noord', 'office')`, [tenantId]);
    for (const [at, { clientId, companyId }] of companies.entries()) {
      await writer.query('insert into client (id, name) values ($1, $2)', [clientId, `Klant ${at}`]);
      await writer.query('insert into company (client_id, id, kvk_number) values ($1, $2, $3)', [clientId, companyId, `9000000${at}`]);
      await writer.query(`insert into company_version (client_id, id, company_id, name, accountable, recorded_by) values ($1, $2, $3, $4, $5, 'system')`, [
        clientId, newId(), companyId, ['Kantoor Noord', 'Bakkerij Zon', 'Aannemer Berg'][at], at === 1 ? 'mw. anna bos' : null,
      ]);
    }
  });
  const [anna, bram, carla] = (await plantMembers(db, scope, b.clientId)) as [ReviewMember, ReviewMember, ReviewMember];
  return { scope, slug, ownCompanyId: own.companyId, a, b, anna, bram, carla };
}

/** Half a chain of client A for UWV absence reports, seen last month, to the end of 2028; fill in what the case is about. */
export function aHalf(office: ReviewOffice, change: Partial<AuthorisationFact> = {}): AuthorisationFact {
  return {
    ...{ position: 0, kind: 'client-half', ...office.a, intermediaryCompanyId: office.ownCompanyId, personId: null, supplierKey: 'reconi', scope: 'targets' },
    targets: [{ serviceKey: 'uwv-verzuim', providerKey: null, isWholeProvider: false }],
    ...{ level: 'EH3', state: 'active', statedOn: TODAY, startsOn: null, endsOn: calendarDate('2028-12-31'), untilPrecision: 'day' },
    evidence: { evidenceClass: 'A', seenOn: calendarDate('2026-11-01'), seenBy: 'overzicht' },
    ...change,
  };
}

/** Many halves alike, told apart by their task. */
export const manyHalves = (office: ReviewOffice, count: number, change: Partial<AuthorisationFact> = {}): AuthorisationFact[] =>
  Array.from({ length: count }, (_, position) => aHalf(office, { ...change, position, task: `Taak ${position}` }));

/** Records facts as an import of the day they were stated on would; returns the ids of the rights in their order. */
export async function record(db: TenantDb, { scope }: ReviewOffice, facts: readonly AuthorisationFact[]): Promise<string[]> {
  const referenceOn = facts[0]?.statedOn ?? TODAY;
  const outcomes = await db.write(scope, (writer) => recordAuthorisations(writer, facts, { referenceOn, importId: null, recordedBy: 'system' }));
  return outcomes.map(({ authorisationId }) => authorisationId);
}

/** A quarterly programme over all chains; fill in what the case is about. */
export function aProgramme(change: Partial<PlannedProgramme> = {}): PlannedProgramme {
  return {
    ...{ name: 'Ketencontrole', every: 'quarter', months: null, scope: 'all', clientId: null, supplierKey: null, startsOn: TODAY, dueDays: 21, fallbackMemberId: null, state: 'active' },
    ...change,
  };
}

/** Plans a programme, starts a round of it by hand and makes it. */
export async function anOpenRound(db: TenantDb, { scope }: ReviewOffice, change: Partial<PlannedProgramme> = {}): Promise<{ readonly programmeId: string; readonly roundId: string }> {
  const programmeId = await db.write(scope, (writer) => planProgramme(writer, aProgramme(change), TODAY));
  const roundId = await db.write(scope, (writer) => startReviewRound(writer, programmeId, TODAY));
  await makeRound(db, { scope, roundId });
  return { programmeId, roundId };
}
