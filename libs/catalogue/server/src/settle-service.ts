import { ASSURANCE_LEVELS, type AssuranceLevel } from '@ketenregie/catalogue-domain';
import { InvalidInputError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { adoptServices } from './adopt-services.js';
import { ServiceRow } from './service.row.js';

export interface Settlement {
  readonly serviceKey: string;
  /** The level the tenant found to be asked; null takes the settling back; absent leaves it. */
  readonly requiredLevel?: AssuranceLevel | null;
  /** Whether a chain authorisation works, from own experience; null takes it back; absent leaves it. */
  readonly chainAllowed?: 'yes' | 'no' | null;
  readonly reason: string;
}

const MAX_REASON = 500;

function assertSettlement({ requiredLevel, chainAllowed, reason }: Settlement): void {
  if (requiredLevel === undefined && chainAllowed === undefined) throw new InvalidInputError('Say what is settled: the level, or whether a chain is allowed.');
  if (typeof requiredLevel === 'string' && !ASSURANCE_LEVELS.includes(requiredLevel)) throw new InvalidInputError(`${requiredLevel} is not a level.`, 'requiredLevel');
  if (typeof chainAllowed === 'string' && chainAllowed !== 'yes' && chainAllowed !== 'no') throw new InvalidInputError('A chain is allowed or it is not: yes or no.', 'chainAllowed');
  if (reason.trim() === '' || reason.length > MAX_REASON) throw new InvalidInputError(`A reason has 1 to ${MAX_REASON} characters.`, 'reason');
}

/**
 * Settles for the tenant what the catalogue leaves unknown or has otherwise (rule 7: own experience, with its reason). It changes no right.
 * Returns the id of the tenant's service; refuses an unknown one with UNKNOWN_SERVICE.
 */
export async function settleService(writer: Writer, settlement: Settlement): Promise<string> {
  assertSettlement(settlement);
  const { serviceKey, requiredLevel, chainAllowed, reason } = settlement;
  const id = (await adoptServices(writer, [serviceKey])).get(serviceKey) as string;
  const [before] = await writer.query<{ requiredLevel: string | null; chainAllowed: string | null }>(
    `select required_level_override as "requiredLevel", chain_allowed_override as "chainAllowed" from service where id = $1 for update`,
    [id],
  );
  const after = { ...before, ...(requiredLevel === undefined ? {} : { requiredLevel }), ...(chainAllowed === undefined ? {} : { chainAllowed }) };
  await writer.update(ServiceRow, { id }, { requiredLevelOverride: after.requiredLevel ?? null, chainAllowedOverride: after.chainAllowed ?? null });
  await writer.audit({ action: 'service.settled', objectKind: 'service', objectId: id, reason: reason.trim(), payload: { serviceKey, before, after } });
  return id;
}
