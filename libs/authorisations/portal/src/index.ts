export { ChainPage } from './chain-page.js';
export type { ChainPageProps } from './chain-page.js';
export { RightsOfCompanyDocument } from './generated/operations.js';
export { useRightNames } from './right-names.js';
export type { RightNames } from './right-names.js';
export { OpenRight } from './open-right.js';
export type { OpenRightProps } from './open-right.js';
export { RightsTable } from './rights-table.js';
export type { RightsTableProps } from './rights-table.js';
