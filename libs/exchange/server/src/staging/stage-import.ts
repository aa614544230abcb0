import { createHash } from 'node:crypto';
import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import { knownCompanies } from '@ketenregie/companies-server';
import { type FileKind, type KnownPerson, type Reading, type ReadingContext, readWorkbook } from '@ketenregie/exchange-domain';
import { type CalendarDate, DomainError, newId } from '@ketenregie/kernel';
import { knownPeople } from '@ketenregie/people-server';
import type { Reader, Scope, TenantDb } from '@ketenregie/platform/db';
import { readFileBytes } from '../files/index.js';
import { stageReading } from './stage-reading.js';

/** A file as a person brings it. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** What kind of list it is; left out, it is recognised. */
  readonly kind?: FileKind;
  /** Whose console it comes from; needed for a means list that does not say. */
  readonly supplierKey?: string;
  /** The day the file speaks of. */
  readonly referenceOn: CalendarDate;
}

export interface StagedImport {
  readonly importId: string;
  readonly reading: Reading;
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

/** The columns as they were understood and the like: what the import screen shows of the reading, without its rows. */
function aboutReading({ sheets, headerRow, encoding, separator, ignoredRows }: Reading): object {
  return { sheets, headerRow, encoding, separator, ignoredRows };
}

function assertSupplier(reading: Reading, supplierKey: string | undefined): void {
  if (reading.kind === 'means' && supplierKey === undefined && !reading.supplier) {
    throw new DomainError('SUPPLIER_NEEDED', 'Uit dit bestand blijkt niet van welke leverancier het komt. Geef de leverancier op, bijvoorbeeld reconi.', 'supplier');
  }
}

/**
 * Reads a file and stages what it says; nothing of the register changes. Redaction happens while reading: neither the file nor a secret in
 * it is kept, only its hash and size. Refuses what is no spreadsheet (FILE_REFUSED), what is no list we read (INVALID_INPUT), and a means
 * list of no supplier (SUPPLIER_NEEDED).
 */
export async function stageImport(db: TenantDb, scope: Scope, file: BroughtFile): Promise<StagedImport> {
  const workbook = await readFileBytes(file.bytes, file.name);
  const context = await db.read(scope, (reader) => readingContext(reader, file));
  const reading = readWorkbook(workbook, context, file.kind === undefined ? {} : { kind: file.kind });
  assertSupplier(reading, file.supplierKey);
  const importId = newId();
  await db.write(scope, (writer) =>
    writer.query(
      `insert into import (id, kind, file_name, file_hash, file_bytes, supplier_key, reference_on, reading, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [importId, reading.kind, reading.file, createHash('sha256').update(file.bytes).digest('hex'), file.bytes.length, file.supplierKey ?? reading.supplier ?? null,
        file.referenceOn, JSON.stringify(aboutReading(reading)), scope.actor],
    ),
  );
  const progress = db.progress(scope);
  const operationId = await progress.start('import.stage', importId);
  const total = reading.companies.length + reading.people.length + reading.means.length + reading.authorisations.length;
  try {
    await stageReading({ db, scope, importId }, reading, (done) => progress.report(operationId, { phase: 'staging', done, total }));
    await db.write(scope, (writer) => writer.query(`update import set state = 'staged' where id = $1`, [importId]));
    await progress.finish(operationId);
  } catch (error) {
    await progress.finish(operationId, 'STAGING_FAILED');
    await db.write(scope, (writer) => writer.query(`update import set state = 'failed' where id = $1`, [importId]));
    throw error;
  }
  return { importId, reading };
}
