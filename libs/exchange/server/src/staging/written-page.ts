import type { Finding } from '@ketenregie/exchange-domain';
import { newId } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import type { ItemKind, StagedContent } from './import-page.js';
import { storableJson } from './storable.js';

const FIRST_ROOM = 128 * 1024;
const NO_BYTES = Buffer.alloc(0);
/** No character of UTF-16 takes more bytes in UTF-8. */
const MOST_BYTES = 3;
const [OPEN, NEXT, CLOSE] = [...Buffer.from('[,]')] as [number, number, number];

/**
 * A JSON list, written value by value as bytes. A value is garbage as soon as it is written, and what is thrown away young costs nothing; kept as
 * objects until its page is full, each would be copied twice by the collector.
 */
class JsonList {
  private bytes: Buffer = NO_BYTES;
  private end = 0;
  length = 0;

  add(value: unknown): void {
    const json = storableJson(value);
    this.makeRoom(json.length * MOST_BYTES + 2);
    this.bytes[this.end] = this.length === 0 ? OPEN : NEXT;
    this.end += 1 + this.bytes.write(json, this.end + 1);
    this.length += 1;
  }

  /** The list as PostgreSQL takes it; null where it is empty. Nothing may be added after it. */
  close(): Buffer | null {
    if (this.length === 0) return null;
    this.bytes[this.end] = CLOSE;
    return this.bytes.subarray(0, this.end + 1);
  }

  private makeRoom(bytes: number): void {
    if (this.end + bytes <= this.bytes.length) return;
    const wider = Buffer.allocUnsafe(Math.max(FIRST_ROOM, this.bytes.length * 2, this.end + bytes));
    this.bytes.copy(wider, 0, 0, this.end);
    this.bytes = wider;
  }
}

/** A page of an import while it is written: lists in the order of the file. */
export class WrittenPage {
  private readonly items: Readonly<Record<ItemKind, JsonList>> = { company: new JsonList(), person: new JsonList(), means: new JsonList(), authorisation: new JsonList() };
  private readonly found = new JsonList();

  /** `number` from 0; `firstFinding`: how many findings the pages before it hold. */
  constructor(
    readonly number: number,
    readonly firstFinding: number,
  ) {}

  add<Kind extends ItemKind>(kind: Kind, item: StagedContent[Kind]): void {
    this.items[kind].add(item);
  }

  note(finding: Finding): void {
    this.found.add(finding);
  }

  get staged(): number {
    const { company, person, means, authorisation } = this.items;
    return company.length + person.length + means.length + authorisation.length;
  }

  get findings(): number {
    return this.found.length;
  }

  /** Inserts it in one statement; `groups` are the numbers of the groups that its findings are of. */
  async insert(writer: Writer, importId: string, groups: readonly number[]): Promise<void> {
    const { company, person, means, authorisation } = this.items;
    await writer.query(
      `insert into import_page (id, import_id, number, first_finding, companies, people, means, rights, findings, groups) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [newId(), importId, this.number, this.firstFinding, company.close(), person.close(), means.close(), authorisation.close(), this.found.close(), groups],
    );
  }
}
