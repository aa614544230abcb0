import type { ReadAuthorisation, ReadCompany, ReadMeans, ReadPerson } from '@ketenregie/exchange-domain';
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
