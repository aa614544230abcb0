import type { Break } from './break.js';
import type { Unknown } from './unknowns.js';

/** What a judge says of a link: a break, or something that is not known. A link without findings holds. */
export type Finding = Break | Unknown;

/** The findings among some checks, each written as `condition && finding`. */
export function findings(...checks: readonly (Finding | false | null)[]): readonly Finding[] {
  return checks.filter((check): check is Finding => check !== false && check !== null);
}

/** Whether a finding is a break. */
export const isBreak = (finding: Finding): finding is Break => finding.kind === 'break';

/** Whether a finding is an unknown. */
export const isUnknown = (finding: Finding): finding is Unknown => finding.kind === 'unknown';
