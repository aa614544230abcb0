/** The links of a path, in the order in which they are judged. `right` takes the place of the two halves where somebody acts directly. */
export const LINKS = ['company', 'service', 'client-half', 'office-half', 'right', 'means', 'level', 'clocks'] as const;
export type Link = (typeof LINKS)[number];

/** The part that a break is about. */
export const HALVES = ['client', 'office', 'direct', 'means'] as const;
export type Half = (typeof HALVES)[number];

/** In whose hands a repair lies: ours in our own console, the client's at his supplier, a representative's on paper, or nobody's. */
export const HANDS = ['we', 'client', 'representative', 'nobody'] as const;
export type Hands = (typeof HANDS)[number];

/** Working days that a repair takes in somebody's hands; null: not known. */
export type LeadDays = Readonly<Record<Exclude<Hands, 'nobody'>, number | null>>;

const at =
  <L extends Link>(link: L, half: Half | null) =>
  <C extends string>(code: C, inWhoseHands: Hands) =>
    ({ kind: 'break', link, code, half, inWhoseHands }) as const;

/** Every break there is, in the fixed order in which the first one is named. Source: docs/answers.md, breaks. */
export const BREAKS = [
  at('company', null)('company-unknown', 'we'),
  at('company', null)('company-ended', 'nobody'),
  at('service', null)('service-unknown', 'we'),
  at('service', null)('chain-not-possible', 'nobody'),
  at('client-half', 'client')('no-client-half', 'client'),
  at('client-half', 'client')('service-not-covered', 'client'),
  at('client-half', 'client')('client-half-requested', 'client'),
  at('client-half', 'client')('client-half-ended', 'client'),
  at('office-half', 'office')('person-unknown', 'we'),
  at('office-half', 'client')('granted-to-other-intermediary', 'we'),
  at('office-half', 'office')('no-office-half', 'we'),
  at('office-half', 'office')('office-half-requested', 'we'),
  at('office-half', 'office')('office-half-ended', 'we'),
  at('right', 'direct')('person-unknown', 'we'),
  at('right', 'direct')('no-right', 'we'),
  at('right', 'direct')('service-not-covered', 'we'),
  at('right', 'direct')('right-requested', 'we'),
  at('right', 'direct')('right-ended', 'we'),
  at('means', 'means')('no-means', 'representative'),
  at('means', 'means')('means-requested', 'representative'),
  at('means', 'means')('means-ended', 'representative'),
  at('means', 'means')('means-suspended', 'we'),
  at('means', 'means')('means-variant', 'representative'),
  at('level', 'client')('level-too-low', 'client'),
  at('level', 'office')('level-too-low', 'we'),
  at('level', 'direct')('level-too-low', 'we'),
  at('level', 'means')('level-too-low', 'representative'),
  at('clocks', 'client')('client-half-ended', 'client'),
  at('clocks', 'office')('office-half-ended', 'we'),
  at('clocks', 'direct')('right-ended', 'we'),
  at('clocks', 'means')('means-ended', 'representative'),
  at('clocks', 'means')('lapsed-unused', 'representative'),
  at('clocks', 'client')('client-half-not-yet', 'nobody'),
  at('clocks', 'office')('office-half-not-yet', 'nobody'),
  at('clocks', 'direct')('right-not-yet', 'nobody'),
  at('clocks', 'means')('means-not-yet', 'nobody'),
] as const;

export type Break = (typeof BREAKS)[number];
export type BreakCode = Break['code'];

/** The closed set of break codes, in order of their first place. */
export const BREAK_CODES: readonly BreakCode[] = [...new Set(BREAKS.map(({ code }) => code))];

type CodeAt<L extends Link> = Extract<Break, { link: L }>['code'];

/** The break of a code at a link; `half` tells apart the level breaks, which share one code. */
export function broken<L extends Link>(link: L, code: CodeAt<L>, half?: Half): Break {
  const found = BREAKS.find((each) => each.link === link && each.code === code && (half === undefined || each.half === half));
  if (found === undefined) throw new RangeError(`No break ${code} at ${link}`);
  return found;
}

/** The place of a break in the fixed order, from 0. */
export function breakOrder(found: Break): number {
  return BREAKS.indexOf(found);
}
