import { InvalidInputError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { type TenantSettings, tenantSettings } from './tenants.queries.js';

/** The settings that an administrator changes; what is absent stays. */
export type TenantSettingsChange = Partial<Pick<TenantSettings, 'name' | 'language' | 'notCheckedAfterMonths' | 'needsFourEyes'>>;

const MOST_MONTHS = 60;

function assertSettings({ name, language, notCheckedAfterMonths: months }: TenantSettingsChange): void {
  if (name !== undefined && (name.trim() === '' || name.length > 200)) throw new InvalidInputError('A name has 1 to 200 characters.', 'name');
  if (language !== undefined && language !== 'nl' && language !== 'en') throw new InvalidInputError('language is nl or en.', 'language');
  if (months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS)) throw new InvalidInputError(`notCheckedAfterMonths is 1 to ${MOST_MONTHS}.`, 'notCheckedAfterMonths');
}

/** Changes settings of the tenant in scope and says in its log what was and what is. Refuses a value that cannot be (INVALID_INPUT). Returns the tenant's id. */
export async function changeTenantSettings(writer: Writer, change: TenantSettingsChange): Promise<string> {
  assertSettings(change);
  await writer.query('select 1 from tenant for update');
  const { tenantId, ...before } = await tenantSettings(writer);
  const after = { ...before, ...change, ...(change.name !== undefined && { name: change.name.trim() }) };
  await writer.query('update tenant set name = $1, language = $2, not_checked_after_months = $3, needs_four_eyes = $4', [after.name, after.language, after.notCheckedAfterMonths, after.needsFourEyes]);
  await writer.audit({ action: 'tenant.settings-changed', objectKind: 'tenant', objectId: tenantId, payload: { before, after } });
  return tenantId;
}
