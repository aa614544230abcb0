import { newId } from '@ketenregie/kernel';

/** One row as it is inserted: every tenant table has at least one in `fixtureRows`, or the isolation spec fails. */
export interface FixtureRow {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The ids by which a spec points at things of one of the two tenants. */
export interface FixtureTenant {
  readonly tenantId: string;
  readonly clientIds: readonly [string, string];
  readonly accountIds: readonly [string, string];
  readonly memberIds: readonly [string, string];
  /** Two companies of the tenant's own client (its id is the tenant's). */
  readonly ownCompanyIds: readonly [string, string];
}

/** Version of the catalogue that the rows refer to; planted beside what is published. */
export const FIXTURE_CATALOGUE = 900_001;

const HASH = 'ab'.repeat(32);
const DAY = '2026-03-02';
const pair = (): [string, string] => [newId(), newId()];

export function fixtureTenant(): FixtureTenant {
  return { tenantId: newId(), clientIds: pair(), accountIds: pair(), memberIds: pair(), ownCompanyIds: pair() };
}

type Values = Record<string, unknown>;

/** Collects rows that all carry the same columns (the tenant, or the tenant and a client). */
function collector(shared: Values): { readonly rows: FixtureRow[]; add(table: string, values: Values): string } {
  const rows: FixtureRow[] = [];
  return {
    rows,
    add(table, values) {
      const id = newId();
      rows.push({ table, values: { ...shared, id, ...values } });
      return id;
    },
  };
}

const version = { recorded_by: 'system' };

function personRows(tenant: FixtureTenant, nr: 0 | 1): { readonly personId: string; readonly serviceId: string; readonly rows: FixtureRow[] } {
  const { rows, add } = collector({ tenant_id: tenant.tenantId });
  const personId = add('person', { search_text: `j jansen ${nr}` });
  add('person_version', { person_id: personId, full_name: `J. Jansen ${nr}`, ...version });
  const meansId = add('means', { person_id: personId, supplier_key: 'supplier' });
  add('means_version', { means_id: meansId, state: 'active', stated_on: DAY, ...version });
  add('member', { id: tenant.memberIds[nr], account_id: tenant.accountIds[nr], roles: ['adviser'], is_internal: true, person_id: personId });
  const taskId = add('task', { kind: 'leaver-with-live-means', hands: 'we', subject_key: `means:${meansId}`, person_id: personId, means_id: meansId, opened_on: DAY });
  rows.push(...noticeRows(tenant, nr, taskId));
  const serviceId = add('service', { catalogue_key: `fixture-${nr}`, provider_key: 'fixture', adopted_version: FIXTURE_CATALOGUE });
  return { personId, serviceId, rows };
}

function noticeRows(tenant: FixtureTenant, nr: 0 | 1, taskId: string): FixtureRow[] {
  const { rows, add } = collector({ tenant_id: tenant.tenantId });
  const memberId = tenant.memberIds[nr];
  const noticeId = add('notice', { member_id: memberId, kind: 'digest', period: `2026-03-0${nr + 1}` });
  add('notice_told', { notice_id: noticeId, member_id: memberId, task_id: taskId, clock: 'ends-on', step: 30 });
  if (nr === 0) add('digest_setting', { member_id: memberId, since_at: `${DAY}T00:00:00Z` });
  return rows;
}

function workRows(tenant: FixtureTenant, nr: 0 | 1): FixtureRow[] {
  const { rows, add } = collector({ tenant_id: tenant.tenantId });
  const importId = add('import', { kind: 'file', file_name: 'a.csv', file_hash: HASH, file_bytes: 10, reference_on: DAY, created_by: 'system' });
  add('import_page', { import_id: importId, number: nr, first_finding: 0 });
  add('import_finding_group', { import_id: importId, number: nr + 1, repair_key: `date-${nr}`, category: 'date', severity: 'warning', finding_count: 1 });
  add('outbox', { topic: 'fixture', payload: '{}' });
  add('operation', { kind: 'import', started_by: 'system' });
  add('idempotency_answer', { actor: 'system', idempotency_key: `fixture-${nr}`, content_hash: HASH, answer: '{}' });
  add('audit_event', { ...event(nr + 10), client_id: null });
  return rows;
}

function event(sequence: number): Values {
  return { sequence, actor: 'system', action: 'noted', object_kind: 'fixture', payload_hash: HASH, previous_hash: HASH, hash: HASH };
}

/** A programme about the client with two rounds; the id of the second is the client's, so that a copy of a line finds a round without it. */
function reviewRows(tenant: FixtureTenant, nr: 0 | 1): { readonly roundId: string; readonly rows: FixtureRow[] } {
  const { rows, add } = collector({ tenant_id: tenant.tenantId });
  const rhythm = { every: 'quarter', months: 3, starts_on: DAY, planned_on: DAY, due_days: 14, planned_by: 'system' };
  const programmeId = add('review_programme', { name: 'Chains', scope: 'client', scope_client_id: tenant.clientIds[nr], fallback_member_id: tenant.memberIds[nr], ...rhythm });
  const round = { programme_id: programmeId, name: 'Chains', population_on: DAY, next_on: DAY, due_on: DAY, population_query: '{}', started_by: 'system' };
  const roundId = add('review_round', { period_on: `2026-03-0${nr + 1}`, ...round });
  add('review_round', { id: tenant.clientIds[nr], period_on: `2026-06-0${nr + 1}`, previous_round_id: roundId, ...round });
  return { roundId, rows };
}

function clientRows(tenant: FixtureTenant, nr: 0 | 1, uses: { readonly personId: string; readonly serviceId: string }): FixtureRow[] {
  const clientId = tenant.clientIds[nr];
  const { rows, add } = collector({ tenant_id: tenant.tenantId, client_id: clientId });
  rows.push({ table: 'client', values: { tenant_id: tenant.tenantId, id: clientId, name: `Client ${nr}`, client_number: `${nr}` } });
  const companyId = add('company', { kvk_number: `1234567${nr}`, search_text: 'bakkerij' });
  add('company_version', { company_id: companyId, name: `Bakkerij ${nr} B.V.`, ...version });
  const chain = { company_id: companyId, intermediary_client_id: tenant.tenantId, intermediary_company_id: tenant.ownCompanyIds[0] };
  const review = reviewRows(tenant, nr);
  rows.push(...review.rows);
  const halves = [add('authorisation', { kind: 'client-half', match_key: newId(), ...chain })];
  halves.push(add('authorisation', { kind: 'office-half', match_key: newId(), person_id: uses.personId, ...chain }));
  for (const authorisationId of halves) {
    const versionId = add('authorisation_version', { authorisation_id: authorisationId, scope: 'targets', state: 'active', stated_on: DAY, ...version });
    add('authorisation_target', { version_id: versionId, service_id: uses.serviceId });
    const ofLine = { round_id: review.roundId, reviewer_member_id: tenant.memberIds[nr], reviewer_rule: 'assigned', group_key: 'g', facts: '{}' };
    const lineId = add('review_line', { authorisation_id: authorisationId, version_id: versionId, person_id: uses.personId, ...ofLine });
    add('review_decision', { line_id: lineId, batch: lineId, decision: 'keep', decided_by: 'system' });
    const changeId = add('authorisation_change', { authorisation_id: authorisationId, kind: 'revoke', state: 'refused', decided_on: DAY, decided_by: 'system', reason: 'left' });
    add('authorisation_change_step', { change_id: changeId, state: 'to-do', recorded_by: 'system' });
  }
  add('task', { kind: 'lapsed', hands: 'client', subject_key: `authorisation:${halves[0]}`, company_id: companyId, authorisation_id: halves[0], opened_on: DAY });
  add('audit_event', event(nr + 20));
  rows.push({ table: 'member_client', values: { tenant_id: tenant.tenantId, client_id: clientId, member_id: tenant.memberIds[nr] } });
  return rows;
}

function ownRows({ tenantId, ownCompanyIds }: FixtureTenant): FixtureRow[] {
  const { rows, add } = collector({ tenant_id: tenantId, client_id: tenantId });
  rows.push({ table: 'client', values: { tenant_id: tenantId, id: tenantId, name: 'The office itself' } });
  for (const id of ownCompanyIds) {
    add('company', { id });
    add('company_version', { company_id: id, name: 'Kantoor B.V.', ...version });
  }
  return rows;
}

/** A task about a company alone, as one about no single right is. */
function ownTaskRows({ tenantId, ownCompanyIds }: FixtureTenant): FixtureRow[] {
  const { rows, add } = collector({ tenant_id: tenantId, client_id: tenantId });
  add('task', { kind: 'lapsed', hands: 'we', subject_key: `company:${ownCompanyIds[0]}`, company_id: ownCompanyIds[0], opened_on: DAY });
  return rows;
}

/** Two of everything for one tenant, in the order in which it can be inserted; what has a client stands once under each of two clients. */
export function fixtureRows(tenant: FixtureTenant): FixtureRow[] {
  const first = personRows(tenant, 0);
  const second = personRows(tenant, 1);
  return [
    { table: 'tenant', values: { tenant_id: tenant.tenantId, name: 'Kantoor', kind: 'office' } },
    { table: 'audit_head', values: { tenant_id: tenant.tenantId } },
    { table: 'task_sweep', values: { tenant_id: tenant.tenantId, swept_on: DAY, log_sequence: 0 } },
    { table: 'sending_hold', values: { tenant_id: tenant.tenantId, reason: 'restored' } },
    ...ownRows(tenant),
    ...first.rows,
    ...second.rows,
    ...workRows(tenant, 0),
    ...workRows(tenant, 1),
    ...clientRows(tenant, 0, first),
    ...clientRows(tenant, 1, second),
    ...ownTaskRows(tenant),
  ];
}

/** What must differ in a copy of a row, besides its id, so that no unique key is in the way of what is tried. */
const UNIQUE: Readonly<Record<string, (values: Values) => Values>> = {
  client: () => ({ client_number: null }),
  company: () => ({ kvk_number: null }),
  authorisation: () => ({ match_key: newId() }),
  audit_event: () => ({ sequence: Math.floor(Math.random() * 1e12) + 1_000 }),
  review_round: () => ({ period_on: `${2100 + Math.floor(Math.random() * 7_000)}-01-01` }),
  review_line: ({ client_id }) => ({ round_id: client_id }),
  task: () => ({ subject_key: newId() }),
  notice: () => ({ period: newId() }),
  notice_told: () => ({ step: 1 + Math.floor(Math.random() * 29) }),
  idempotency_answer: () => ({ idempotency_key: newId() }),
};

/** A copy of the row that could stand beside it. */
export function freshCopy({ table, values }: FixtureRow): FixtureRow {
  return { table, values: { ...values, ...('id' in values ? { id: newId() } : {}), ...UNIQUE[table]?.(values) } };
}

/** The statement that inserts a row, with all its values as parameters. */
export function insertSql({ table, values }: FixtureRow): { readonly sql: string; readonly values: readonly unknown[] } {
  const columns = Object.keys(values);
  return {
    sql: `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    values: Object.values(values),
  };
}
