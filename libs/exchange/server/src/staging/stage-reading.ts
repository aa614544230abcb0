import type { Finding, IgnoredRow, ReadCompany, RowReading } from '@ketenregie/exchange-domain';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { addToGroups, FindingGroups, type GroupCount } from './finding-groups.js';
import { WrittenPage } from './written-page.js';

/** Things on a page: a stretch of the file that is written in one go. */
const PAGE = 8_000;
/** So many ignored rows are kept to be shown; nobody reads more. */
const SHOWN_IGNORED = 500;

/** A page and what it adds to the groups of findings. */
interface Chunk {
  readonly page: WrittenPage;
  readonly counts: readonly GroupCount[];
  /** How many things are staged once it is written. */
  readonly staged: number;
}

/** Turns readings into pages, in the order of the file. */
class Staging {
  readonly ignoredRows: IgnoredRow[] = [];
  private page = new WrittenPage(0, 0);
  private readonly groups = new FindingGroups();
  private readonly blockedRows = new Set<number>();
  private stagedBefore = 0;

  take({ companies, people, means, authorisations, findings, ignoredRows }: RowReading): void {
    for (const finding of findings) this.note(finding);
    for (const company of companies) this.page.add('company', this.isCompanyBlocked(company) ? { ...company, blocked: true } : company);
    for (const person of people) this.page.add('person', person.row !== undefined && this.blockedRows.has(person.row) ? { ...person, blocked: true } : person);
    for (const one of means) this.page.add('means', one);
    for (const right of authorisations) this.page.add('authorisation', right);
    if (this.ignoredRows.length < SHOWN_IGNORED) this.ignoredRows.push(...ignoredRows);
  }

  get isFull(): boolean {
    return this.page.staged + this.page.findings >= PAGE;
  }

  /** What was gathered since the last cut; null where that is nothing. */
  cut(): Chunk | null {
    const { page } = this;
    const { number, firstFinding, staged, findings } = page;
    if (staged + findings === 0) return null;
    this.stagedBefore += staged;
    this.page = new WrittenPage(number + 1, firstFinding + findings);
    return { page, counts: this.groups.cut(), staged: this.stagedBefore };
  }

  private note(finding: Finding): void {
    this.page.note(finding);
    this.groups.note(finding);
    // What stands at a cell of a matrix makes that cell wait, and no company of the sheet.
    if (finding.severity === 'blocks' && finding.cell === undefined) this.blockedRows.add(finding.row);
  }

  /** Rows of a company that are all blocked wait for a person, and so does the company they alone name. */
  private isCompanyBlocked({ row, rows }: ReadCompany): boolean {
    if (this.blockedRows.size === 0) return false;
    if (rows === undefined) return row !== undefined && this.blockedRows.has(row);
    return rows.length > 0 && rows.every((one) => this.blockedRows.has(one));
  }
}

export interface StagingPlace {
  readonly db: TenantDb;
  readonly scope: Scope;
  readonly importId: string;
}

async function write({ db, scope, importId }: StagingPlace, { page, counts }: Chunk): Promise<void> {
  await db.write(scope, async (writer) => {
    await page.insert(writer, importId, counts.map(({ number }) => number));
    await addToGroups(writer, importId, counts);
  });
}

/** So many pages may wait to be written while the next is read: a write is several messages to and fro, and each finds the reader at work. */
const AHEAD = 3;

/** Writes pages one after another while more are read, a few ahead and never more: memory does not grow with the file. */
class PageQueue {
  private last = Promise.resolve();
  private readonly waiting: Promise<void>[] = [];

  /** Puts a write behind those that wait. Throws what the first of them threw, when there are too many. */
  async put(work: () => Promise<void>): Promise<void> {
    this.last = this.last.then(work);
    // Its failure is thrown where it is waited for, and must not end the process before.
    this.last.catch(() => undefined);
    this.waiting.push(this.last);
    if (this.waiting.length > AHEAD) await this.waiting.shift();
  }

  /** When all is written. */
  done(): Promise<void> {
    return this.last;
  }
}

/**
 * Stages what is read while it is read, a transaction per page of 8,000 things; told how many things are staged. Answers the first rows that
 * were ignored.
 */
export async function stageReadings(place: StagingPlace, readings: AsyncIterable<Iterable<RowReading>>, tell: (done: number) => Promise<void>): Promise<readonly IgnoredRow[]> {
  const staging = new Staging();
  const pages = new PageQueue();
  const cut = async (): Promise<void> => {
    const chunk = staging.cut();
    if (chunk !== null) await pages.put(() => write(place, chunk).then(() => tell(chunk.staged)));
  };
  try {
    for await (const some of readings) {
      for (const reading of some) {
        staging.take(reading);
        if (staging.isFull) await cut();
      }
    }
    await cut();
  } finally {
    await pages.done();
  }
  return staging.ignoredRows;
}
