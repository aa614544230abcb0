import { createHash, type Hash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DomainError } from '@ketenregie/kernel';
import { z } from 'zod';
import { damaged, tooNew } from './backup-error.js';
import { type Frame, framesOf } from './frames.js';

/** The form of the file itself; raised when an older program could no longer read it. */
export const FORMAT_VERSION = 1;

const NAME = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const COUNT = z.number().int().nonnegative();

const HEADER = z.object({
  format: z.literal('ketenregie-backup'),
  formatVersion: z.number().int(),
  /** The version of the product that made it. */
  product: z.string(),
  /** The moment that it shows, by the database's clock. */
  madeAt: z.string(),
  /** The migrations that the database had, oldest first. */
  migrations: z.array(z.string()),
  tenants: z.array(z.object({ id: z.uuid(), slug: z.string() })),
});

const SECTION = z.object({ table: NAME, tenantId: z.uuid().nullable(), columns: z.array(NAME).min(1) });
const SECTION_END = z.object({ rows: COUNT, sha256: HASH });
const TABLE_SUM = z.object({ table: NAME, rows: COUNT, sha256: HASH });
const END = z.object({ end: z.literal(true), rows: COUNT, tables: z.array(TABLE_SUM), sha256: HASH });

export type BackupHeader = z.infer<typeof HEADER>;
export type Section = z.infer<typeof SECTION>;
export type SectionEnd = z.infer<typeof SECTION_END>;
export type BackupEnd = z.infer<typeof END>;

/** What a backup says, in the order of the file. Each part was checked before it is handed on, save rows, which are checked at the end of their section. */
export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'section-end'; readonly rows: number }
  | { readonly kind: 'end'; readonly end: BackupEnd };

/** Adds up what is read or written: of the whole, of each table, of one section. */
export class Sums {
  private readonly whole: Hash = createHash('sha256');
  private readonly tables = new Map<string, { readonly hash: Hash; rows: number }>();
  private section: Hash = createHash('sha256');
  private table: { readonly hash: Hash; rows: number } = { hash: this.section, rows: 0 };

  /** Counts a piece in the sum of the whole. */
  add(bytes: Buffer): void {
    this.whole.update(bytes);
  }

  begin(table: string): void {
    this.section = createHash('sha256');
    this.table = this.tables.get(table) ?? { hash: createHash('sha256'), rows: 0 };
    this.tables.set(table, this.table);
  }

  addRows(bytes: Buffer): void {
    this.section.update(bytes);
    this.table.hash.update(bytes);
  }

  endSection(rows: number): SectionEnd {
    this.table.rows += rows;
    return { rows, sha256: this.section.digest('hex') };
  }

  end(): BackupEnd {
    const tables = [...this.tables].map(([table, { hash, rows }]) => ({ table, rows, sha256: hash.digest('hex') }));
    return { end: true, rows: tables.reduce((sum, { rows }) => sum + rows, 0), tables, sha256: this.whole.digest('hex') };
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw damaged('a line in it says something that no backup says');
  }
}

function headerOf(frame: Frame | undefined): BackupHeader {
  if (frame?.kind !== 'json' || !frame.text.includes('"ketenregie-backup"')) throw new DomainError('NO_BACKUP', 'The file is no backup of Ketenregie. Name a file that was made by the verb backup.');
  const version = /"formatVersion":(\d+)/.exec(frame.text)?.[1];
  if (Number(version) > FORMAT_VERSION) throw tooNew(/"product":"([^"]{1,40})"/.exec(frame.text)?.[1] ?? '?');
  return parsed(HEADER, frame.text);
}

const NEW_LINE = 10;

/** How many rows of COPY end in it. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) count += 1;
  return count;
}

/** One section, up to its end; the rows of COPY end in a line feed each, and have none inside. */
async function* sectionParts(frames: AsyncGenerator<Frame>, section: Section, sums: Sums): AsyncGenerator<BackupPart> {
  yield { kind: 'section', section };
  sums.begin(section.table);
  let rows = 0;
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done === true) throw damaged('it is cut short');
    if (frame.kind === 'rows') {
      sums.addRows(frame.bytes);
      rows += countLines(frame.bytes);
      yield { kind: 'rows', bytes: frame.bytes };
      continue;
    }
    const said = parsed(SECTION_END, frame.text);
    sums.add(frame.bytes);
    const found = sums.endSection(rows);
    if (said.rows !== found.rows || said.sha256 !== found.sha256) throw damaged(`its part about ${section.table} was altered`);
    yield { kind: 'section-end', rows };
    return;
  }
}

function assertSameEnd(said: BackupEnd, found: BackupEnd): void {
  if (JSON.stringify(said) !== JSON.stringify(found)) throw damaged('it was altered: its sums are not those of what stands in it');
}

async function* partsOf(frames: AsyncGenerator<Frame>): AsyncGenerator<BackupPart> {
  const first = (await frames.next()).value as Frame | undefined;
  const header = headerOf(first);
  const sums = new Sums();
  if (first !== undefined) sums.add(first.bytes);
  yield { kind: 'header', header };
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done === true) throw damaged('it is cut short');
    if (frame.kind === 'rows') throw damaged('rows stand in it that are of no table');
    if (frame.text.startsWith('{"end"')) {
      const end = parsed(END, frame.text);
      assertSameEnd(end, sums.end());
      if ((await frames.next()).done !== true) throw damaged('something stands behind its end');
      yield { kind: 'end', end };
      return;
    }
    sums.add(frame.bytes);
    yield* sectionParts(frames, parsed(SECTION, frame.text), sums);
  }
}

function readingError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return damaged('it is cut short');
  if (code === 'Z_DATA_ERROR' || code === 'Z_NEED_DICT') return damaged('its compression is broken: it was altered, or is no backup');
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return new DomainError('FILE_NOT_FOUND', `The file ${path} cannot be read (${code}). Check its place, its name and who may read it.`);
  return error;
}

/** Reads a backup from its beginning to its end, checking all of it on the way. Throws BACKUP_DAMAGED, BACKUP_TOO_NEW, NO_BACKUP or FILE_NOT_FOUND. */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const gunzip = createGunzip();
  const inner = new PassThrough();
  const reading = pipeline(createReadStream(path), gunzip, inner).catch((error: unknown) => void inner.destroy(error as Error));
  try {
    yield* partsOf(framesOf(inner as AsyncIterable<Buffer>));
    await reading;
    if (gunzip.bytesWritten !== statSync(path).size) throw damaged('something stands behind its end');
  } catch (error) {
    throw readingError(error, path);
  } finally {
    inner.destroy();
  }
}
