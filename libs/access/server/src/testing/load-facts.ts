import { covers, type RightTarget } from '@ketenregie/authorisations-domain';
import type { Facts, Question } from '@ketenregie/access-domain/testing';
import { newId } from '@ketenregie/kernel';
import { type Scope, systemScope, type TenantDb, type Writer } from '@ketenregie/platform/db';
import type { TestDatabase } from '@ketenregie/platform/testing';

/** A tenant made of facts. Its own client has the tenant's id; all other ids are those of the facts. */
export interface LoadedTenant {
  readonly facts: Facts;
  readonly scope: Scope;
  /** The id in the tables of a client of the facts. */
  clientIdOf(id: string): string;
}

/** Publishes the services of some facts as a catalogue version of their own, which is then the newest. */
export async function publishServices(database: TestDatabase, { services }: Facts, version: number): Promise<void> {
  await database.asAdmin(`insert into catalogue_version (version, content_hash) values ($1, 'random')`, [version]);
  await database.asAdmin(`insert into catalogue_provider (version, key, name_nl, name_en) select distinct $1::int, "providerKey", 'P', 'P' from jsonb_to_recordset($2) as x ("providerKey" text)`, [version, JSON.stringify(services)]);
  await database.asAdmin(
    `insert into catalogue_service (version, key, provider_key, name_nl, name_en, required_level, chain_allowed, register_kind, verified_on, confidence)
     select $1, key, "providerKey", 'S', 'S', "requiredLevel", "chainAllowed", "registerKind", '2026-01-01', 'low'
     from jsonb_to_recordset($2) as x (key text, "providerKey" text, "requiredLevel" text, "chainAllowed" text, "registerKind" text)`,
    [version, JSON.stringify(services)],
  );
}

const rowsOf = (rows: readonly object[]): string => JSON.stringify(rows);

async function insertParties(writer: Writer, { facts, clientIdOf }: LoadedTenant): Promise<void> {
  const companies = facts.companies.map((row) => ({ ...row, clientId: clientIdOf(row.clientId), versionId: newId() }));
  await writer.query(`insert into client (id, name) select id, 'Klant' from jsonb_to_recordset($1) as x (id uuid)`, [rowsOf(facts.clientIds.map((id) => ({ id: clientIdOf(id) })))]);
  await writer.query(`insert into company (id, client_id, kvk_number, rsin) select id, "clientId", kvk, rsin from jsonb_to_recordset($1) as x (id uuid, "clientId" uuid, kvk text, rsin text)`, [rowsOf(companies)]);
  await writer.query(
    `insert into company_version (id, client_id, company_id, name, ended_on, recorded_by) select "versionId", "clientId", id, 'Bedrijf ' || id, "endedOn", 'system'
     from jsonb_to_recordset($1) as x (id uuid, "versionId" uuid, "clientId" uuid, "endedOn" date)`,
    [rowsOf(companies)],
  );
  const people = facts.people.map((person) => ({ ...person, versionId: newId() }));
  await writer.query(`insert into person (id) select id from jsonb_to_recordset($1) as x (id uuid)`, [rowsOf(people)]);
  await writer.query(
    `insert into person_version (id, person_id, full_name, email, in_service_from, in_service_until, recorded_by)
     select "versionId", id, 'Persoon ' || id, id || '@example.test', "inServiceFrom", "inServiceUntil", 'system'
     from jsonb_to_recordset($1) as x (id uuid, "versionId" uuid, "inServiceFrom" date, "inServiceUntil" date)`,
    [rowsOf(people)],
  );
}

