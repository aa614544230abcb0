import type { Finding, ReadAuthorisation, ReadCompany, ReadMeans, ReadPerson } from '@ketenregie/exchange-domain';
import type { Reader, Writer } from '@ketenregie/platform/db';
import { type Alikeness, COMPANIES, FINDINGS, RIGHTS, restored, type Written } from './alike.js';
import { storableJson } from './storable.js';

/** A row of it is blocked: it waits for a person, and so does what it alone names. */
interface Blockable {
  readonly blocked?: boolean;
}

/** What is staged under each kind. */
export interface StagedContent {
  readonly company: ReadCompany & Blockable;
  readonly person: ReadPerson & Blockable;
  readonly means: ReadMeans;
  readonly authorisation: ReadAuthorisation;
}

export type ItemKind = keyof StagedContent;

/** What a page holds of each kind, in the order of the file. */
export type PageItems = { readonly [Kind in ItemKind]: readonly StagedContent[Kind][] };

/** A stretch of a file as it was read. */
export interface ImportPage {
  /** From 0. */
  readonly number: number;
  /** How many findings the pages before it hold. */
  readonly firstFinding: number;
  readonly items: PageItems;
  readonly findings: readonly Finding[];
  /** Numbers of the groups its findings are of. */
  readonly groups: readonly number[];
}

/** In which column of a page each kind stands. */
export const COLUMN_OF: Readonly<Record<ItemKind, string>> = { company: 'companies', person: 'people', means: 'means', authorisation: 'rights' };

/** How the things of each kind are written short; people and means are few. */
export const ALIKENESS: { readonly [Kind in ItemKind]: Alikeness<StagedContent[Kind]> | null } = { company: COMPANIES, person: null, means: null, authorisation: RIGHTS };

const listOf = (values: readonly unknown[]): string | null => (values.length === 0 ? null : storableJson(values));

/** Writes the items of a page anew. */
export async function rewritePage(writer: Writer, importId: string, { number, items }: Pick<ImportPage, 'number' | 'items'>): Promise<void> {
  await writer.query('update import_page set companies = $3, people = $4, means = $5, rights = $6 where import_id = $1 and number = $2', [
    importId, number, listOf(items.company), listOf(items.person), listOf(items.means), listOf(items.authorisation),
  ]);
}

interface PageRow {
  readonly number: number;
  readonly firstFinding: string;
  readonly companies: readonly Written<StagedContent['company']>[] | null;
  readonly people: PageItems['person'] | null;
  readonly means: PageItems['means'] | null;
  readonly rights: readonly Written<StagedContent['authorisation']>[] | null;
  readonly findings: readonly Written<Finding>[] | null;
  readonly groups: readonly number[];
}

function pageOf({ number, firstFinding, companies, people, means, rights, findings, groups }: PageRow): ImportPage {
  const items = { company: restored(companies, ALIKENESS.company), person: people ?? [], means: means ?? [], authorisation: restored(rights, ALIKENESS.authorisation) };
  return { number, firstFinding: Number(firstFinding), items, findings: restored(findings, FINDINGS), groups };
}

/** The pages of an import one by one, in the order of the file, so that memory does not grow with the file. */
export async function* importPages(reader: Reader, importId: string): AsyncGenerator<ImportPage> {
  for (let number = -1; ; ) {
    const [row] = await reader.query<PageRow>(
      `select number, first_finding as "firstFinding", companies, people, means, rights, findings, groups from import_page where import_id = $1 and number > $2 order by number limit 1`,
      [importId, number],
    );
    if (row === undefined) return;
    yield pageOf(row);
    number = row.number;
  }
}
