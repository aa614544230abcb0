import type { Finding } from '@ketenregie/exchange-domain';
import { newId } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { type Alikeness, AlikeFinder, FINDINGS } from './alike.js';
import { ALIKENESS, type ItemKind, type StagedContent } from './import-page.js';
import { storableJson } from './storable.js';

const FIRST_ROOM = 32 * 1024;
const NO_BYTES = Buffer.alloc(0);
/** No character of UTF-16 takes more bytes in UTF-8. */
const MOST_BYTES = 3;
/** So many characters are made bytes at once: each time costs, and a text that is kept for long is copied by the collector. */
const AT_ONCE = 2_000;

/**
 * A JSON list, written value by value as bytes. A value is garbage as soon as it is written, and what is thrown away young costs nothing; kept as
 * objects until its page is full, each would be copied twice by the collector.
 */
class JsonList<Value extends object> {
  private bytes: Buffer = NO_BYTES;
  private end = 0;
  private pending = '';
  private readonly finder: AlikeFinder<Value> | null;
  length = 0;

  /** Values that are alike are written whole once. */
  constructor(private readonly alikeness: Alikeness<Value> | null) {
    this.finder = alikeness === null ? null : new AlikeFinder(alikeness);
  }

  add(value: Value): void {
    const place = this.finder?.place(value, this.length) ?? null;
    this.pending += this.length === 0 ? '[' : ',';
    this.pending += this.alikeness === null ? storableJson(value) : place === null ? storableJson(this.alikeness.whole(value)) : `[${place}${this.alikeness.own(value)}]`;
    this.length += 1;
    if (this.pending.length > AT_ONCE) this.flush();
  }

  /** The list as PostgreSQL takes it; null where it is empty. Nothing may be added after it. */
  close(): Buffer | null {
    if (this.length === 0) return null;
    this.pending += ']';
    this.flush();
    return this.bytes.subarray(0, this.end);
  }

  private flush(): void {
    this.makeRoom(this.pending.length * MOST_BYTES);
    this.end += this.bytes.write(this.pending, this.end);
    this.pending = '';
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
  private readonly items: { readonly [Kind in ItemKind]: JsonList<StagedContent[Kind]> } = {
    company: new JsonList(ALIKENESS.company),
    person: new JsonList(ALIKENESS.person),
    means: new JsonList(ALIKENESS.means),
    authorisation: new JsonList(ALIKENESS.authorisation),
  };
  private readonly found = new JsonList(FINDINGS);

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
