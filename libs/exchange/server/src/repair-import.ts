import { ASSURANCE_LEVELS, type AssuranceLevel, SHIPPED_CATALOGUE, createCatalogueMatcher } from '@ketenregie/catalogue-domain';
import { type TypedCompany, companiesById, newCompanyFact } from '@ketenregie/companies-server';
import { type ReadAuthorisation, type Repair, type RepairKind } from '@ketenregie/exchange-domain';
import { type CalendarDate, DomainError, InvalidInputError, NotFoundError, isId, parseCalendarDate } from '@ketenregie/kernel';
import type { Reader, Writer } from '@ketenregie/platform/db';
import { lockImport } from './import-run.js';
import { repairPages } from './staging/repaired-pages.js';

/** One act on a whole group of findings: leave them as read, or put a value in their rows. */
export type RepairRequest =
  | { readonly ignore: true }
  | { readonly kind: Exclude<RepairKind, 'new-company'>; readonly value: string }
  | { readonly kind: 'new-company'; readonly company: Pick<TypedCompany, 'name' | 'kvkNumber' | 'clientNumber'> };

interface Group {
  readonly importId: string;
  readonly repairKey: string;
}

const refuse = (why: string): never => {
  throw new InvalidInputError(why, 'value');
};

function serviceOf(value: string): Repair {
  const matcher = createCatalogueMatcher(SHIPPED_CATALOGUE);
  const byName = matcher.matchPortal(value);
  const service = matcher.service(value) ?? (byName.kind === 'service' ? byName.service : null);
  return service === null ? refuse('This service is not in the catalogue.') : { kind: 'service', service: service.key, provider: service.providerKey };
}

const STATUSES: readonly ReadAuthorisation['status'][] = ['active', 'requested', 'ended', 'unknown'];
const LONGEST_NAME = 200;

function nameOf(value: string): string {
  const name = value.trim();
  return name === '' || name.length > LONGEST_NAME ? refuse(`A name has 1 to ${LONGEST_NAME} characters.`) : name;
}

async function personOf(reader: Reader, personId: string): Promise<Repair> {
  const [person] = await reader.query<{ name: string }>('select full_name as name from person_version where person_id::text = $1 and superseded_at is null order by valid_from desc nulls last limit 1', [personId]);
  if (person === undefined) throw new NotFoundError('The person');
  return { kind: 'person', name: person.name };
}

/** A company of the register that is in the viewer's sight. */
async function companyOf(reader: Reader, companyId: string, on: CalendarDate): Promise<Repair> {
  const company = isId(companyId) ? (await companiesById(reader, [companyId], { on })).get(companyId) : undefined;
  if (company === undefined) throw new NotFoundError('The company');
  return { kind: 'company', company: { companyId, name: company.name, kvk: company.kvkNumber, rsin: company.rsin } };
}

/** A company that applying will make: typed, so that nothing of it is guessed. */
async function newCompanyOf(writer: Writer, typed: TypedCompany, on: CalendarDate): Promise<Repair> {
  const { name, kvkNumber, clientNumber } = await newCompanyFact(writer, typed, on);
  return { kind: 'new-company', company: { name, kvk: kvkNumber, rsin: null, clientNumber } };
}

/** What a person's value means; refuses one that cannot be. */
async function repairBy(reader: Reader, { kind, value }: Exclude<RepairRequest, { ignore: true } | { kind: 'new-company' }>, on: CalendarDate): Promise<Repair> {
  const day = parseCalendarDate(value);
  const status = STATUSES.find((known) => known === value);
  switch (kind) {
    case 'service':
      return serviceOf(value);
    case 'level':
      return (ASSURANCE_LEVELS as readonly string[]).includes(value) ? { kind, level: value as AssuranceLevel } : refuse('This is no level.');
    case 'date':
      return day === null ? refuse('A day is written YYYY-MM-DD.') : { kind, on: day };
    case 'status':
      return status === undefined ? refuse('This is no status.') : { kind, status };
    case 'supplier':
      return SHIPPED_CATALOGUE.suppliers.some(({ key }) => key === value) ? { kind, supplier: value } : refuse('This supplier is not known.');
    case 'kvk':
      return /^\d{8}$/.test(value) ? { kind, kvk: value } : refuse('A KvK number has eight digits.');
    case 'name':
      return { kind, name: nameOf(value) };
    case 'person':
      return personOf(reader, value);
    case 'company':
      return companyOf(reader, value, on);
  }
}

