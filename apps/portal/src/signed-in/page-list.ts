import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { Place } from '../shell/navigation.js';
import type { PageOf } from './page-of.js';

export interface PageFacts {
  /** Behind the office's. */
  readonly path: string;
  readonly place: Place;
  readonly Page: ComponentType<PageOf>;
}

/** A page whose code is fetched when it is first opened. */
const later = (load: () => Promise<ComponentType<PageOf>>) => lazy(async () => ({ default: await load() }));

/** Every signed-in page by its address. A page is added here, and nowhere else. */
export const PAGES: readonly PageFacts[] = [
  { path: 'vandaag', place: 'today', Page: later(async () => (await import('./pages/today.js')).Today) },
  { path: 'mijn', place: 'own', Page: later(async () => (await import('./pages/people.js')).Own) },
  { path: 'organisaties', place: 'company', Page: later(async () => (await import('./pages/companies.js')).Companies) },
  { path: 'o/$company', place: 'company', Page: later(async () => (await import('./pages/company.js')).Company) },
  { path: 'o/$company/toegang', place: 'access', Page: later(async () => (await import('./pages/access.js')).CompanyAccess) },
  { path: 'o/$company/keten', place: 'chain', Page: later(async () => (await import('./pages/chain.js')).Chain) },
  { path: 'o/$company/kan', place: 'ask', Page: later(async () => (await import('./pages/ask.js')).Ask) },
  { path: 'toegang', place: 'access', Page: later(async () => (await import('./pages/access.js')).Access) },
  { path: 'kan', place: 'ask', Page: later(async () => (await import('./pages/ask.js')).Ask) },
  { path: 'medewerkers', place: 'people', Page: later(async () => (await import('./pages/people.js')).People) },
  { path: 'medewerkers/$person', place: 'people', Page: later(async () => (await import('./pages/people.js')).Person) },
  { path: 'controles', place: 'reviews', Page: later(async () => (await import('./pages/reviews.js')).Reviews) },
  { path: 'controles/$round', place: 'reviews', Page: later(async () => (await import('./pages/review-round.js')).ReviewRound) },
  { path: 'portalen', place: 'portals', Page: later(async () => (await import('./pages/portals.js')).Portals) },
  { path: 'portalen/$service', place: 'portals', Page: later(async () => (await import('./pages/portals.js')).PortalOfService) },
  { path: 'import', place: 'import', Page: later(async () => (await import('./pages/imports.js')).Imports) },
  { path: 'import/$id/kolommen', place: 'import', Page: later(async () => (await import('./pages/import-steps.js')).ImportColumns) },
  { path: 'import/$id/nakijken', place: 'import', Page: later(async () => (await import('./pages/import-check.js')).ImportCheck) },
  { path: 'import/$id/gereed', place: 'import', Page: later(async () => (await import('./pages/import-steps.js')).ImportDone) },
  { path: 'logboek', place: 'logbook', Page: later(async () => (await import('./pages/logbook.js')).Logbook) },
  { path: 'instellingen/weergave', place: 'settings', Page: later(async () => (await import('./pages/display.js')).Display) },
  { path: 'instellingen/overzicht', place: 'settings', Page: later(async () => (await import('./pages/digest-settings.js')).DigestSettings) },
  { path: 'instellingen/kantoor', place: 'settings', Page: later(async () => (await import('./pages/office.js')).Office) },
];

/** Addresses that lead to another page. */
export const SHORTCUTS = [
  ['/', 'vandaag'],
  ['instellingen', 'instellingen/weergave'],
] as const;
