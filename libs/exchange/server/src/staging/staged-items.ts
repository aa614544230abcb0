import type { CompanyRef, ReadAuthorisation, ReadCompany, ReadMeans, ReadPerson } from '@ketenregie/exchange-domain';
import type { Reader, Writer } from '@ketenregie/platform/db';
import type { Outcome } from '../applying/changes.js';

/** What is staged under each kind. */
export interface StagedContent {
  readonly company: ReadCompany;
  readonly person: ReadPerson;
  readonly means: ReadMeans;
  readonly authorisation: ReadAuthorisation;
}

export type ItemKind = keyof StagedContent;

export interface StagedItem<Kind extends ItemKind> {
  readonly id: string;
  readonly position: number;
  readonly isBlocked: boolean;
  readonly item: StagedContent[Kind];
}

const CHUNK = 2_000;

/** The staged items of a kind in the order of the file, in chunks of 2,000, so that memory does not grow with the file. */
export async function* stagedItems<Kind extends ItemKind>(reader: Reader, importId: string, kind: Kind): AsyncGenerator<readonly StagedItem<Kind>[]> {
  let after = -1;
  for (;;) {
    const rows = await reader.query<StagedItem<Kind> & { position: string }>(
      `select id, position, is_blocked as "isBlocked", item from import_item
       where import_id = $1 and kind = $2 and position > $3 order by position limit ${CHUNK}`,
      [importId, kind, after],
    );
    if (rows.length === 0) return;
    const items = rows.map((row) => ({ ...row, position: Number(row.position) }));
    yield items;
    after = items.at(-1)?.position ?? after;
  }
}

interface PlacedRight {
  readonly position: number;
  /** The company it speaks of; empty where it names none that is recorded. */
  readonly companyId: string;
}

async function placedRights(reader: Reader, importId: string, companyIdOf: (company: CompanyRef) => string | null): Promise<PlacedRight[]> {
  const placed: PlacedRight[] = [];
  for (let after = -1; ; ) {
    const rows = await reader.query<{ position: string; company: CompanyRef }>(
      `select position, item -> 'company' as company from import_item
       where import_id = $1 and kind = 'authorisation' and position > $2 order by position limit 10000`,
      [importId, after],
    );
    for (const { position, company } of rows) placed.push({ position: Number(position), companyId: companyIdOf(company) ?? '' });
    if (rows.length === 0) return placed;
    after = placed.at(-1)?.position ?? after;
  }
}

/** Places in the order of companies, cut where one company ends and the next begins. */
function* companyChunks(placed: readonly PlacedRight[]): Generator<number[]> {
  let chunk: number[] = [];
  let company: string | null = null;
  for (const { position, companyId } of [...placed].sort((a, b) => (a.companyId < b.companyId ? -1 : Number(a.companyId > b.companyId)) || a.position - b.position)) {
    if (chunk.length >= CHUNK && (companyId !== company || companyId === '')) {
      yield chunk;
      chunk = [];
    }
    chunk.push(position);
    company = companyId;
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * The staged rights company by company, in chunks of about 2,000 that never cut a company in two: rights alike are told apart by their order
 * within one recording. Only their places are held in memory.
 */
export async function* stagedRightsByCompany(reader: Reader, importId: string, companyIdOf: (company: CompanyRef) => string | null): AsyncGenerator<readonly StagedItem<'authorisation'>[]> {
  for (const positions of companyChunks(await placedRights(reader, importId, companyIdOf))) {
    const rows = await reader.query<StagedItem<'authorisation'> & { position: string }>(
      `select i.id, i.position, i.is_blocked as "isBlocked", i.item from unnest($2::bigint[]) as asked (position)
       join import_item i on i.import_id = $1 and i.kind = 'authorisation' and i.position = asked.position order by i.position`,
      [importId, positions],
    );
    yield rows.map((row) => ({ ...row, position: Number(row.position) }));
  }
}

export interface ItemOutcome {
  readonly id: string;
  readonly outcome: Outcome;
  readonly objectId: string | null;
}

/** Writes beside each staged item what applying made of it, in one statement. */
export async function markOutcomes(writer: Writer, outcomes: readonly ItemOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await writer.query(
    `update import_item i set outcome = o.outcome, object_id = o.object_id
     from unnest($1::uuid[], $2::text[], $3::uuid[]) as o (id, outcome, object_id) where i.id = o.id`,
    [outcomes.map(({ id }) => id), outcomes.map(({ outcome }) => outcome), outcomes.map(({ objectId }) => objectId)],
  );
}
