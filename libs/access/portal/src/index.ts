export { CompanyPage } from './company/company-page.js';
export type { CompanyPageProps } from './company/company-page.js';
export { AccessPage } from './list/access-page.js';
export type { AccessPageProps } from './list/access-page.js';
export { readAccessSearch } from './list/access-search.js';
export type { AccessSearch } from './list/access-search.js';
