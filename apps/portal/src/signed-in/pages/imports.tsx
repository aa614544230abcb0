import { CheckPage, ColumnsPage, DonePage, ImportPage, readCheckSearch } from '@ketenregie/exchange-portal';
import type { PageOf } from '../page-of.js';

const idOf = ({ params }: PageOf): string => params['id'] ?? '';

export function Imports({ portal }: PageOf) {
  return <ImportPage portal={portal} />;
}

export function ImportColumns(of: PageOf) {
  return <ColumnsPage portal={of.portal} importId={idOf(of)} />;
}

export function ImportCheck(of: PageOf) {
  return <CheckPage portal={of.portal} importId={idOf(of)} search={readCheckSearch(of.search)} onSearch={of.onSearch} />;
}

export function ImportDone(of: PageOf) {
  return <DonePage portal={of.portal} importId={idOf(of)} />;
}
