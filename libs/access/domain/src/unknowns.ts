import type { Link } from './break.js';

const deciding = <C extends string>(link: Link, code: C) => ({ kind: 'unknown', link, code, isDeciding: true }) as const;
const listed = <C extends string>(link: Link, code: C) => ({ kind: 'unknown', link, code, isDeciding: false }) as const;

/**
 * Every unknown there is. A *deciding* one turns yes into unknown; the others are limits that nobody recorded: they are listed and
 * make the answer "as far as known", no more. Source: docs/answers.md, unknowns.
 */
export const UNKNOWNS = [
  deciding('service', 'chain-allowed-unknown'),
  listed('service', 'other-register'),
  deciding('client-half', 'client-half-service-unknown'),
  deciding('client-half', 'client-half-state-unknown'),
  deciding('office-half', 'office-half-service-unknown'),
  deciding('office-half', 'office-half-state-unknown'),
  deciding('right', 'right-service-unknown'),
  deciding('right', 'right-state-unknown'),
  deciding('means', 'means-not-recorded'),
  deciding('means', 'means-state-unknown'),
  deciding('level', 'required-level-unknown'),
  deciding('level', 'client-half-level-unknown'),
  listed('level', 'office-half-level-unknown'),
  deciding('level', 'right-level-unknown'),
  deciding('level', 'means-level-unknown'),
  listed('clocks', 'client-half-start-unknown'),
  listed('clocks', 'client-half-end-unknown'),
  listed('clocks', 'office-half-dates-unknown'),
  listed('clocks', 'right-start-unknown'),
  listed('clocks', 'right-end-unknown'),
  listed('clocks', 'means-end-unknown'),
  listed('clocks', 'last-used-unknown'),
] as const;

export type Unknown = (typeof UNKNOWNS)[number];
export type UnknownCode = Unknown['code'];

/** The closed set of unknown codes. */
export const UNKNOWN_CODES: readonly UnknownCode[] = UNKNOWNS.map(({ code }) => code);

/** The unknown of a code. */
export function unknown(code: UnknownCode): Unknown {
  const found = UNKNOWNS.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`No unknown ${code}`);
  return found;
}
