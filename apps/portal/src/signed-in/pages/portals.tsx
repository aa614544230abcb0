import '@ketenregie/catalogue-portal/styles.css';
import '@ketenregie/tenants-portal/styles.css';
import { PortalsPage, readPortalsSearch, ServicePage } from '@ketenregie/catalogue-portal';
import type { PageOf } from '../page-of.js';

export function Portals({ portal, search, onSearch }: PageOf) {
  return <PortalsPage portal={portal} search={readPortalsSearch(search)} onSearch={onSearch} />;
}

export function PortalOfService({ portal, params }: PageOf) {
  return <ServicePage portal={portal} serviceKey={params['service'] ?? ''} />;
}
