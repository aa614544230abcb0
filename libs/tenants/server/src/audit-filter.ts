import { InvalidInputError, isId, readDay, readId } from '@ketenregie/kernel';
import { placeOf } from '@ketenregie/platform/graphql';
import type { AuditEventFilter } from './audit-events.queries.js';

/** A filter of the log as it comes in, by name: from a document or from an address. */
export type TypedAuditFilter = { readonly [Field in keyof AuditEventFilter]?: string | null | undefined };

const asTyped = (text: string): string => text.slice(0, 200);

const READERS: { readonly [Field in keyof AuditEventFilter]-?: (text: string, field: string) => string } = {
  objectId: readId, objectKind: asTyped, actor: asTyped, action: asTyped, companyId: readId, personId: readId, from: readDay, until: readDay,
};

/** A filter that was typed, checked field by field; refuses a wrong one by its name (INVALID_INPUT). What is empty is no limit. */
export function auditFilterOf(typed: TypedAuditFilter): AuditEventFilter {
  const fields = Object.keys(READERS) as (keyof AuditEventFilter)[];
  return Object.fromEntries(fields.flatMap((field) => (typed[field] ? [[field, READERS[field](typed[field], field)]] : [])));
}

/** A cursor of the log: the id of an entry, which tells nothing of how many there are. */
export function auditPlaceOf(after: string | null | undefined): readonly string[] | null {
  const place = placeOf(after, 1);
  if (place !== null && !isId(place[0] ?? '')) throw new InvalidInputError('This cursor is of no page of this list.', 'after');
  return place;
}
