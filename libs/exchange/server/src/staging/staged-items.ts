import type { CompanyRef } from '@ketenregie/exchange-domain';
import type { Reader } from '@ketenregie/platform/db';
import { COLUMN_OF, type ItemKind, type StagedContent } from './import-page.js';

export interface StagedItem<Kind extends ItemKind> {
  /** Its place in the file among those of its kind: page and place on it. */
  readonly position: number;
  readonly isBlocked: boolean;
  readonly item: StagedContent[Kind];
}

/** More than a page ever holds of one kind. */
const PAGE_ROOM = 100_000;

/** The staged items of a kind in the order of the file, page by page, so that memory does not grow with the file. */
export async function* stagedItems<Kind extends ItemKind>(reader: Reader, importId: string, kind: Kind): AsyncGenerator<readonly StagedItem<Kind>[]> {
  const column = COLUMN_OF[kind];
  for (let number = -1; ; ) {
    const [page] = await reader.query<{ number: number; items: StagedContent[Kind][] }>(
      `select number, ${column} as items from import_page where import_id = $1 and number > $2 and ${column} is not null order by number limit 1`,
      [importId, number],
    );
    if (page === undefined) return;
    yield page.items.map((item, index) => ({ position: page.number * PAGE_ROOM + index, isBlocked: item.blocked === true, item }));
    number = page.number;
  }
}

type StagedRight = StagedItem<'authorisation'>;
type CompanyIdOf = (company: CompanyRef) => string | null;

/** So many rights are held in memory at once while they are put in the order of companies. */
const HELD = 20_000;
/** Rights of one recording, about. */
const CHUNK = 2_000;

async function countRights(reader: Reader, importId: string): Promise<number> {
  const [row] = await reader.query<{ count: number }>('select coalesce(sum(json_array_length(rights)), 0)::int as count from import_page where import_id = $1 and rights is not null', [importId]);
  return row?.count ?? 0;
}

/** Which of so many shares a company is in: any even spread by its id does. */
function shareOf(companyId: string, shares: number): number {
  let sum = 0;
  for (let at = 0; at < companyId.length; at += 1) sum = (sum * 31 + companyId.charCodeAt(at)) >>> 0;
  return sum % shares;
}

interface Placed {
  readonly companyId: string;
  readonly right: StagedRight;
}

/** In the order of companies, cut where one company ends and the next begins. Rights of no company may be cut anywhere. */
function* companyChunks(placed: readonly Placed[]): Generator<StagedRight[]> {
  let chunk: StagedRight[] = [];
  let company: string | null = null;
  for (const { companyId, right } of [...placed].sort((a, b) => (a.companyId < b.companyId ? -1 : Number(a.companyId > b.companyId)) || a.right.position - b.right.position)) {
    if (chunk.length >= CHUNK && (companyId !== company || companyId === '')) {
      yield chunk;
      chunk = [];
    }
    chunk.push(right);
    company = companyId;
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * The staged rights company by company, in chunks of about 2,000 that never cut a company in two: rights alike are told apart by their order
 * within one recording. A long file is gone through once for each 20,000 of its rights, so that no more are held in memory.
 */
export async function* stagedRightsByCompany(reader: Reader, importId: string, companyIdOf: CompanyIdOf): AsyncGenerator<readonly StagedRight[]> {
  const shares = Math.max(1, Math.ceil((await countRights(reader, importId)) / HELD));
  for (let share = 0; share < shares; share += 1) {
    const placed: Placed[] = [];
    for await (const page of stagedItems(reader, importId, 'authorisation')) {
      for (const right of page) {
        const companyId = companyIdOf(right.item.company) ?? '';
        if (shareOf(companyId, shares) === share) placed.push({ companyId, right });
      }
    }
    yield* companyChunks(placed);
  }
}
