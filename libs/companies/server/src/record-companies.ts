import { type CompanyFact, type CompanyOutcome, type CompanyPlan, type Searchable, assertCompanyNumbers, planCompanies, searchTextOf } from '@ketenregie/companies-domain';
import { type CalendarDate, ForbiddenError } from '@ketenregie/kernel';
import { type RecordingSource, type Writer, auditRecording, lockRecording } from '@ketenregie/platform/db';
import { companyKnowledge } from './known-companies.js';

/** What recording companies is told: the source, and the day from which other content holds. */
export interface CompanyRecording extends RecordingSource {
  readonly referenceOn: CalendarDate;
}

const INSERT_CLIENTS = `insert into client (id, client_number, name, import_id)
  select id, "clientNumber", name, $2 from jsonb_to_recordset($1) as item (id uuid, "clientNumber" text, name text)`;

const NUMBER_CLIENTS = `update client k set client_number = item."clientNumber" from jsonb_to_recordset($1) as item (id uuid, "clientNumber" text) where k.id = item.id`;

const INSERT_COMPANIES = `insert into company (id, client_id, kvk_number, rsin, import_id)
  select id, "clientId", "kvkNumber", rsin, $2 from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, "kvkNumber" text, rsin text)`;

const ADD_NUMBERS = `update company c set kvk_number = item."kvkNumber", rsin = item.rsin
  from jsonb_to_recordset($1) as item (id uuid, "kvkNumber" text, rsin text) where c.id = item.id`;

const INSERT_VERSIONS = `insert into company_version (id, client_id, company_id, valid_from, valid_until, name, other_names, legal_form, town, group_name, accountable, ended_on, recorded_at, import_id, recorded_by)
  select id, "clientId", "companyId", "validFrom", "validUntil", name, "otherNames", "legalForm", town, "groupName", accountable, "endedOn", $2, $3, $4
  from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, "companyId" uuid, "validFrom" date, "validUntil" date, name text, "otherNames" text[], "legalForm" text,
    town text, "groupName" text, accountable text, "endedOn" date)`;

const READ_FOR_SEARCH = `select c.id, v.name, v.other_names as "otherNames", c.kvk_number as "kvkNumber", c.rsin, k.client_number as "clientNumber", v.town
  from company c join client k on k.tenant_id = c.tenant_id and k.id = c.client_id
  join lateral (select name, other_names, town from company_version v where v.tenant_id = c.tenant_id and v.company_id = c.id and v.superseded_at is null
    order by v.valid_from desc nulls last limit 1) v on true
  where c.id = any($1::uuid[]) or c.client_id = any($2::uuid[])`;

const WRITE_SEARCH = `update company c set search_text = item."searchText" from jsonb_to_recordset($1) as item (id uuid, "searchText" text) where c.id = item.id`;

/** What is written, and told by whom at which instant. */
export interface CompanyWriting extends RecordingSource {
  readonly at: string;
}

/** Writes a plan: at most eight statements, however long it is. */
export async function writeCompanies(writer: Writer, plan: Omit<CompanyPlan, 'outcomes'>, { at, importId, recordedBy }: CompanyWriting): Promise<void> {
  const added = plan.companies.filter(({ isNew }) => isNew);
  const numbered = plan.companies.filter(({ isNew }) => !isNew);
  if (plan.clients.length > 0) await writer.query(INSERT_CLIENTS, [JSON.stringify(plan.clients), importId]);
  if (plan.numberedClients.length > 0) await writer.query(NUMBER_CLIENTS, [JSON.stringify(plan.numberedClients)]);
  if (added.length > 0) await writer.query(INSERT_COMPANIES, [JSON.stringify(added), importId]);
  if (numbered.length > 0) await writer.query(ADD_NUMBERS, [JSON.stringify(numbered)]);
  if (plan.supersededIds.length > 0) await writer.query('update company_version set superseded_at = $2 where id = any($1::uuid[])', [plan.supersededIds, at]);
  if (plan.versions.length > 0) {
    const versions = plan.versions.map(({ content, ...version }) => ({ ...version, ...content }));
    await writer.query(INSERT_VERSIONS, [JSON.stringify(versions), at, importId, recordedBy]);
  }
  const companyIds = [...new Set([...plan.versions.map(({ companyId }) => companyId), ...plan.companies.map(({ id }) => id)])];
  await refreshSearch(writer, companyIds, plan.numberedClients.map(({ id }) => id));
}

async function refreshSearch(writer: Writer, companyIds: readonly string[], clientIds: readonly string[]): Promise<void> {
  if (companyIds.length + clientIds.length === 0) return;
  const rows = await writer.query<Searchable & { readonly id: string }>(READ_FOR_SEARCH, [companyIds, clientIds]);
  await writer.query(WRITE_SEARCH, [JSON.stringify(rows.map((row) => ({ id: row.id, searchText: searchTextOf(row) })))]);
}

/** Only who sees all clients may make or number companies: others would learn from the answer what another client has (decision 0003). */
export function assertAllClients(writer: Writer): void {
  if (!writer.scope.hasAllClients) throw new ForbiddenError('company.create');
}

/** Records companies without an event: the use case that calls it writes its own. */
export async function applyCompanyFacts(writer: Writer, facts: readonly CompanyFact[], { referenceOn, ...source }: CompanyRecording): Promise<readonly CompanyOutcome[]> {
  assertAllClients(writer);
  for (const fact of facts) assertCompanyNumbers(fact);
  const at = await lockRecording(writer, 'companies');
  const plan = planCompanies(facts, await companyKnowledge(writer, referenceOn, facts), referenceOn);
  await writeCompanies(writer, plan, { ...source, at });
  return plan.outcomes;
}

/**
 * Records the companies of a list at once: a first statement creates, the same once more changes nothing, other content is a new version from
 * the reference day on. As many statements for 5,000 as for one, and one event. Rows of one list belong in one call.
 */
export async function recordCompanies(writer: Writer, facts: readonly CompanyFact[], recording: CompanyRecording): Promise<readonly CompanyOutcome[]> {
  if (facts.length === 0) return [];
  const outcomes = await applyCompanyFacts(writer, facts, recording);
  await auditRecording(writer, { kind: 'companies', source: recording, outcomes });
  return outcomes;
}

/** Records the tenant's own company, of the client that stands for the tenant itself. */
export async function recordOwnCompany(writer: Writer, { name, kvkNumber }: { readonly name: string; readonly kvkNumber: string }, today: CalendarDate): Promise<void> {
  const fact: CompanyFact = {
    ...{ position: 0, kvkNumber, rsin: null, clientNumber: null, name, otherNames: [], legalForm: null, groupName: null, accountable: null },
    ...{ isAuthoritative: true, clientId: writer.scope.tenantId },
  };
  await applyCompanyFacts(writer, [fact], { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
}