/** A means always has a supplier in the tables: one that nobody recorded becomes a supplier of its own, which counts the same. */
async function insertMeans(writer: Writer, { facts }: LoadedTenant): Promise<void> {
  const means = facts.means.map((row) => ({ ...row, supplierKey: row.supplierKey ?? `of ${row.id}`, versionId: newId() }));
  await writer.query(`insert into means (id, person_id, supplier_key) select id, "personId", "supplierKey" from jsonb_to_recordset($1) as x (id uuid, "personId" uuid, "supplierKey" text)`, [rowsOf(means)]);
  await writer.query(
    `insert into means_version (id, means_id, level, variant, state, stated_on, issued_on, ends_on, last_used_on, evidence_class, seen_on, seen_by, recorded_by)
     select "versionId", id, level, variant, state, "statedOn", "issuedOn", "endsOn", "lastUsedOn", "evidenceClass", "seenOn", "seenBy", 'system'
     from jsonb_to_recordset($1) as x (id uuid, "versionId" uuid, level text, variant text, state text, "statedOn" date, "issuedOn" date, "endsOn" date, "lastUsedOn" date,
       "evidenceClass" text, "seenOn" date, "seenBy" text)`,
    [rowsOf(means)],
  );
}

const namedKeys = ({ authorisations }: Facts): ReadonlySet<string> => new Set(authorisations.flatMap(({ targets }) => targets.flatMap((target) => ('serviceKey' in target ? [target.serviceKey] : []))));

/** The tenant has a row of each service that a right names or that it settled something about, and of no other. */
async function adopt(writer: Writer, facts: Facts, version: number): Promise<ReadonlyMap<string, string>> {
  const named = namedKeys(facts);
  const adopted = facts.services.filter(({ key, settled }) => named.has(key) || settled !== null).map((service) => ({ ...service, id: newId(), version, level: service.settled?.requiredLevel, chain: service.settled?.chainAllowed }));
  await writer.query(
    `insert into service (id, catalogue_key, provider_key, adopted_version, required_level_override, chain_allowed_override) select id, key, "providerKey", version, level, chain
     from jsonb_to_recordset($1) as x (id uuid, key text, "providerKey" text, version int, level text, chain text)`,
    [rowsOf(adopted)],
  );
  return new Map(adopted.map(({ key, id }) => [key, id]));
}

async function insertRights(writer: Writer, { facts, scope, clientIdOf }: LoadedTenant, services: ReadonlyMap<string, string>): Promise<void> {
  const rights = facts.authorisations.map((right) => ({ ...right, clientId: clientIdOf(right.clientId), versionId: newId(), ownClientId: right.intermediaryCompanyId && scope.tenantId }));
  await writer.query(
    `insert into authorisation (id, client_id, kind, company_id, intermediary_client_id, intermediary_company_id, person_id, match_key)
     select id, "clientId", kind, "companyId", "ownClientId", "intermediaryCompanyId", "personId", id::text
     from jsonb_to_recordset($1) as x (id uuid, "clientId" uuid, kind text, "companyId" uuid, "ownClientId" uuid, "intermediaryCompanyId" uuid, "personId" uuid)`,
    [rowsOf(rights)],
  );
  await writer.query(
    `insert into authorisation_version (id, client_id, authorisation_id, supplier_key, scope, level, state, stated_on, starts_on, ends_on, until_precision, position, evidence_class, seen_on, seen_by, recorded_by)
     select "versionId", "clientId", id, "supplierKey", scope, level, state, "statedOn", "startsOn", "endsOn", "endKind", ordinal, "evidenceClass", "seenOn", "seenBy", 'system'
     from jsonb_to_recordset($1) as x (id uuid, "versionId" uuid, "clientId" uuid, "supplierKey" text, scope text, level text, state text, "statedOn" date, "startsOn" date, "endsOn" date,
       "endKind" text, ordinal int, "evidenceClass" text, "seenOn" date, "seenBy" text)`,
    [rowsOf(rights)],
  );
  const targets = rights.flatMap(({ clientId, versionId, targets: list }) => list.map((target) => ({ id: newId(), clientId, versionId, serviceId: 'serviceKey' in target ? services.get(target.serviceKey) : null, ...target })));
  await writer.query(
    `insert into authorisation_target (id, client_id, version_id, service_id, provider_key, is_whole_provider) select id, "clientId", "versionId", "serviceId", "providerKey", coalesce("isWholeProvider", false)
     from jsonb_to_recordset($1) as x (id uuid, "clientId" uuid, "versionId" uuid, "serviceId" uuid, "providerKey" text, "isWholeProvider" boolean)`,
    [rowsOf(targets)],
  );
  const clientOf = new Map(rights.map(({ id, clientId }) => [id, clientId]));
  await writer.query(
    `insert into authorisation_change (id, client_id, authorisation_id, kind, state, decided_on, decided_by, reason, evidence_class)
     select id, "clientId", "rightId", case kind when 'grant' then 'grant-anew' else kind end, state, "decidedOn", 'system', 'random', case state when 'confirmed' then 'A' end
     from jsonb_to_recordset($1) as x (id uuid, "clientId" uuid, "rightId" uuid, kind text, state text, "decidedOn" date)`,
    [rowsOf(facts.changes.map((change) => ({ ...change, id: newId(), clientId: clientOf.get(change.rightId) })))],
  );
}

