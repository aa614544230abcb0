import type { Page } from '@ketenregie/platform/graphql';

/** Rows of one statement while a list is written: large enough to be quick, small enough that memory does not grow with the list. */
export const EXPORT_PAGE = 1000;

/** Walks a list page by page, in its own order. */
export async function* walkPages<Row>(pageAfter: (cursor: string | null) => Promise<Page<Row>>): AsyncGenerator<readonly Row[]> {
  for (let cursor: string | null = null; ; ) {
    const page: Page<Row> = await pageAfter(cursor);
    if (page.edges.length > 0) yield page.edges.map(({ node }) => node);
    if (!page.pageInfo.hasNextPage) return;
    cursor = page.pageInfo.endCursor;
  }
}
