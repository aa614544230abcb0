import type { AssuranceLevel } from './assurance-level.js';

/** Whether a service accepts a chain authorisation: curated, for the official catalogue does not say. */
export type ChainAllowed = 'yes' | 'no' | 'unknown';

/** Where a right for the service is registered: eHerkenning, the mandate register of Logius, or the portal itself. */
export type RegisterKind = 'eherkenning' | 'logius-machtigingenregister' | 'portal-own';

/** A supplier of eHerkenning means and registers, with the spellings people use. */
export interface CatalogueSupplier {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A service provider (dienstverlener). */
export interface CatalogueProvider {
  readonly key: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
}

/** A service (dienst) that a right can cover. A level that no source confirms is null, never a guess. */
export interface CatalogueService {
  readonly key: string;
  readonly providerKey: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  readonly requiredLevel: AssuranceLevel | null;
  readonly chainAllowed: ChainAllowed;
  readonly registerKind: RegisterKind;
  /** Where the facts were read; null where no page has confirmed them. */
  readonly source: string | null;
  readonly verifiedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note: string | null;
}

/** One published version of the curated list. */
export interface Catalogue {
  readonly version: number;
  readonly suppliers: readonly CatalogueSupplier[];
  readonly providers: readonly CatalogueProvider[];
  readonly services: readonly CatalogueService[];
}
