import type { CompanyRef } from '@ketenregie/exchange-domain';
import type { Reader } from '@ketenregie/platform/db';
import { type StagedItem, stagedItems } from './staged-items.js';

type StagedRight = StagedItem<'authorisation'>;
type CompanyIdOf = (company: CompanyRef) => string | null;

/** So many rights are held in memory at once, about, while they are put in the order of companies. */
const HELD = 20_000;
/** Rights of one recording, about. */
const CHUNK = 2_000;

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

/** Which of so many shares a company is in: any even spread by its id does. */
function shareOf(companyId: string, shares: number): number {
  let sum = 0;
  for (let at = 0; at < companyId.length; at += 1) sum = (sum * 31 + companyId.charCodeAt(at)) >>> 0;
  return sum % shares;
}

/** How the rights of a file lie: on which page each company is named last, and how many rights would be held until then. */
interface Layout {
  readonly lastPages: ReadonlyMap<string, number>;
  readonly rights: number;
  readonly mostHeld: number;
}

async function layoutOf(reader: Reader, importId: string, companyIdOf: CompanyIdOf): Promise<Layout> {
  const lastPages = new Map<string, number>();
  const counts = new Map<string, number>();
  const sizes: number[] = [];
  for await (const page of stagedItems(reader, importId, 'authorisation')) {
    const companyIds = page.flatMap(({ item }) => companyIdOf(item.company) ?? []);
    for (const companyId of companyIds) {
      lastPages.set(companyId, sizes.length);
      counts.set(companyId, (counts.get(companyId) ?? 0) + 1);
    }
    sizes.push(companyIds.length);
  }
  const leaving = sizes.map(() => 0);
  for (const [companyId, page] of lastPages) leaving[page] = (leaving[page] ?? 0) + (counts.get(companyId) ?? 0);
  let [held, mostHeld] = [0, 0];
  for (const [page, size] of sizes.entries()) {
    held += size;
    mostHeld = Math.max(mostHeld, held);
    held -= leaving[page] ?? 0;
  }
  return { lastPages, rights: sizes.reduce((sum, size) => sum + size, 0), mostHeld };
}

/** One pass: what is held goes out as soon as no later page names its company. */
async function* asTheyEnd(reader: Reader, importId: string, { companyIdOf, lastPages }: { companyIdOf: CompanyIdOf; lastPages: Layout['lastPages'] }): AsyncGenerator<StagedRight[]> {
  let held: Placed[] = [];
  let number = 0;
  for await (const page of stagedItems(reader, importId, 'authorisation')) {
    for (const right of page) held.push({ companyId: companyIdOf(right.item.company) ?? '', right });
    const isWhole = ({ companyId }: Placed): boolean => (lastPages.get(companyId) ?? 0) <= number;
    const whole = held.filter(isWhole);
    if (whole.length >= CHUNK) {
      held = held.filter((placed) => !isWhole(placed));
      yield* companyChunks(whole);
    }
    number += 1;
  }
  yield* companyChunks(held);
}

/** Where companies stand far apart the file is gone through once for each 20,000 of its rights, so that no more are held. */
async function* byShares(reader: Reader, importId: string, { companyIdOf, shares }: { companyIdOf: CompanyIdOf; shares: number }): AsyncGenerator<StagedRight[]> {
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

export interface Ordering {
  readonly companyIdOf: CompanyIdOf;
  /** So many rights may be held at once. */
  readonly held?: number;
}

/**
 * The staged rights company by company, in chunks of about 2,000 that never cut a company in two: rights alike are told apart by their order
 * within one recording. Goes through the pages twice where a company's rows stand near one another, as they do in nearly every list.
 */
export async function* stagedRightsByCompany(reader: Reader, importId: string, { companyIdOf, held = HELD }: Ordering): AsyncGenerator<readonly StagedRight[]> {
  const { lastPages, rights, mostHeld } = await layoutOf(reader, importId, companyIdOf);
  if (mostHeld <= held) yield* asTheyEnd(reader, importId, { companyIdOf, lastPages });
  else yield* byShares(reader, importId, { companyIdOf, shares: Math.ceil(rights / held) });
}
