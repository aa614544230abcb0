import type { AccessRow } from '../list/access-columns.js';

/** Statuses from the one that must not wait to the one that can. */
const URGENCY = ['can-may-not', 'lapsed', 'level-too-low', 'waiting-for-client', 'waiting-for-office', 'unknown', 'expiring', 'complete'] as const;

const urgencyOf = ({ can, may, status }: AccessRow): number => {
  const found = URGENCY.findIndex((each) => each === (can === 'yes' && may === 'no' ? 'can-may-not' : status));
  return found === -1 ? URGENCY.indexOf('unknown') : found;
};

export interface PortalSummary {
  readonly key: string;
  readonly nameNl: string;
  readonly nameEn: string;
  /** Who can and may log in there. */
  readonly able: number;
  /** The row that shows how the portal stands: the best one where somebody gets in, else the one to mend first. */
  readonly row: AccessRow;
}

export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  /** Portals where he can and may log in, and of how many. */
  readonly able: number;
  readonly all: number;
}

export interface CompanySummary {
  readonly people: readonly PersonSummary[];
  readonly portals: readonly PortalSummary[];
  /** Soonest first. */
  readonly nextEnds: readonly AccessRow[];
  /** Portals where nobody gets in, and rights that can but may not. */
  readonly gaps: readonly AccessRow[];
}

const isAble = ({ can, may }: AccessRow): boolean => can === 'yes' && may === 'yes';
const collator = new Intl.Collator('nl', { sensitivity: 'base' });

function groupBy(rows: readonly AccessRow[], keyOf: (row: AccessRow) => string): readonly (readonly AccessRow[])[] {
  const groups = new Map<string, AccessRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

function portalOf(rows: readonly AccessRow[]): PortalSummary[] {
  const able = rows.filter(isAble);
  const byUrgency = [...rows].sort((a, b) => urgencyOf(a) - urgencyOf(b));
  const row = able.length > 0 ? [...able].sort((a, b) => urgencyOf(b) - urgencyOf(a))[0] : byUrgency[0];
  return row === undefined ? [] : [{ key: row.serviceKey, nameNl: row.serviceNameNl, nameEn: row.serviceNameEn, able: able.length, row }];
}

const MOST_DATES = 5;

/** What the answers of one company say together: who, where, what ends, and what is missing on a day. */
export function summaryOf(rows: readonly AccessRow[], today: string): CompanySummary {
  const portals = groupBy(rows, ({ serviceKey }) => serviceKey).flatMap(portalOf);
  const people = groupBy(rows, ({ personId }) => personId).map((own) => ({ id: own[0]?.personId ?? '', name: own[0]?.personName ?? '', able: own.filter(isAble).length, all: own.length }));
  const ghosts = rows.filter(({ can, may }) => can === 'yes' && may === 'no');
  return {
    people: people.sort((a, b) => b.able - a.able || collator.compare(a.name, b.name)),
    portals: portals.sort((a, b) => urgencyOf(a.row) - urgencyOf(b.row) || collator.compare(a.nameNl, b.nameNl)),
    nextEnds: rows.filter((row) => isAble(row) && row.endsOn !== null && row.endsOn >= today).slice(0, MOST_DATES),
    gaps: [...ghosts, ...portals.filter(({ able }) => able === 0).map(({ row }) => row).filter((row) => !ghosts.includes(row))],
  };
}
