import '@ketenregie/authorisations-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { ChainPage } from '@ketenregie/authorisations-portal';
import type { PageOf } from '../page-of.js';
import { openRightOf } from './open-right.js';

/** Of one company: a chain is always somebody's. */
export function Chain(of: PageOf) {
  return of.company === null ? null : <ChainPage portal={of.portal} company={of.company} {...openRightOf(of)} />;
}
