import { Asking } from '../../ask/asking.js';
import type { PageOf } from '../page-of.js';

/** The company that is open is the one asked about, unless the address names another. */
export function Ask({ portal, search, onSearch, company }: PageOf) {
  return <Asking key={company?.id ?? ''} portal={portal} search={company === null ? search : { voor: company.id, ...search }} onSearch={onSearch} />;
}
