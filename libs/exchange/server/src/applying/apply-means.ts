import type { MeansFact } from '@ketenregie/people-domain';
import { recordMeans } from '@ketenregie/people-server';
import { type StagedItem, stagedItems } from '../staging/staged-items.js';
import type { ApplyContext } from './apply-context.js';
import type { PeopleIndex } from './apply-people.js';
import { gather } from './gather.js';

const METHODS = new Set(['sms', 'app', 'token'] as const);

function methodOf(tokenType: string | null): MeansFact['method'] {
  const method = tokenType?.toLowerCase() as 'sms' | 'app' | 'token' | undefined;
  return method !== undefined && METHODS.has(method) ? method : null;
}

/** Records the login means of a supplier's overview. A means of somebody who is on no list yet waits (skipped): first the staff list. */
export async function applyMeans(context: ApplyContext, people: PeopleIndex): Promise<void> {
  const { supplierKey, referenceOn } = context.run;
  const staged = await gather(stagedItems(context.writer, context.run.id, 'means'));
  const facts = staged.flatMap((each): MeansFact[] => {
    const fact = supplierKey === null || each.isBlocked ? null : factOf(each, { people, supplierKey, statedOn: referenceOn });
    return fact === null ? [] : [fact];
  });
  const outcomes = await recordMeans(context.writer, facts, context.recording);
  const byPosition = new Map(outcomes.map((outcome) => [outcome.position, outcome]));
  await context.finish('means', staged.map(({ position }) => byPosition.get(position)?.outcome ?? 'skipped'));
}

interface Source {
  readonly people: PeopleIndex;
  readonly supplierKey: string;
  readonly statedOn: MeansFact['statedOn'];
}

function factOf({ position, item }: StagedItem<'means'>, { people, supplierKey, statedOn }: Source): MeansFact | null {
  const personId = people.byEmail(item.email) ?? people.byName(item.person);
  if (personId === null) return null;
  return {
    position,
    personId,
    supplierKey,
    supplierReference: item.userId,
    level: item.level,
    variant: 'standard',
    state: item.status,
    statedOn,
    issuedOn: item.validFrom,
    endsOn: item.validUntil,
    lastUsedOn: item.lastUsed,
    method: methodOf(item.tokenType),
  };
}
