import type { FindingGroup, Severity } from '../import.documents.js';

export const SEVERITIES = ['blocks', 'warning', 'info'] as const satisfies readonly Severity[];

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

/** How many rows each severity still holds open. */
export function openCounts(groups: readonly FindingGroup[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => groups.filter((group) => group.severity === severity && group.state === 'open').length;
  return { blocks: count('blocks'), warning: count('warning'), info: count('info') };
}
