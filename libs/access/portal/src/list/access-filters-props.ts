import type { Portal } from '@ketenregie/tenants-portal';
import type { AccessSearch } from './access-search.js';

/** What narrows the list: the filters as the address has them, and the way to change them. */
export interface AccessFiltersProps {
  readonly portal: Portal;
  readonly search: AccessSearch;
  readonly onSearch: (search: AccessSearch) => void;
  /** How many rows each view has; null before the list is there. */
  readonly counts: ReadonlyMap<string, number> | null;
}
