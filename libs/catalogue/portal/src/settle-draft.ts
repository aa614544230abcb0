import type { PortalsSettleServiceMutationVariables } from './generated/operations.js';
import type { ServiceFacts } from './service-facts.js';

type SettleInput = PortalsSettleServiceMutationVariables['input'];

export const LEVEL_CHOICES = ['EH2+', 'EH3', 'EH4'] as const;
type LevelChoice = (typeof LEVEL_CHOICES)[number];

/** What a person fills in; null = as the catalogue has it. */
export interface SettleDraft {
  readonly level: LevelChoice | null;
  readonly chain: 'yes' | 'no' | null;
  readonly reason: string;
}

/** The choice behind a radio button. */
export function chainOf(key: string): 'yes' | 'no' | null {
  return key === 'yes' || key === 'no' ? key : null;
}

/** What is settled already, to begin with. */
export function draftOf(service: Pick<ServiceFacts, 'requiredLevel' | 'isLevelSettled' | 'chainAllowed' | 'isChainSettled'>): SettleDraft {
  const level = service.isLevelSettled ? (LEVEL_CHOICES.find((each) => each === service.requiredLevel) ?? null) : null;
  return { level, chain: service.isChainSettled ? chainOf(service.chainAllowed) : null, reason: '' };
}

/** What is sent: only what differs from what is settled already, for what is left out stays as it is. */
export function settleInputOf(draft: SettleDraft, service: Pick<ServiceFacts, 'key' | 'requiredLevel' | 'isLevelSettled' | 'chainAllowed' | 'isChainSettled'>): SettleInput {
  const before = draftOf(service);
  return {
    serviceKey: service.key,
    reason: draft.reason.trim(),
    ...(draft.level === before.level ? {} : { requiredLevel: draft.level }),
    ...(draft.chain === before.chain ? {} : { chainAllowed: draft.chain }),
  };
}
