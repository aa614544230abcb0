import '@ketenregie/exchange-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { ColumnsPage, DonePage } from '@ketenregie/exchange-portal';
import type { PageOf } from '../page-of.js';

export function ImportColumns({ portal, params }: PageOf) {
  return <ColumnsPage portal={portal} importId={params['id'] ?? ''} />;
}

export function ImportDone({ portal, params }: PageOf) {
  return <DonePage portal={portal} importId={params['id'] ?? ''} />;
}
