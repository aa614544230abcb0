import { ASSURANCE_LEVELS, SHIPPED_CATALOGUE, createCatalogueMatcher } from '@ketenregie/catalogue-domain';
import { DomainError, InvalidInputError, NotFoundError, parseCalendarDate } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { lockImport } from './import-run.js';

/** What a repair puts in place of what could not be read. */
export const REPAIR_KINDS = ['service', 'level', 'date', 'person', 'status', 'supplier'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** One act on a whole group of findings: leave them as read, or put a value in their rows. */
export type Repair = { readonly ignore: true } | { readonly kind: RepairKind; readonly value: string };

interface Group {
  readonly importId: string;
  readonly repairKey: string;
}

/** The rows of a group's findings, as a condition on staged rights. */
const OF_GROUP = `i.import_id = $1 and i.kind = 'authorisation' and exists (
  select 1 from import_finding f where f.tenant_id = i.tenant_id and f.import_id = i.import_id and f.repair_key = $2
    and f.row_number = i.row_number and f.sheet is not distinct from i.sheet and (f.cell is null or f.cell = i.item ->> 'cell'))`;

const put = (field: string): string => `update import_item i set item = jsonb_set(i.item, '{${field}}', to_jsonb($3::text)) where ${OF_GROUP}`;

function serviceOf(value: string): { readonly service: string; readonly provider: string } {
  const matcher = createCatalogueMatcher(SHIPPED_CATALOGUE);
  const byName = matcher.matchPortal(value);
  const service = matcher.service(value) ?? (byName.kind === 'service' ? byName.service : null);
  if (service === null || service === undefined) throw new InvalidInputError('This service is not in the catalogue.', 'value');
  return { service: service.key, provider: service.providerKey };
}

/** Targets whose text the findings name get the service; the others of the same cell stay. */
const PUT_SERVICE = `update import_item i set item = jsonb_set(i.item, '{targets}', (
    select jsonb_agg(case when t.target ->> 'service' is null and exists (
        select 1 from import_finding f where f.tenant_id = i.tenant_id and f.import_id = i.import_id and f.repair_key = $2 and lower(f.value) = lower(t.target ->> 'text'))
      then t.target || $3::jsonb else t.target end order by t.place)
    from jsonb_array_elements(i.item -> 'targets') with ordinality as t (target, place)))
  where ${OF_GROUP} and jsonb_array_length(i.item -> 'targets') > 0`;

const PUT_PERSON = `update import_item i set item = jsonb_set(i.item, '{persons}', (i.item -> 'persons') || to_jsonb($3::text)) where ${OF_GROUP} and not (i.item -> 'persons') ? $3`;

async function putValue(writer: Writer, { importId, repairKey }: Group, { kind, value }: Extract<Repair, { kind: RepairKind }>): Promise<void> {
  const run = (sql: string, given: string): Promise<unknown> => writer.query(sql, [importId, repairKey, given]);
  switch (kind) {
    case 'service':
      return void (await run(PUT_SERVICE, JSON.stringify(serviceOf(value))));
    case 'level':
      if (!(ASSURANCE_LEVELS as readonly string[]).includes(value)) throw new InvalidInputError('This is no level.', 'value');
      return void (await run(put('level'), value));
    case 'date':
      if (parseCalendarDate(value) === null) throw new InvalidInputError('A day is written YYYY-MM-DD.', 'value');
      return void (await run(put('validUntil'), value));
    case 'status':
      if (!['active', 'requested', 'ended', 'unknown'].includes(value)) throw new InvalidInputError('This is no status.', 'value');
      return void (await run(put('status'), value));
    case 'supplier':
      if (!SHIPPED_CATALOGUE.suppliers.some(({ key }) => key === value)) throw new InvalidInputError('This supplier is not known.', 'value');
      return void (await run(put('supplier'), value));
    case 'person':
      return void (await run(PUT_PERSON, await personName(writer, value)));
  }
}

async function personName(writer: Writer, personId: string): Promise<string> {
  const [person] = await writer.query<{ name: string }>('select full_name as name from person_version where person_id::text = $1 and superseded_at is null order by valid_from desc nulls last limit 1', [personId]);
  if (person === undefined) throw new NotFoundError('The person');
  return person.name;
}

/**
 * Repairs a group of findings of a staged import at once: the staged rows are changed, the findings are kept and say who did it. Refuses a group
 * that is not there, and a value that cannot be.
 */
export async function repairImport(writer: Writer, { importId, repairKey, repair }: Group & { readonly repair: Repair }): Promise<string> {
  await lockImport(writer, importId, 'staged');
  const isIgnored = 'ignore' in repair;
  const found = await writer.query<{ id: string; severity: string }>(
    `update import_finding set repair_state = $3, repaired_by = $4 where import_id = $1 and repair_key = $2 and repair_state = 'open' returning id, severity`,
    [importId, repairKey, isIgnored ? 'ignored' : 'repaired', writer.scope.actor],
  );
  if (found.length === 0) throw new DomainError('NOT_FOUND', 'These findings were not found.');
  if (!isIgnored) await putValue(writer, { importId, repairKey }, repair);
  await writer.audit({ action: 'import.repaired', objectKind: 'import', objectId: importId, payload: { findings: found.length, repair: isIgnored ? 'ignored' : repair.kind } });
  return importId;
}

/** Sets a staged import aside: it is not applied any more. */
export async function discardImport(writer: Writer, importId: string): Promise<string> {
  await lockImport(writer, importId, 'staged');
  await writer.query(`update import set state = 'discarded' where id = $1`, [importId]);
  await writer.audit({ action: 'import.discarded', objectKind: 'import', objectId: importId });
  return importId;
}
