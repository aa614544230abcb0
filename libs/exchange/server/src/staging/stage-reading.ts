import { type Finding, type IgnoredRow, messageOf, type RowReading } from '@ketenregie/exchange-domain';
import { newId } from '@ketenregie/kernel';
import type { Scope, TenantDb, Writer } from '@ketenregie/platform/db';
import type { ItemKind, StagedContent } from './staged-items.js';
import { storableJson, storableText } from './storable.js';

const CHUNK = 2_000;
/** So many ignored rows are kept to be shown; nobody reads more. */
const SHOWN_IGNORED = 500;

interface ItemRow {
  readonly id: string;
  readonly position: number;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly kind: ItemKind;
  readonly isBlocked: boolean;
  readonly item: string;
}

interface FindingRow {
  readonly position: number;
  readonly finding: Finding;
}

async function insertItems(writer: Writer, importId: string, rows: readonly ItemRow[]): Promise<void> {
  await writer.query(
    `insert into import_item (import_id, id, position, sheet, row_number, kind, is_blocked, item)
     select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::int[], $6::text[], $7::boolean[], $8::jsonb[])`,
    [importId, rows.map(({ id }) => id), rows.map(({ position }) => position), rows.map(({ sheet }) => sheet), rows.map(({ row }) => row),
      rows.map(({ kind }) => kind), rows.map(({ isBlocked }) => isBlocked), rows.map(({ item }) => item)],
  );
}

const asStored = (text: string | undefined | null): string | null => (text == null ? null : storableText(text));

/** Findings that one act repairs: the same category about the same text. */
export function repairKeyOf({ category, value }: Pick<Finding, 'category' | 'value'>): string {
  return `${category} ${(value ?? '').trim().toLowerCase().slice(0, 200)}`;
}

async function insertFindings(writer: Writer, importId: string, rows: readonly FindingRow[]): Promise<void> {
  const column = <Value>(read: (finding: Finding) => Value): Value[] => rows.map(({ finding }) => read(finding));
  const text = (read: (finding: Finding) => string | undefined | null): (string | null)[] => column((finding) => asStored(read(finding)));
  await writer.query(
    `insert into import_finding (import_id, id, position, sheet, row_number, cell, column_name, category, severity, value, message, repair_key, details)
     select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::jsonb[])`,
    [importId, column(() => newId()), rows.map(({ position }) => position), text(({ sheet }) => sheet), column(({ row }) => row), text(({ cell }) => cell),
      text((finding) => finding.column), column(({ category }) => category), column(({ severity }) => severity), text(({ value }) => value),
      text(messageOf), text(repairKeyOf), column(detailsOf)],
  );
}

/** What a finding says beyond the columns of its table: the service, the related row, an offer. */
function detailsOf({ service, required, relatedRow, suggestion, ambiguous }: Finding): string {
  return storableJson({ service, required, relatedRow, suggestion, ambiguous });
}

/** Turns readings into rows to stage, in the order of the file; positions count from 0 within the import. */
class Staging {
  readonly ignoredRows: IgnoredRow[] = [];
  private items: ItemRow[] = [];
  private findings: FindingRow[] = [];
  private readonly blockedRows = new Set<number>();
  private itemCount = 0;
  private findingCount = 0;

  take({ companies, people, means, authorisations, findings, ignoredRows }: RowReading): void {
    for (const finding of findings) this.note(finding);
    for (const company of companies) this.add('company', company, this.isCompanyBlocked(company.rows));
    for (const person of people) this.add('person', person, person.row !== undefined && this.blockedRows.has(person.row));
    for (const one of means) this.add('means', one, one.blocked);
    for (const right of authorisations) this.add('authorisation', right, right.blocked);
    if (this.ignoredRows.length < SHOWN_IGNORED) this.ignoredRows.push(...ignoredRows);
  }

  get isFull(): boolean {
    return this.items.length + this.findings.length >= CHUNK;
  }

  /** What was gathered since the last cut. */
  cut(): Chunk {
    const chunk = { items: this.items, findings: this.findings, staged: this.itemCount };
    this.items = [];
    this.findings = [];
    return chunk;
  }

  private note(finding: Finding): void {
    this.findings.push({ position: this.findingCount++, finding });
    if (finding.severity === 'blocks') this.blockedRows.add(finding.row);
  }

  private add<Kind extends ItemKind>(kind: Kind, item: StagedContent[Kind], isBlocked: boolean): void {
    const place = item as { readonly row?: number; readonly sheet?: string };
    this.items.push({ id: newId(), position: this.itemCount++, sheet: asStored(place.sheet), row: place.row ?? null, kind, isBlocked, item: storableJson(item) });
  }

  /** Rows of a company that are all blocked wait for a person, and so does the company they alone name. */
  private isCompanyBlocked(rows: readonly number[] | undefined): boolean {
    return rows !== undefined && rows.length > 0 && rows.every((row) => this.blockedRows.has(row));
  }
}

export interface StagingPlace {
  readonly db: TenantDb;
  readonly scope: Scope;
  readonly importId: string;
}

interface Chunk {
  readonly items: readonly ItemRow[];
  readonly findings: readonly FindingRow[];
  /** How many things are staged once it is written. */
  readonly staged: number;
}

async function write({ db, scope, importId }: StagingPlace, { items, findings }: Chunk): Promise<void> {
  await db.write(scope, async (writer) => {
    if (items.length > 0) await insertItems(writer, importId, items);
    if (findings.length > 0) await insertFindings(writer, importId, findings);
  });
}

/**
 * Stages what is read while it is read, a transaction per chunk of 2,000; told how many things are staged. One chunk is written while the next is
 * read, never more: memory does not grow with the file. Answers the first rows that were ignored.
 */
export async function stageReadings(place: StagingPlace, readings: AsyncIterable<RowReading>, tell: (done: number) => Promise<void>): Promise<readonly IgnoredRow[]> {
  const staging = new Staging();
  let writing = Promise.resolve();
  const cut = async (): Promise<void> => {
    const chunk = staging.cut();
    await writing;
    writing = write(place, chunk).then(() => tell(chunk.staged));
    // Its failure is thrown where it is waited for, and must not end the process before.
    writing.catch(() => undefined);
  };
  try {
    for await (const reading of readings) {
      staging.take(reading);
      if (staging.isFull) await cut();
    }
    await cut();
  } finally {
    await writing;
  }
  return staging.ignoredRows;
}
