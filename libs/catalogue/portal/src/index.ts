export { PortalsPage } from './portals-page.js';
export type { PortalsPageProps } from './portals-page.js';
export { readPortalsSearch } from './service-filter.js';
export type { PortalsSearch } from './service-filter.js';
export { ServicePage } from './service-page.js';
export type { ServicePageProps } from './service-page.js';