async function markGroup(writer: Writer, { importId, repairKey }: Group, state: 'ignored' | 'repaired'): Promise<number> {
  const [group] = await writer.query<{ count: string }>(
    `update import_finding_group set repair_state = $3, repaired_by = $4 where import_id = $1 and repair_key = $2 and repair_state = 'open' returning finding_count as count`,
    [importId, repairKey, state, writer.scope.actor],
  );
  if (group === undefined) throw new DomainError('NOT_FOUND', 'These findings were not found.');
  return Number(group.count);
}

async function repairedKeys(reader: Reader, importId: string): Promise<ReadonlySet<string>> {
  const groups = await reader.query<{ repairKey: string }>(`select repair_key as "repairKey" from import_finding_group where import_id = $1 and repair_state = 'repaired'`, [importId]);
  return new Set(groups.map(({ repairKey }) => repairKey));
}

/**
 * Repairs a group of findings of a staged import at once: the staged rows are changed, the findings are kept and say who did it; a row that
 * nothing blocks any more waits no longer. Refuses a group that is not there, and a value that cannot be.
 */
export async function repairImport(writer: Writer, { importId, repairKey, repair }: Group & { readonly repair: RepairRequest }): Promise<string> {
  const { referenceOn } = await lockImport(writer, importId, 'staged');
  const isIgnored = 'ignore' in repair;
  const findings = await markGroup(writer, { importId, repairKey }, isIgnored ? 'ignored' : 'repaired');
  if (!isIgnored) {
    const repaired = await repairedKeys(writer, importId);
    const checked = await (repair.kind === 'new-company' ? newCompanyOf(writer, repair.company, referenceOn) : repairBy(writer, repair, referenceOn));
    await repairPages(writer, importId, { repairKey, repair: checked, isRepaired: (key) => repaired.has(key) });
  }
  await writer.audit({ action: 'import.repaired', objectKind: 'import', objectId: importId, payload: { findings, repair: isIgnored ? 'ignored' : repair.kind } });
  return importId;
}

/**
 * Leaves all findings of a category as they were read, however many groups they are: those that nobody decided about yet. Refuses where there
 * are none (NOT_FOUND).
 */
export async function ignoreFindings(writer: Writer, { importId, category }: { readonly importId: string; readonly category: string }): Promise<string> {
  await lockImport(writer, importId, 'staged');
  const groups = await writer.query<{ count: string }>(
    `update import_finding_group set repair_state = 'ignored', repaired_by = $3 where import_id = $1 and category = $2 and repair_state = 'open' returning finding_count as count`,
    [importId, category, writer.scope.actor],
  );
  if (groups.length === 0) throw new DomainError('NOT_FOUND', 'These findings were not found.');
  const findings = groups.reduce((sum, { count }) => sum + Number(count), 0);
  await writer.audit({ action: 'import.repaired', objectKind: 'import', objectId: importId, payload: { findings, repair: 'ignored' } });
  return importId;
}

/** Sets a staged import aside: it is not applied any more. */
export async function discardImport(writer: Writer, importId: string): Promise<string> {
  await lockImport(writer, importId, 'staged');
  await writer.query(`update import set state = 'discarded' where id = $1`, [importId]);
  await writer.audit({ action: 'import.discarded', objectKind: 'import', objectId: importId });
  return importId;
}
