import type { CompanyFacts, MeansFacts, PersonFacts } from '@ketenregie/access-domain';
import type { Change, Right } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { factsVersion, queryOne, type Reader } from '@ketenregie/platform/db';
import { type AskedService, EVERY_SERVICE } from '../subjects.queries.js';
import { changeFact, MEANS_FACT, RIGHT_FACT } from '../world.queries.js';

/** The days on which a version holds, both ends included; null: no limit. */
export interface Held {
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

export interface CompanyVersion extends Held, Pick<CompanyFacts, 'id' | 'endedOn'> {
  readonly versionId: string;
  readonly clientId: string;
  readonly name: string;
  readonly kvk: string | null;
  readonly rsin: string | null;
}

export interface PersonVersion extends Held, PersonFacts {
  readonly name: string;
  /** As it is compared. */
  readonly foldedName: string;
  readonly email: string | null;
}

export interface FactVersion<Fact> extends Held {
  readonly fact: Fact;
}

export interface RightVersion extends FactVersion<Right> {
  readonly clientId: string;
}

export interface MeansVersion extends FactVersion<MeansFacts> {
  readonly personId: string;
}

export interface ChangeRow {
  readonly clientId: string;
  readonly fact: Change;
}

/** All that is believed now of a tenant, for every day. */
export interface TenantRows {
  readonly version: string;
  readonly tenantId: string;
  readonly isHolding: boolean;
  readonly services: readonly AskedService[];
  readonly companies: readonly CompanyVersion[];
  readonly people: readonly PersonVersion[];
  readonly means: readonly MeansVersion[];
  readonly rights: readonly RightVersion[];
  readonly changes: readonly ChangeRow[];
}

const HELD = `v.valid_from as "validFrom", v.valid_until as "validUntil"`;

const COMPANIES = `select c.id, c.client_id as "clientId", c.kvk_number as kvk, c.rsin, v.id as "versionId", v.name, v.ended_on as "endedOn", ${HELD}
  from company c join company_version v on v.company_id = c.id and v.client_id = c.client_id and v.superseded_at is null`;

const PEOPLE = `select v.person_id as id, v.full_name as name, lower(v.full_name) as "foldedName", v.email, v.in_service_from as "inServiceFrom", v.in_service_until as "inServiceUntil", ${HELD}
  from person_version v where v.superseded_at is null`;

const MEANS = `select m.person_id as "personId", ${MEANS_FACT} as fact, ${HELD} from means m join means_version v on v.means_id = m.id and v.superseded_at is null`;

const RIGHTS = `select a.client_id as "clientId", ${RIGHT_FACT} as fact, ${HELD}
  from authorisation a join authorisation_version v on v.authorisation_id = a.id and v.client_id = a.client_id and v.superseded_at is null`;

const CHANGES = `select ch.client_id as "clientId", ${changeFact('ch.state')} as fact from authorisation_change ch`;

/** Reads the facts of a whole tenant from one snapshot of all of it; null where it is not there. */
export async function readTenant(snapshot: Reader): Promise<TenantRows | null> {
  const version = await factsVersion(snapshot);
  if (version === null) return null;
  const tenant = await queryOne<Pick<TenantRows, 'tenantId' | 'isHolding'>>(snapshot, `select tenant_id as "tenantId", kind = 'holding' as "isHolding" from tenant`);
  const services = await snapshot.query<{ fact: AskedService }>(EVERY_SERVICE);
  return {
    version, ...tenant,
    services: services.map(({ fact }) => fact),
    companies: await snapshot.query<CompanyVersion>(COMPANIES),
    people: await snapshot.query<PersonVersion>(PEOPLE),
    means: await snapshot.query<MeansVersion>(MEANS),
    rights: await snapshot.query<RightVersion>(RIGHTS),
    changes: await snapshot.query<ChangeRow>(CHANGES),
  };
}
