import '@ketenregie/exchange-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { ImportPage } from '@ketenregie/exchange-portal';
import type { PageOf } from '../page-of.js';

export function Imports({ portal }: PageOf) {
  return <ImportPage portal={portal} />;
}
