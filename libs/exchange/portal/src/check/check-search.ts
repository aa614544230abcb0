import { SEVERITIES } from '../import-facts.js';
import type { FindingGroup, Severity } from '../import-facts.js';

/** The filters of the page, as they stand in the address. */
export interface CheckSearch {
  readonly soort?: Severity;
  /** The repair key of the group whose rows are shown. */
  readonly groep?: string;
}

/** Reads the filters of an address; what is not understood is left out. */
export function readCheckSearch(search: Readonly<Record<string, unknown>>): CheckSearch {
  const severity = SEVERITIES.find((each) => each === search['soort']);
  return { ...(severity === undefined ? {} : { soort: severity }), ...(typeof search['groep'] === 'string' ? { groep: search['groep'] } : {}) };
}

/** Groups in the order of work: what waits before what was accepted, open before done, large before small. */
export function orderGroups(groups: readonly FindingGroup[]): FindingGroup[] {
  const rank = ({ severity, state }: FindingGroup) => SEVERITIES.indexOf(severity) * 2 + (state === 'open' ? 0 : 1);
  return [...groups].sort((one, other) => rank(one) - rank(other) || Number(other.suggestion !== null) - Number(one.suggestion !== null) || other.count - one.count);
}

/** How many rows each severity still holds open: rows, as the headings under it count them, however few texts they share. */
export function openCounts(groups: readonly FindingGroup[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => groups.reduce((rows, group) => rows + (group.severity === severity && group.state === 'open' ? group.count : 0), 0);
  return { blocks: count('blocks'), warning: count('warning'), info: count('info') };
}

/** Everything with one thing wrong. */
export interface CategoryOfGroups {
  readonly category: string;
  readonly severity: Severity;
  /** Rows of the file. */
  readonly rows: number;
  /** Texts that still wait for a decision. */
  readonly open: number;
  readonly groups: readonly FindingGroup[];
}

/** Groups under what is wrong with them, both in the order of work; the categories with most rows first within their severity. */
export function byCategory(groups: readonly FindingGroup[]): CategoryOfGroups[] {
  const categories = new Map<string, FindingGroup[]>();
  for (const group of orderGroups(groups)) categories.set(group.category, [...(categories.get(group.category) ?? []), group]);
  const parts = [...categories.values()].map((own) => ({ category: own[0]?.category ?? '', severity: own[0]?.severity ?? 'info', rows: own.reduce((total, group) => total + group.count, 0), open: own.filter((group) => group.state === 'open').length, groups: own }));
  const rank = ({ severity, open }: CategoryOfGroups) => SEVERITIES.indexOf(severity) * 2 + (open > 0 ? 0 : 1);
  return parts.sort((one, other) => rank(one) - rank(other) || other.rows - one.rows);
}
