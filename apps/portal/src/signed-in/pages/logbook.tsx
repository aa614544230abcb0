import '@ketenregie/tenants-portal/styles.css';
import { LogbookPage, readLogbookSearch } from '@ketenregie/tenants-portal';
import { useChoices } from '../../ask/use-choices.js';
import type { PageOf } from '../page-of.js';

export function Logbook({ portal, search, onSearch }: PageOf) {
  return <LogbookPage portal={portal} search={readLogbookSearch(search)} onSearch={onSearch} {...useChoices(portal)} />;
}
