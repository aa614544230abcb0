import '@ketenregie/tenants-portal/styles.css';
import { OfficePage } from '@ketenregie/tenants-portal';
import type { PageOf } from '../page-of.js';

export function Office({ portal }: PageOf) {
  return <OfficePage portal={portal} />;
}
