import '@ketenregie/notices-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { DigestSettingsPage } from '@ketenregie/notices-portal';
import type { PageOf } from '../page-of.js';

export function DigestSettings({ portal }: PageOf) {
  return <DigestSettingsPage portal={portal} />;
}
