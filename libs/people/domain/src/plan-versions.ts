import { type CalendarDate, newId, successionOf } from '@ketenregie/kernel';
import type { Changes, Holder, NewVersion, RecordOutcome } from './person-fact.js';

/** The versions that new content makes of a thing: the first holds as far back as is known, a later one from the reference day on. */
export function versionsFor<Content>(ownerId: string, held: Holder<Content> | null, { content, referenceOn }: { content: Content; referenceOn: CalendarDate }): NewVersion<Content>[] {
  if (held === null) return [{ id: newId(), ownerId, validFrom: null, validUntil: null, content }];
  const { before, after } = successionOf(held, referenceOn);
  const kept = before === null ? [] : [{ id: newId(), ownerId, ...before, content: held.content }];
  return [...kept, { id: newId(), ownerId, ...after, content }];
}

/** Whether two flat contents say the same in all fields but those named. */
export function isSameButFor<Content extends object>(one: Content, other: Content, ignored: readonly (keyof Content)[] = []): boolean {
  return (Object.keys(one) as (keyof Content)[]).every((field) => ignored.includes(field) || one[field] === other[field]);
}

/** The outcome of each fact in turn: a thing is told of once, at its first fact; a fact of nothing is skipped. */
export function outcomesOf<Draft extends object>(taken: readonly (Draft | null)[], changesOf: (draft: Draft) => Changes): RecordOutcome[] {
  const seen = new Set<Draft>();
  return taken.map((draft) => {
    if (draft === null) return 'skipped';
    const { isNew, isChanged } = changesOf(draft);
    const outcome = seen.has(draft) || (!isNew && !isChanged) ? 'unchanged' : isNew ? 'created' : 'updated';
    seen.add(draft);
    return outcome;
  });
}

/** The one item, or null where there are none or several: a name that fits two names nobody. */
export function only<Item>(items: readonly Item[]): Item | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}
