import '@ketenregie/access-portal/styles.css';
import '@ketenregie/authorisations-portal/styles.css';
import '@ketenregie/companies-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { CompanyPage } from '@ketenregie/access-portal';
import type { PageOf } from '../page-of.js';
import { openRightOf } from './open-right.js';

/** One organisation on one page. */
export function Company(of: PageOf) {
  return of.company === null ? null : <CompanyPage portal={of.portal} company={of.company} {...openRightOf(of)} />;
}
