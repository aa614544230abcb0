import { LogbookPage, OfficePage, readLogbookSearch } from '@ketenregie/tenants-portal';
import type { PageOf } from '../page-of.js';

export function Logbook({ portal, search, onSearch }: PageOf) {
  return <LogbookPage portal={portal} search={readLogbookSearch(search)} onSearch={onSearch} />;
}

export function Office({ portal }: PageOf) {
  return <OfficePage portal={portal} />;
}
