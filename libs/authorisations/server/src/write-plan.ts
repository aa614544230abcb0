import { newId } from '@ketenregie/kernel';
import type { RecordingSource, Writer } from '@ketenregie/platform/db';
import type { AuthorisationFact } from './authorisation-fact.js';
import type { NewRight, NewVersion, Plan } from './plan-recording.js';

const INSERT_RIGHTS = `insert into authorisation (id, client_id, kind, company_id, intermediary_client_id, intermediary_company_id, third_party_kvk, third_party_name, person_id, match_key, import_id)
  select id, "clientId", kind, "companyId", case when "intermediaryCompanyId" is not null then $2::uuid end, "intermediaryCompanyId", "thirdPartyKvk", "thirdPartyName", "personId", "matchKey", $3
  from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, kind text, "companyId" uuid, "intermediaryCompanyId" uuid, "thirdPartyKvk" text, "thirdPartyName" text, "personId" uuid, "matchKey" text)`;

const INSERT_VERSIONS = `insert into authorisation_version (id, client_id, authorisation_id, supplier_key, scope, level, state, ended_why, stated_on, starts_on, ends_on, until_precision,
    branch_number, task, accountable, position, evidence_class, seen_on, seen_by, valid_from, valid_until, recorded_at, import_id, recorded_by)
  select id, "clientId", "authorisationId", "supplierKey", scope, level, state, "endedWhy", "statedOn", "startsOn", "endsOn", "untilPrecision",
    "branchNumber", task, accountable, position, "evidenceClass", "seenOn", "seenBy", "validFrom", "validUntil", $2, $3, $4
  from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, "authorisationId" uuid, "supplierKey" text, scope text, level text, state text, "endedWhy" text, "statedOn" date,
    "startsOn" date, "endsOn" date, "untilPrecision" text, "branchNumber" text, task text, accountable text, position int, "evidenceClass" text, "seenOn" date, "seenBy" text,
    "validFrom" date, "validUntil" date)`;

const INSERT_TARGETS = `insert into authorisation_target (id, client_id, version_id, service_id, provider_key, is_whole_provider)
  select id, "clientId", "versionId", "serviceId", "providerKey", "isWholeProvider"
  from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, "versionId" uuid, "serviceId" uuid, "providerKey" text, "isWholeProvider" boolean)`;

function rightItem({ id, matchKey, fact }: NewRight) {
  const { clientId, kind, companyId, intermediaryCompanyId, thirdParty, personId }: AuthorisationFact = fact;
  return { id, clientId, kind, companyId, intermediaryCompanyId, thirdPartyKvk: thirdParty?.kvkNumber ?? null, thirdPartyName: thirdParty?.name ?? null, personId, matchKey };
}

/** Both as they are, as one text: an object of both would be made for that alone. */
function versionText({ id, clientId, authorisationId, validFrom, validUntil, content }: NewVersion): string {
  return `${JSON.stringify({ id, clientId, authorisationId, validFrom, validUntil }).slice(0, -1)},${JSON.stringify(content).slice(1)}`;
}

function targetItems({ id, clientId, targets }: NewVersion, serviceIds: ReadonlyMap<string, string>) {
  return targets.map(({ serviceKey, providerKey, isWholeProvider }) => ({
    id: newId(),
    clientId,
    versionId: id,
    serviceId: serviceKey === null ? null : serviceIds.get(serviceKey),
    // A named service says its provider itself; beside it a provider would read as "and the whole of it".
    providerKey: serviceKey === null ? providerKey : null,
    isWholeProvider: serviceKey === null && isWholeProvider,
  }));
}

export interface PlanWriting extends RecordingSource {
  readonly serviceIds: ReadonlyMap<string, string>;
  readonly at: string;
}

/** Writes a plan: at most four statements, however long it is. Keys that lead out of the tenant or the client are refused by the database. */
export async function writePlan(writer: Writer, plan: Omit<Plan, 'outcomes'>, { serviceIds, at, importId, recordedBy }: PlanWriting): Promise<void> {
  const { rights, superseded, versions } = plan;
  if (superseded.length > 0) {
    await writer.query('update authorisation_version set superseded_at = $2 where id = any($1::uuid[]) and superseded_at is null', [superseded.map(({ id }) => id), at]);
  }
  if (rights.length > 0) await writer.query(INSERT_RIGHTS, [JSON.stringify(rights.map(rightItem)), writer.scope.tenantId, importId]);
  if (versions.length === 0) return;
  await writer.query(INSERT_VERSIONS, [`[${versions.map(versionText).join(',')}]`, at, importId, recordedBy]);
  const targets = versions.flatMap((version) => targetItems(version, serviceIds));
  if (targets.length > 0) await writer.query(INSERT_TARGETS, [JSON.stringify(targets)]);
}
