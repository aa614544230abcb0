import type { Finding, Reading } from '@ketenregie/exchange-domain';
import { newId } from '@ketenregie/kernel';
import type { Scope, TenantDb, Writer } from '@ketenregie/platform/db';
import type { ItemKind, StagedContent } from './staged-items.js';

const CHUNK = 2_000;

interface ItemRow {
  readonly id: string;
  readonly position: number;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly kind: ItemKind;
  readonly isBlocked: boolean;
  readonly item: string;
}

function itemRow<Kind extends ItemKind>(kind: Kind, item: StagedContent[Kind], { position, isBlocked }: { position: number; isBlocked: boolean }): ItemRow {
  const place = item as { readonly row?: number; readonly sheet?: string };
  return { id: newId(), position, sheet: place.sheet ?? null, row: place.row ?? null, kind, isBlocked, item: JSON.stringify(item) };
}

/** Rows of a company that are all blocked wait for a person, and so does the company they alone name. */
function isCompanyBlocked(rows: readonly number[] | undefined, blockedRows: ReadonlySet<number>): boolean {
  return rows !== undefined && rows.length > 0 && rows.every((row) => blockedRows.has(row));
}

/** Everything a reading holds as rows to stage, in the order of the file; positions count from 0 within the import. */
export function* itemRows(reading: Reading): Generator<ItemRow> {
  const blockedRows = new Set(reading.findings.filter(({ severity }) => severity === 'blocks').map(({ row }) => row));
  let position = 0;
  for (const company of reading.companies) yield itemRow('company', company, { position: position++, isBlocked: isCompanyBlocked(company.rows, blockedRows) });
  for (const person of reading.people) yield itemRow('person', person, { position: position++, isBlocked: person.row !== undefined && blockedRows.has(person.row) });
  for (const means of reading.means) yield itemRow('means', means, { position: position++, isBlocked: means.blocked });
  for (const right of reading.authorisations) yield itemRow('authorisation', right, { position: position++, isBlocked: right.blocked });
}

async function insertItems(writer: Writer, importId: string, rows: readonly ItemRow[]): Promise<void> {
  await writer.query(
    `insert into import_item (import_id, id, position, sheet, row_number, kind, is_blocked, item)
     select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::int[], $6::text[], $7::boolean[], $8::jsonb[])`,
    [importId, rows.map(({ id }) => id), rows.map(({ position }) => position), rows.map(({ sheet }) => sheet), rows.map(({ row }) => row),
      rows.map(({ kind }) => kind), rows.map(({ isBlocked }) => isBlocked), rows.map(({ item }) => item)],
  );
}

/** Findings that one act repairs: the same category about the same text. */
export function repairKeyOf({ category, value }: Pick<Finding, 'category' | 'value'>): string {
  return `${category} ${(value ?? '').trim().toLowerCase().slice(0, 200)}`;
}

interface FindingRow {
  readonly position: number;
  readonly finding: Finding;
}

async function insertFindings(writer: Writer, importId: string, rows: readonly FindingRow[]): Promise<void> {
  const column = <Value>(read: (finding: Finding) => Value): Value[] => rows.map(({ finding }) => read(finding));
  await writer.query(
    `insert into import_finding (import_id, id, position, sheet, row_number, cell, column_name, category, severity, value, message, repair_key, details)
     select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::jsonb[])`,
    [importId, column(() => newId()), rows.map(({ position }) => position), column(({ sheet }) => sheet ?? null), column(({ row }) => row), column(({ cell }) => cell ?? null),
      column((finding) => finding.column ?? null), column(({ category }) => category), column(({ severity }) => severity), column(({ value }) => value ?? null),
      column(({ message }) => message), column(repairKeyOf), column(detailsOf)],
  );
}

/** What a finding says beyond the columns of its table: the service, the related row, an offer. */
function detailsOf({ service, required, relatedRow, suggestion, ambiguous }: Finding): string {
  return JSON.stringify({ service, required, relatedRow, suggestion, ambiguous });
}

function* chunked<Value>(values: Iterable<Value>): Generator<Value[]> {
  let chunk: Value[] = [];
  for (const value of values) {
    chunk.push(value);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** Stages what was read, a transaction per chunk of 2,000; told how many rows are staged. */
export async function stageReading({ db, scope, importId }: { db: TenantDb; scope: Scope; importId: string }, reading: Reading, tell: (done: number) => Promise<void>): Promise<void> {
  let done = 0;
  for (const chunk of chunked(itemRows(reading))) {
    await db.write(scope, (writer) => insertItems(writer, importId, chunk));
    await tell((done += chunk.length));
  }
  const findings = reading.findings.map((finding, position) => ({ position, finding }));
  for (const chunk of chunked(findings)) await db.write(scope, (writer) => insertFindings(writer, importId, chunk));
}
