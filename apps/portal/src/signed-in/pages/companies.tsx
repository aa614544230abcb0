import '@ketenregie/companies-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { CompaniesPage, readCompaniesSearch } from '@ketenregie/companies-portal';
import type { PageOf } from '../page-of.js';

export function Companies({ portal, search, onSearch }: PageOf) {
  return <CompaniesPage portal={portal} search={readCompaniesSearch(search)} onSearch={onSearch} />;
}
