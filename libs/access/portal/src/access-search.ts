import type { AccessVariables } from './access.documents.js';

export const ACCESS_VIEWS = ['all', 'can-may-not', 'lapsed', 'level-too-low', 'waiting-for-client', 'waiting-for-office', 'expiring', 'unknown', 'complete'] as const;
export type AccessView = (typeof ACCESS_VIEWS)[number];

/** The filters of the list, as they stand in the address. */
export interface AccessSearch {
  readonly status?: AccessView;
}

/** Reads the filters of an address; what is not understood is left out. */
export function readAccessSearch(search: Readonly<Record<string, unknown>>): AccessSearch {
  const status = ACCESS_VIEWS.find((view) => view === search['status']);
  return status === undefined || status === 'all' ? {} : { status };
}

/** What the API is asked for a view. "Can but may not" is no status but the two answers together. */
export function filterOf({ status = 'all' }: AccessSearch, companyId: string | null): AccessVariables['filter'] {
  const company = companyId === null ? {} : { companyIds: [companyId] };
  if (status === 'all') return company;
  return status === 'can-may-not' ? { ...company, cans: ['yes'], mays: ['no'] } : { ...company, statuses: [status] };
}
