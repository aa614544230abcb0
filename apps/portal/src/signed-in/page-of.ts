import type { Portal } from '@ketenregie/tenants-portal';
import type { IndexedCompany } from './shell-facts.js';

/** What a page is made of: where it stands, and what its address says. */
export interface PageOf {
  readonly portal: Portal;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly search: Readonly<Record<string, unknown>>;
  /** Puts filters in the address, in place of those before. */
  readonly onSearch: (search: object) => void;
  /** The open company; null over all. */
  readonly company: IndexedCompany | null;
}
