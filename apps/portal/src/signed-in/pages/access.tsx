import '@ketenregie/access-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { AccessPage, readAccessSearch } from '@ketenregie/access-portal';
import type { PageOf } from '../page-of.js';

export function Access({ portal, search, onSearch, company }: PageOf) {
  return <AccessPage portal={portal} search={readAccessSearch(search)} onSearch={onSearch} {...(company === null ? {} : { company })} />;
}

/** Of one company: nothing until it is known which. */
export function CompanyAccess(of: PageOf) {
  return of.company === null ? null : <Access {...of} />;
}
