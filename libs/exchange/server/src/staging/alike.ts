import type { CompanyRef, Finding, ReadAuthorisation, ReadCompany } from '@ketenregie/exchange-domain';
import { storableJson } from './storable.js';

/**
 * How things of a kind are written on a page. Those of a long list are nearly all alike: one that is like a thing before it is written as where that
 * one stands and what is its own, a fifth of the bytes. On a page a thing is an object, or such a list: `[place, ...own]`.
 */
export interface Alikeness<Thing extends object> {
  /** Only things of one family are compared with each other. */
  family(thing: Thing): unknown;
  /** Whether two things differ in nothing but what is their own. */
  isAlike(one: Thing, other: Thing): boolean;
  /** What is its own, as the rest of a JSON list: each value behind a comma. */
  own(thing: Thing): string;
  /** What is written of one that is like none before it. */
  whole(thing: Thing): object;
  /** The thing that is like another one and has this of its own. */
  restore(like: Thing, own: readonly unknown[]): Thing;
}

/** A thing as it stands on a page. */
export type Written<Thing extends object> = Thing | readonly [place: number, ...own: unknown[]];

/** Whether a text stands in JSON as it is, between quotes: most names and numbers do. */
function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return false;
  }
  return true;
}

function json(value: string | number | null): string {
  if (value === null) return ',null';
  if (typeof value === 'number') return `,${value}`;
  return isPlainText(value) ? `,"${value}"` : `,${storableJson(value)}`;
}

const isSameList = (one: readonly string[], other: readonly string[]): boolean => one === other || (one.length === other.length && one.every((text, at) => text === other[at]));

/** Rights differ in their row and company. One at a company of the register that a person chose is written whole. A text that comes again in a file is read once: its services are the same list. */
export const RIGHTS: Alikeness<ReadAuthorisation> = {
  family: ({ targets }) => targets,
  isAlike: (one, other) =>
    one.validUntil === other.validUntil &&
    one.validFrom === other.validFrom &&
    one.level === other.level &&
    one.supplier === other.supplier &&
    one.status === other.status &&
    one.targets === other.targets &&
    one.untilPrecision === other.untilPrecision &&
    one.blocked === other.blocked &&
    one.ambiguous === other.ambiguous &&
    one.scope === other.scope &&
    one.kind === other.kind &&
    one.note === other.note &&
    one.id === other.id &&
    one.sheet === other.sheet &&
    one.cell === other.cell &&
    one.task === other.task &&
    one.responsible === other.responsible &&
    one.company.companyId === undefined &&
    other.company.companyId === undefined &&
    isSameList(one.persons, other.persons),
  whole: (right) => right,
  own: ({ row, company: { name, kvk, rsin } }) => `${json(row)}${json(name)}${json(kvk)}${json(rsin)}`,
  restore: (like, [row, name, kvk, rsin]) => ({ ...like, row, company: { name, kvk, rsin } as CompanyRef }) as ReadAuthorisation,
};

/** A company that may wait for a person. */
type StagedCompany = ReadCompany & { readonly blocked?: boolean };

const isPlain = ({ otherNames, companyId }: StagedCompany): boolean => companyId === undefined && (otherNames === undefined || otherNames.length === 0);

/** Companies differ in name, numbers and row. One under several names, or chosen by a person, is written whole. Of which rows it is made is not kept. */
export const COMPANIES: Alikeness<StagedCompany> = {
  family: ({ town }) => town,
  isAlike: (one, other) =>
    one.town === other.town &&
    one.legalForm === other.legalForm &&
    one.partner === other.partner &&
    one.group === other.group &&
    one.blocked === other.blocked &&
    (one.row === undefined) === (other.row === undefined) &&
    (one.clientNumber === undefined) === (other.clientNumber === undefined) &&
    (one.otherNames === undefined) === (other.otherNames === undefined) &&
    isPlain(one) &&
    isPlain(other),
  whole: ({ rows: _rows, ...company }) => company,
  own: ({ name, kvk, rsin, row, clientNumber }) => `${json(name)}${json(kvk)}${json(rsin)}${json(row ?? null)}${json(clientNumber ?? null)}`,
  restore(like, [name, kvk, rsin, row, clientNumber]) {
    const company = { ...like, name, kvk, rsin } as Record<keyof StagedCompany, unknown>;
    if (like.row !== undefined) company.row = row;
    if (like.clientNumber !== undefined) company.clientNumber = clientNumber;
    return company as StagedCompany;
  },
};

/** Findings differ in their row and the row they point to. */
export const FINDINGS: Alikeness<Finding> = {
  family: ({ category }) => category,
  isAlike: (one, other) =>
    one.value === other.value &&
    one.column === other.column &&
    one.category === other.category &&
    one.severity === other.severity &&
    one.service === other.service &&
    one.required === other.required &&
    one.suggestion === other.suggestion &&
    one.company === other.company &&
    one.ambiguous === other.ambiguous &&
    one.sheet === other.sheet &&
    one.cell === other.cell &&
    (one.relatedRow === undefined) === (other.relatedRow === undefined),
  whole: (finding) => finding,
  own: ({ row, relatedRow }) => (relatedRow === undefined ? json(row) : `${json(row)}${json(relatedRow)}`),
  restore(like, [row, relatedRow]) {
    const finding = { ...like, row } as Record<keyof Finding, unknown>;
    if (relatedRow !== undefined) finding.relatedRow = relatedRow;
    return finding as Finding;
  },
};

/** A family of a list where hardly two are alike is looked through no further: the latest that differ. */
const MOST_COMPARED = 32;

/** What was seen of a family: in the place that comes next the oldest stands, or nothing. */
interface Family<Thing> {
  readonly things: Thing[];
  readonly places: number[];
  next: number;
}

/** Finds on a page the thing that another is like. Each is seen once, in the order of the page. */
export class AlikeFinder<Thing extends object> {
  private readonly families = new Map<unknown, Family<Thing>>();

  constructor(private readonly alikeness: Alikeness<Thing>) {}

  /** The place of one like it that was seen before; null for one that is new, which then stands at this place. */
  place(thing: Thing, at: number): number | null {
    const key = this.alikeness.family(thing);
    const family = this.families.get(key);
    if (family === undefined) {
      this.families.set(key, { things: [thing], places: [at], next: 1 });
      return null;
    }
    const { things, places } = family;
    for (let nr = 0; nr < things.length; nr += 1) if (this.alikeness.isAlike(things[nr] as Thing, thing)) return places[nr] ?? null;
    things[family.next] = thing;
    places[family.next] = at;
    family.next = (family.next + 1) % MOST_COMPARED;
    return null;
  }
}

const isShort = <Thing extends object>(one: Written<Thing>): one is readonly [number, ...unknown[]] => Array.isArray(one);

/** The things of a page, each whole. A page of an earlier version holds whole things alone. */
export function restored<Thing extends object>(written: readonly Written<Thing>[] | null, alikeness: Alikeness<Thing> | null): Thing[] {
  const things: Thing[] = [];
  for (const one of written ?? []) things.push(isShort(one) && alikeness !== null ? alikeness.restore(things[one[0]] as Thing, one.slice(1)) : (one as Thing));
  return things;
}
