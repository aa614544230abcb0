import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidInputError } from '@ketenregie/kernel';
import { isStorable } from './storable-text.js';

/** Where a page stands in its list (Relay). Pages go forward only. */
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoModel {
  @Field(() => Boolean)
  hasNextPage!: boolean;
  @Field(() => Boolean)
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true })
  startCursor!: string | null;
  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** The place of a row in a stable order: the texts it is sorted by, the id last. */
export type PagePlace = readonly string[];

const MAX_PAGE = 200;

/** A place as an opaque cursor. */
export function cursorOf(place: PagePlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place a cursor names; null without one. Refuses anything that `cursorOf` did not make, or made for another order. */
export function placeOf(cursor: string | null | undefined, length: number): PagePlace | null {
  if (cursor === null || cursor === undefined) return null;
  const place = parsed(cursor);
  const isPlace = Array.isArray(place) && place.length === length && place.every((part) => typeof part === 'string' && isStorable(part));
  if (!isPlace) throw notOfThisList();
  return place as PagePlace;
}

const notOfThisList = (): InvalidInputError => new InvalidInputError('This cursor is of no page of this list.', 'after');

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** What the parts of a place are: where a part is no text, what is no such thing is refused before the database meets it. */
export const isInstantPart = (part: string): boolean => INSTANT.test(part) && !Number.isNaN(Date.parse(part));
export const isNumberPart = (part: string): boolean => /^\d{1,18}$/.test(part);

/** The place a cursor names, each part of its kind; refuses any other. */
export function placeOfKinds(cursor: string | null | undefined, kinds: readonly ((part: string) => boolean)[]): PagePlace | null {
  const place = placeOf(cursor, kinds.length);
  if (place !== null && !kinds.every((isKind, at) => isKind(place[at] ?? ''))) throw notOfThisList();
  return place;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** How many rows a page has; refuses what is not 1 to 200 rather than cutting it silently. */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) throw new InvalidInputError(`A page has 1 to ${MAX_PAGE} rows.`, 'first');
  return first;
}

export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: PageInfoModel;
}

/** A page of rows that were read one further than asked, to know whether there is a next page. */
export function pageOf<Row>(rows: readonly Row[], { first, after, place }: { first: number; after: PagePlace | null; place: (row: Row) => PagePlace }): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(place(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
