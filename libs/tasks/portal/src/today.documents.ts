import type { Hands } from '@ketenregie/messages';
import type { TypedDocument } from '@ketenregie/portal-kit';

/** One right that asks for something. */
export interface AskingRight {
  readonly personId: string;
  readonly personName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly serviceNameNl: string;
  readonly serviceNameEn: string;
  readonly endsOn: string | null;
  readonly repairableUntil: string | null;
  readonly firstBreak: { readonly inWhoseHands: Hands } | null;
}

/** Rights in one state: how many there are, and the soonest of them. */
export interface RightsInState {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: AskingRight }[];
}

/** The kinds of state that ask for an action, in the order in which they matter. */
export const ASKING = ['ghosts', 'lapsed', 'lowLevel', 'expiring', 'clients', 'office'] as const;
export type Asking = (typeof ASKING)[number];

export interface TodayAnswer extends Readonly<Record<Asking, RightsInState>> {
  readonly next: RightsInState;
}

const RIGHTS = 'totalCount edges { node { personId personName companyId companyName serviceNameNl serviceNameEn endsOn repairableUntil firstBreak { inWhoseHands } } }';

/** What asks for an action, by state; the first ones by name. Rights that nobody may have are asked for only where they still work. */
export const TodayDocument: TypedDocument<TodayAnswer, { readonly first: number }> = `query TodayRights($first: Int!) {
  ghosts: accessList(first: $first, filter: { cans: ["yes"], mays: ["no"] }) { ${RIGHTS} }
  lapsed: accessList(first: $first, filter: { statuses: ["lapsed"], mays: ["yes"] }) { ${RIGHTS} }
  lowLevel: accessList(first: $first, filter: { statuses: ["level-too-low"], mays: ["yes"] }) { ${RIGHTS} }
  expiring: accessList(first: $first, filter: { statuses: ["expiring"], mays: ["yes"] }) { ${RIGHTS} }
  clients: accessList(first: $first, filter: { statuses: ["waiting-for-client"], mays: ["yes"] }) { ${RIGHTS} }
  office: accessList(first: $first, filter: { statuses: ["waiting-for-office"], mays: ["yes"] }) { ${RIGHTS} }
  next: accessList(first: 1, filter: { cans: ["yes"], mays: ["yes"] }) { ${RIGHTS} }
}`;

const WEEKS = 13;

/** How many rights end before each of a row of days, exactly: `before0` to `before13`. */
export type EndsAnswer = Readonly<Record<string, { readonly totalCount: number }>>;

/** The Mondays from this week on, one more than there are weeks. */
export function mondaysFrom(today: string): string[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  const monday = start - ((new Date(start).getUTCDay() + 6) % 7) * 86_400_000;
  return Array.from({ length: WEEKS + 1 }, (_, week) => new Date(monday + week * 7 * 86_400_000).toISOString().slice(0, 10));
}

const days = Array.from({ length: WEEKS + 1 }, (_, week) => week);

/** Counts of end dates: the difference of two of them is a week. */
export const EndsDocument: TypedDocument<EndsAnswer, Readonly<Record<string, string>>> = `query TodayEnds(${days.map((day) => `$day${String(day)}: String!`).join(', ')}) {
  ${days.map((day) => `before${String(day)}: accessList(first: 1, filter: { endsBefore: $day${String(day)}, mays: ["yes"] }) { totalCount }`).join('\n  ')}
}`;
