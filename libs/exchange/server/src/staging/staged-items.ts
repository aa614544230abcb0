import type { Reader } from '@ketenregie/platform/db';
import { restored, type Written } from './alike.js';
import { ALIKENESS, COLUMN_OF, type ItemKind, type StagedContent } from './import-page.js';

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
    const [page] = await reader.query<{ number: number; items: Written<StagedContent[Kind]>[] }>(
      `select number, ${column} as items from import_page where import_id = $1 and number > $2 and ${column} is not null order by number limit 1`,
      [importId, number],
    );
    if (page === undefined) return;
    yield restored(page.items, ALIKENESS[kind]).map((item, index) => ({ position: page.number * PAGE_ROOM + index, isBlocked: item.blocked === true, item }));
    number = page.number;
  }
}
