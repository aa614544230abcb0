import '@ketenregie/people-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { OwnPage, PeoplePage, PersonPage, readPeopleSearch } from '@ketenregie/people-portal';
import type { PageOf } from '../page-of.js';

export function People({ portal, search, onSearch }: PageOf) {
  return <PeoplePage portal={portal} search={readPeopleSearch(search)} onSearch={onSearch} />;
}

export function Own({ portal }: PageOf) {
  return <OwnPage portal={portal} />;
}

export function Person({ portal, params }: PageOf) {
  return <PersonPage portal={portal} personId={params['person'] ?? ''} />;
}
