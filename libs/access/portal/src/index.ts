export { AccessPage } from './access-page.js';
export type { AccessPageProps } from './access-page.js';
export { readAccessSearch } from './access-search.js';
export type { AccessSearch } from './access-search.js';
