import { usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useMemo } from 'react';
import { AccessRightsDocument } from '../generated/operations.js';
import type { filterOf } from './access-search.js';

const PAGE = 100;

export type Answers = ReturnType<typeof useAnswers>;

/** The answers under a filter, page by page, with the count of each view; null until it is known. */
export function useAnswers(portal: Portal, filter: ReturnType<typeof filterOf>) {
  const pages = usePages(portal, { subject: 'answers', document: AccessRightsDocument, variables: { filter, first: PAGE }, pageOf: (answer) => answer.accessList });
  const viewCounts = pages.query.data?.pages[0]?.accessList.viewCounts;
  const counts = useMemo(() => (viewCounts === undefined ? null : countsOf(viewCounts)), [viewCounts]);
  return { ...pages, counts };
}

/** By view, and all together: "can but may not" is no status and counts elsewhere already. */
function countsOf(viewCounts: readonly { readonly view: string; readonly count: number }[]): ReadonlyMap<string, number> {
  const all = viewCounts.filter(({ view }) => view !== 'can-may-not').reduce((sum, { count }) => sum + count, 0);
  return new Map([['all', all], ...viewCounts.map(({ view, count }) => [view, count] as const)]);
}
