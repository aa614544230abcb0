import { createHash } from 'node:crypto';
import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import { knownCompanies } from '@ketenregie/companies-server';
import { type FileCard, type FileKind, type KnownPerson, type Reading, type ReadingContext, ReadingTotals, type RowReading } from '@ketenregie/exchange-domain';
import { type CalendarDate, DomainError, assertNothingPrivate, newId } from '@ketenregie/kernel';
import { knownPeople } from '@ketenregie/people-server';
import type { Reader, Scope, TenantDb } from '@ketenregie/platform/db';
import { type FileSource, type OpenedFile, openFile } from '../files/index.js';
import { type StagingPlace, stageReadings } from './stage-reading.js';
import { storableJson, storableText } from './storable.js';

/** A file as a person brings it. */
export type BroughtFile = FileSource & {
  readonly name: string;
  /** What kind of list it is; left out, it is recognised. */
  readonly kind?: FileKind;
  /** Whose console it comes from; needed for a means list that does not say. */
  readonly supplierKey?: string;
  /** The day the file speaks of. */
  readonly referenceOn: CalendarDate;
};

export interface StagedImport {
  readonly importId: string;
  readonly reading: Reading;
}

type Look = (reading: RowReading) => void;

/** An import whose columns are understood and whose rows are still to be staged. */
export interface BegunImport {
  readonly importId: string;
  /** Stages the rows, once; `look` sees each. A failure is kept with the import, and thrown. Answers the card of the file. */
  finish(look?: Look): Promise<FileCard>;
}

/** What a reading is held against: the people and companies that are known already. */
export async function readingContext(reader: Reader, file: Pick<BroughtFile, 'referenceOn' | 'supplierKey'>): Promise<ReadingContext> {
  const people = await knownPeople(reader);
  return {
    referenceOn: file.referenceOn,
    catalogue: SHIPPED_CATALOGUE,
    knownPeople: people.map(({ id, name, initials, email, inServiceUntil }): KnownPerson => ({ id, name, initials, email, inServiceUntil })),
    knownCompanies: await knownCompanies(reader),
    ...(file.supplierKey !== undefined && { supplierKey: file.supplierKey }),
  };
}

function assertSupplier({ kind, supplier }: FileCard): void {
  if (kind === 'means' && !supplier) {
    throw new DomainError('SUPPLIER_NEEDED', 'Uit dit bestand blijkt niet van welke leverancier het komt. Geef de leverancier op, bijvoorbeeld reconi.', 'supplier');
  }
}

const sizeAndHash = (file: FileSource): readonly [number, string] =>
  'bytes' in file ? [file.bytes.length, createHash('sha256').update(file.bytes).digest('hex')] : [file.size, file.sha256];

async function recordImport({ db, scope, importId }: StagingPlace, file: BroughtFile, { kind, file: name, supplier, ...about }: FileCard): Promise<void> {
  const [size, sha256] = sizeAndHash(file);
  await db.write(scope, (writer) =>
    writer.query(
      `insert into import (id, kind, file_name, file_hash, file_bytes, supplier_key, reference_on, reading, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [importId, kind, storableText(name), sha256, size, supplier ?? null, file.referenceOn, storableJson(about), scope.actor],
    ),
  );
}

function* seen(readings: Iterable<RowReading>, look: Look): Generator<RowReading> {
  for (const reading of readings) {
    look(reading);
    yield reading;
  }
}

async function* watched(readings: OpenedFile['readings'], look: Look): AsyncGenerator<Iterable<RowReading>> {
  for await (const some of readings) yield seen(some, look);
}

async function stageRows(place: StagingPlace, operationId: string, { opened, look }: { opened: OpenedFile; look: Look | undefined }): Promise<FileCard> {
  const { db, scope, importId } = place;
  const progress = db.progress(scope);
  try {
    const readings = look === undefined ? opened.readings : watched(opened.readings, look);
    const ignoredRows = await progress.whileAlive(operationId, () => stageReadings(place, readings, (done) => progress.report(operationId, { phase: 'staging', done, total: null })));
    const { encoding } = opened.card();
    await db.write(scope, (writer) => writer.query(`update import set state = 'staged', reading = reading || $2::jsonb where id = $1`, [importId, storableJson({ encoding, ignoredRows })]));
    await progress.finish(operationId);
    return opened.card();
  } catch (error) {
    await progress.finish(operationId, error instanceof DomainError ? error.code : 'STAGING_FAILED');
    await db.write(scope, (writer) => writer.query(`update import set state = 'failed' where id = $1`, [importId]));
    throw error;
  } finally {
    opened.close();
  }
}

/** Records an opened file and starts its operation, whose id it gives. */
async function recorded(place: StagingPlace, file: BroughtFile, opened: OpenedFile): Promise<string> {
  assertSupplier(opened.card());
  await recordImport(place, file, opened.card());
  return place.db.progress(place.scope).start('import.stage', place.importId);
}

/**
 * Opens a file and records it as an import; its rows are staged by `finish`. Refuses what is no spreadsheet (FILE_REFUSED), what is no list we
 * read (INVALID_INPUT), a name that holds what is kept nowhere (PRIVATE_TEXT), and a means list of no supplier (SUPPLIER_NEEDED), and then records nothing.
 */
export async function beginImport(db: TenantDb, scope: Scope, file: BroughtFile): Promise<BegunImport> {
  assertNothingPrivate(file.name, 'name');
  const context = await db.read(scope, (reader) => readingContext(reader, file));
  const opened = await openFile(file, { name: file.name, context, ...(file.kind !== undefined && { kind: file.kind }) });
  const place = { db, scope, importId: newId() };
  const operationId = await recorded(place, file, opened).catch((error: unknown) => {
    opened.close();
    throw error;
  });
  return { importId: place.importId, finish: (look) => stageRows(place, operationId, { opened, look }) };
}

/**
 * Reads a file and stages what it says, to the end; nothing of the register changes. Redaction happens while reading: neither the file nor a
 * secret in it is kept, only its hash and size. Gives the whole reading, for who shows it at once. Refuses what `beginImport` refuses.
 */
export async function stageImport(db: TenantDb, scope: Scope, file: BroughtFile): Promise<StagedImport> {
  const totals = new ReadingTotals();
  const { importId, finish } = await beginImport(db, scope, file);
  const card = await finish((reading) => totals.take(reading));
  return { importId, reading: totals.under(card) };
}
