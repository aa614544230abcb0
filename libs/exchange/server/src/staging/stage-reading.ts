import type { Finding, IgnoredRow, RowReading } from '@ketenregie/exchange-domain';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { addToGroups, FindingGroups, type GroupCount } from './finding-groups.js';
import { type ImportPage, type StagedContent, insertPage } from './import-page.js';

/** Things on a page: a stretch of the file that is written in one go. */
const PAGE = 2_000;
/** So many ignored rows are kept to be shown; nobody reads more. */
const SHOWN_IGNORED = 500;

interface Lists {
  readonly company: StagedContent['company'][];
  readonly person: StagedContent['person'][];
  readonly means: StagedContent['means'][];
  readonly authorisation: StagedContent['authorisation'][];
}

const emptyLists = (): Lists => ({ company: [], person: [], means: [], authorisation: [] });

/** A page and what it adds to the groups of findings. */
interface Chunk {
  readonly page: ImportPage;
  readonly counts: readonly GroupCount[];
  /** How many things are staged once it is written. */
  readonly staged: number;
}

/** Turns readings into pages, in the order of the file. */
class Staging {
  readonly ignoredRows: IgnoredRow[] = [];
  private items = emptyLists();
  private findings: Finding[] = [];
  private readonly groups = new FindingGroups();
  private readonly blockedRows = new Set<number>();
  private size = 0;
  private staged = 0;
  private pages = 0;
  private firstFinding = 0;

  take({ companies, people, means, authorisations, findings, ignoredRows }: RowReading): void {
    for (const finding of findings) this.note(finding);
    for (const { rows, ...company } of companies) this.items.company.push(this.isCompanyBlocked(rows ?? (company.row === undefined ? [] : [company.row])) ? { ...company, blocked: true } : company);
    for (const person of people) this.items.person.push(person.row !== undefined && this.blockedRows.has(person.row) ? { ...person, blocked: true } : person);
    for (const one of means) this.items.means.push(one);
    for (const right of authorisations) this.items.authorisation.push(right);
    this.size += companies.length + people.length + means.length + authorisations.length + findings.length;
    this.staged += companies.length + people.length + means.length + authorisations.length;
    if (this.ignoredRows.length < SHOWN_IGNORED) this.ignoredRows.push(...ignoredRows);
  }

  get isFull(): boolean {
    return this.size >= PAGE;
  }

  /** What was gathered since the last cut; null where that is nothing. */
  cut(): Chunk | null {
    if (this.size === 0) return null;
    const { items, findings, firstFinding, staged } = this;
    const counts = this.groups.cut();
    const page = { number: this.pages, firstFinding, items, findings, groups: counts.map(({ number }) => number) };
    this.pages += 1;
    this.firstFinding += findings.length;
    [this.items, this.findings, this.size] = [emptyLists(), [], 0];
    return { page, counts, staged };
  }

  private note(finding: Finding): void {
    this.findings.push(finding);
    this.groups.note(finding);
    if (finding.severity === 'blocks') this.blockedRows.add(finding.row);
  }

  /** Rows of a company that are all blocked wait for a person, and so does the company they alone name. */
  private isCompanyBlocked(rows: readonly number[]): boolean {
    return rows.length > 0 && rows.every((row) => this.blockedRows.has(row));
  }
}

export interface StagingPlace {
  readonly db: TenantDb;
  readonly scope: Scope;
  readonly importId: string;
}

async function write({ db, scope, importId }: StagingPlace, { page, counts }: Chunk): Promise<void> {
  await db.write(scope, async (writer) => {
    await insertPage(writer, importId, page);
    await addToGroups(writer, importId, counts);
  });
}

/**
 * Stages what is read while it is read, a transaction per page of 2,000 things; told how many things are staged. One page is written while the
 * next is read, never more: memory does not grow with the file. Answers the first rows that were ignored.
 */
export async function stageReadings(place: StagingPlace, readings: AsyncIterable<Iterable<RowReading>>, tell: (done: number) => Promise<void>): Promise<readonly IgnoredRow[]> {
  const staging = new Staging();
  let writing = Promise.resolve();
  const cut = async (): Promise<void> => {
    const chunk = staging.cut();
    await writing;
    if (chunk === null) return;
    writing = write(place, chunk).then(() => tell(chunk.staged));
    // Its failure is thrown where it is waited for, and must not end the process before.
    writing.catch(() => undefined);
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
    await writing;
  }
  return staging.ignoredRows;
}
