import { type Break, BREAKS, breakOrder, isBreak, RIGHT_STATUSES, type RightStatus, statusOf, type UnknownCode, UNKNOWNS } from '@ketenregie/access-domain';
import { calendarDate } from '@ketenregie/kernel';

/**
 * Findings of a path are sets, and a set is a bigint in SQL: a break's bit is its place in the fixed order, so the lowest bit is the first
 * break and a higher lowest bit breaks later.
 */
export const bitOfBreak = (found: Break): string => `${2 ** breakOrder(found)}::bigint`;

/** The order in which the model lists unknowns: along the path, and within a link as its judge finds them. */
const TOLD_ORDER: readonly UnknownCode[] = [
  'other-register', 'chain-allowed-unknown',
  'client-half-state-unknown', 'client-half-service-unknown', 'office-half-state-unknown', 'office-half-service-unknown',
  'right-state-unknown', 'right-service-unknown', 'means-not-recorded', 'means-state-unknown',
  'required-level-unknown', 'client-half-level-unknown', 'office-half-level-unknown', 'right-level-unknown', 'means-level-unknown',
  'client-half-start-unknown', 'client-half-end-unknown', 'office-half-dates-unknown', 'right-start-unknown', 'right-end-unknown',
  'means-end-unknown', 'last-used-unknown',
];

const placeOfUnknown = (code: UnknownCode): number => TOLD_ORDER.indexOf(code);

export const bitOfUnknown = (code: UnknownCode): string => `${2 ** placeOfUnknown(code)}::bigint`;

/** The bits of the unknowns that turn yes into unknown. */
export const DECIDING = `${UNKNOWNS.filter(({ isDeciding }) => isDeciding).reduce((sum, { code }) => sum + 2 ** placeOfUnknown(code), 0)}::bigint`;

/** A set of findings from conditions: [condition, bit] each. A condition that is null counts as false. */
export function bits(...checks: readonly (readonly [condition: string, bit: string])[]): string {
  return checks.map(([condition, bit]) => `case when ${condition} then ${bit} else 0 end`).join(' | ');
}

const quoted = (text: string | null): string => (text === null ? 'null' : `'${text}'`);

/** The status that one break alone gives: the domain is asked, so that the rule stands in one place. */
function statusOfBreak(found: Break): RightStatus {
  const candidate = { kind: 'direct', right: null, means: null } as const;
  return statusOf({ candidate, findings: [found], can: 'no', firstBreak: found, endsOn: null, endsBy: null }, calendarDate('2026-01-01'), 0);
}

/** The breaks in their fixed order, as rows of (bit, code, half, hands). */
export const BREAK_ROWS = `values ${BREAKS.map(
  (each) => `(${bitOfBreak(each)}, ${quoted(each.code)}, ${quoted(each.half)}::text, ${quoted(each.inWhoseHands)})`,
).join(', ')}`;

/** The unknowns in the order in which they are told, as rows of (bit, code). */
export const UNKNOWN_ROWS = `values ${TOLD_ORDER.map((code) => `(${bitOfUnknown(code)}, ${quoted(code)})`).join(', ')}`;

/** The breaks that give each status, as one set of bits, in the precedence of the statuses. */
export const STATUS_BITS: readonly (readonly [RightStatus, string])[] = RIGHT_STATUSES.flatMap((status) => {
  const mask = BREAKS.filter(isBreak).filter((each) => statusOfBreak(each) === status).reduce((sum, each) => sum + 2 ** breakOrder(each), 0);
  return mask === 0 ? [] : [[status, `${mask}::bigint`] as const];
});
