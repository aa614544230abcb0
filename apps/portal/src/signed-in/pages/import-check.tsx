import '@ketenregie/exchange-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { CheckPage, readCheckSearch } from '@ketenregie/exchange-portal';
import type { PageOf } from '../page-of.js';

export function ImportCheck({ portal, params, search, onSearch }: PageOf) {
  return <CheckPage portal={portal} importId={params['id'] ?? ''} search={readCheckSearch(search)} onSearch={onSearch} />;
}