/** Writes facts into the tables as a new tenant, through the door, as the system. Their services must be published at the version. */
export async function loadFacts(db: TenantDb, facts: Facts, { version, kind = 'office' }: { readonly version: number; readonly kind?: 'office' | 'holding' }): Promise<LoadedTenant> {
  const scope = systemScope(newId());
  const tenant: LoadedTenant = { facts, scope, clientIdOf: (id) => (id === facts.ownClientId ? scope.tenantId : id) };
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [scope.tenantId, `t-${scope.tenantId}`]);
    await writer.query(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor', $2)`, [scope.tenantId, kind]);
    await insertParties(writer, tenant);
    await insertMeans(writer, tenant);
    await insertRights(writer, tenant, await adopt(writer, facts, version));
  });
  return tenant;
}

/** The facts as tables can hold them: one open change of a kind a right, and experience of one's own where the catalogue knows nothing. */
export function storableFacts(facts: Facts, isSettled: boolean): Facts {
  const settled = { requiredLevel: 'EH3', chainAllowed: 'yes', evidenceClass: null, seenOn: null, seenBy: null } as const;
  const changes = facts.changes.filter(({ rightId, kind }, place) => facts.changes.findIndex((each) => each.rightId === rightId && each.kind === kind) === place);
  const services = facts.services.map((service) => {
    const requiredLevel = service.requiredLevel === null ? settled.requiredLevel : null;
    const chainAllowed = service.chainAllowed === 'unknown' ? settled.chainAllowed : null;
    return isSettled && (requiredLevel ?? chainAllowed) !== null ? { ...service, settled: { ...settled, requiredLevel, chainAllowed } } : service;
  });
  return { ...facts, changes, services };
}

/** The same tenant as a sloppy spreadsheet has it: rights merely name the provider, so that two halves that both do so meet often. */
export function vagueFacts(facts: Facts): Facts {
  const providerOf = (key: string): string => facts.services.find((service) => service.key === key)?.providerKey ?? key;
  const vague = (target: RightTarget): RightTarget => ({ providerKey: 'serviceKey' in target ? providerOf(target.serviceKey) : target.providerKey, isWholeProvider: false });
  return { ...facts, authorisations: facts.authorisations.map((right) => ({ ...right, state: 'active', targets: right.targets.map(vague) })) };
}

/** Whether a question is in play: the person has a half or a right at the company, and his side or the client's covers the service. */
export function isInPlay({ authorisations, services, people, companies }: Facts, { personId, companyId, serviceKey }: Question): boolean {
  const service = services.find(({ key }) => key === serviceKey);
  const rights = authorisations.filter((right) => right.companyId === companyId && (right.personId === personId || right.kind === 'client-half'));
  const isKnown = people.some(({ id }) => id === personId) && companies.some(({ id }) => id === companyId);
  return isKnown && rights.some(({ kind }) => kind !== 'client-half') && service !== undefined && rights.some((right) => covers(right, service));
}
