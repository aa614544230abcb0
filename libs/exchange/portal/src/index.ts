export { CheckPage } from './check/check-page.js';
export type { CheckPageProps } from './check/check-page.js';
export { readCheckSearch } from './check/check-search.js';
export type { CheckSearch } from './check/check-search.js';
export { ColumnsPage } from './columns/columns-page.js';
export type { ImportPartProps } from './columns/columns-page.js';
export { DonePage } from './done/done-page.js';
export type { DonePageProps } from './done/done-page.js';
export { ImportPage } from './list/import-page.js';
