import { addressIn } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import type { AccessRow } from './access-columns.js';

/** The address of the whole answer behind a row: path, first break, evidence. */
export function questionOf(portal: Portal, row: Pick<AccessRow, 'personId' | 'companyId' | 'companyKvk' | 'serviceKey'>): string {
  return addressIn(portal, `o/${row.companyKvk ?? `x-${row.companyId}`}/kan`, { wie: row.personId, voor: row.companyId, bij: row.serviceKey });
}
