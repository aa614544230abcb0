import { type CompanyFact, type CompanyOutcome, type CompanyPlan, type NewCompanyVersion, type PlannedCompany, type Searchable, assertCompanyFact, planCompanies, searchTextOf } from '@ketenregie/companies-domain';
import { type CalendarDate, ForbiddenError } from '@ketenregie/kernel';
import { type RecordingSource, type Writer, auditRecording, lockRecording } from '@ketenregie/platform/db';
import { companyKnowledge } from './known-companies.js';

/** What recording companies is told: the source, and the day from which other content holds. */
export interface CompanyRecording extends RecordingSource {
  readonly referenceOn: CalendarDate;
}

const INSERT_CLIENTS = `insert into client (id, client_number, name, import_id)
  select id, "clientNumber", name, $2 from jsonb_to_recordset($1) as item (id uuid, "clientNumber" text, name text)`;

// Values by id out of one object, $1, for the rows $2: without statistics a join with the list scans the table for each row of it.
const NUMBER_CLIENTS = 'update client set client_number = $1::jsonb ->> id::text where id = any($2::uuid[])';

const INSERT_COMPANIES = `insert into company (id, client_id, kvk_number, rsin, search_text, import_id)
  select id, "clientId", "kvkNumber", rsin, "searchText", $2 from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, "kvkNumber" text, rsin text, "searchText" text)`;

const ADD_NUMBERS = `update company set kvk_number = $1::jsonb -> id::text ->> 'kvkNumber', rsin = $1::jsonb -> id::text ->> 'rsin' where id = any($2::uuid[])`;

const INSERT_VERSIONS = `insert into company_version (id, client_id, company_id, valid_from, valid_until, name, other_names, legal_form, town, group_name, accountable, ended_on, recorded_at, import_id, recorded_by)
  select id, "clientId", "companyId", "validFrom", "validUntil", name, "otherNames", "legalForm", town, "groupName", accountable, "endedOn", $2, $3, $4
  from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, "companyId" uuid, "validFrom" date, "validUntil" date, name text, "otherNames" text[], "legalForm" text,
    town text, "groupName" text, accountable text, "endedOn" date)`;

const READ_FOR_SEARCH = `select c.id, v.name, v.other_names as "otherNames", c.kvk_number as "kvkNumber", c.rsin, k.client_number as "clientNumber", v.town
  from company c cross join lateral (select client_number from client where id = c.client_id offset 0) k
  left join lateral (select name, other_names, town from company_version where company_id = c.id and superseded_at is null order by valid_from desc nulls last limit 1) v on true
  where c.id = any($1::uuid[]) or c.client_id = any($2::uuid[])`;

const WRITE_SEARCH = 'update company set search_text = $1::jsonb ->> id::text where id = any($2::uuid[])';

/** The values of rows as one object by id, and the ids. */
function byId<Row extends { readonly id: string }>(rows: readonly Row[], valueOf: (row: Row) => unknown): readonly [string, readonly string[]] {
  return [JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, valueOf(row)]))), rows.map(({ id }) => id)];
}

function addedItem({ id, clientId, kvkNumber, rsin, searchable }: PlannedCompany) {
  return { id, clientId, kvkNumber, rsin, searchText: searchable === null ? '' : searchTextOf(searchable) };
}

/** Both as they are, as one text: an object of both would be made for that alone. */
function versionText({ id, clientId, companyId, validFrom, validUntil, content }: NewCompanyVersion): string {
  return `${JSON.stringify({ id, clientId, companyId, validFrom, validUntil }).slice(0, -1)},${JSON.stringify(content).slice(1)}`;
}

/** What is written, and told by whom at which instant. */
export interface CompanyWriting extends RecordingSource {
  readonly at: string;
}

/** Writes a plan: at most eight statements, however long it is. */
export async function writeCompanies(writer: Writer, plan: Omit<CompanyPlan, 'outcomes'>, { at, importId, recordedBy }: CompanyWriting): Promise<void> {
  const added = plan.companies.filter(({ isNew }) => isNew);
  const numbered = plan.companies.filter(({ isNew }) => !isNew);
  if (plan.clients.length > 0) await writer.query(INSERT_CLIENTS, [JSON.stringify(plan.clients), importId]);
  if (plan.numberedClients.length > 0) await writer.query(NUMBER_CLIENTS, byId(plan.numberedClients, ({ clientNumber }) => clientNumber));
  if (added.length > 0) await writer.query(INSERT_COMPANIES, [JSON.stringify(added.map(addedItem)), importId]);
  if (numbered.length > 0) await writer.query(ADD_NUMBERS, byId(numbered, ({ kvkNumber, rsin }) => ({ kvkNumber, rsin })));
  if (plan.supersededIds.length > 0) await writer.query('update company_version set superseded_at = $2 where id = any($1::uuid[])', [plan.supersededIds, at]);
  if (plan.versions.length > 0) {
    await writer.query(INSERT_VERSIONS, [`[${plan.versions.map(versionText).join(',')}]`, at, importId, recordedBy]);
  }
  const companyIds = new Set([...plan.versions.map(({ companyId }) => companyId), ...plan.companies.map(({ id }) => id)]);
  // A row that is changed in the transaction that added it costs as much again: its keys are checked anew.
  for (const { id, searchable } of added) if (searchable !== null) companyIds.delete(id);
  await refreshSearch(writer, [...companyIds], plan.numberedClients.map(({ id }) => id));
}

/** Writes anew by what companies are searched, those of some clients too; one that nothing is believed of is found by nothing. */
export async function refreshSearch(writer: Writer, companyIds: readonly string[], clientIds: readonly string[] = []): Promise<void> {
  if (companyIds.length + clientIds.length === 0) return;
  const rows = await writer.query<(Searchable | { readonly name: null }) & { readonly id: string }>(READ_FOR_SEARCH, [companyIds, clientIds]);
  await writer.query(WRITE_SEARCH, byId(rows, (row) => (row.name === null ? '' : searchTextOf(row))));
}

/** Only who sees all clients may make or number companies: others would learn from the answer what another client has (decision 0003). */
export function assertAllClients(writer: Writer): void {
  if (!writer.scope.hasAllClients) throw new ForbiddenError('company.create');
}

/** Records companies without an event: the use case that calls it writes its own. */
export async function applyCompanyFacts(writer: Writer, facts: readonly CompanyFact[], { referenceOn, ...source }: CompanyRecording): Promise<readonly CompanyOutcome[]> {
  assertAllClients(writer);
  for (const fact of facts) assertCompanyFact(fact);
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

