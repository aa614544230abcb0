import type { Catalogue } from './catalogue.js';
import { EMPLOYERS_SERVICES } from './data/employers-services.js';
import { GENERAL_SERVICES } from './data/general-services.js';
import { PROVIDERS } from './data/providers.js';
import { SUPPLIERS } from './data/suppliers.js';
import { TAX_SERVICES } from './data/tax-services.js';

/** The curated list this release ships: facts with their source and day, version 1. */
export const SHIPPED_CATALOGUE: Catalogue = {
  version: 1,
  suppliers: SUPPLIERS,
  providers: PROVIDERS,
  services: [...TAX_SERVICES, ...EMPLOYERS_SERVICES, ...GENERAL_SERVICES],
};
