import { type CalendarDate, newId, successionOf } from '@ketenregie/kernel';
import type { Holder, NewVersion } from './person-fact.js';

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
