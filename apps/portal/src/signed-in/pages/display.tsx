import '@ketenregie/tenants-portal/styles.css';
import { DisplayPage } from '@ketenregie/identity-portal';
import type { PageOf } from '../page-of.js';

export function Display({ portal }: PageOf) {
  return <DisplayPage portal={portal} />;
}
