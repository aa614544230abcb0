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

const at = <L extends Link, C extends string>(link: L, code: C, half: Half | null, inWhoseHands: Hands) =>
  ({ kind: 'break', link, code, half, inWhoseHands }) as const;

/** Every break there is, in the fixed order in which the first one is named. Source: docs/answers.md, breaks. */
export const BREAKS = [
  at('company', 'company-unknown', null, 'we'),
  at('company', 'company-ended', null, 'nobody'),
  at('service', 'service-unknown', null, 'we'),
  at('service', 'chain-not-possible', null, 'nobody'),
  at('client-half', 'no-client-half', 'client', 'client'),
  at('client-half', 'service-not-covered', 'client', 'client'),
  at('client-half', 'client-half-requested', 'client', 'client'),
  at('client-half', 'client-half-ended', 'client', 'client'),
  at('office-half', 'person-unknown', 'office', 'we'),
  at('office-half', 'granted-to-other-intermediary', 'client', 'we'),
  at('office-half', 'no-office-half', 'office', 'we'),
  at('office-half', 'office-half-requested', 'office', 'we'),
  at('office-half', 'office-half-ended', 'office', 'we'),
  at('right', 'person-unknown', 'direct', 'we'),
  at('right', 'no-right', 'direct', 'we'),
  at('right', 'service-not-covered', 'direct', 'we'),
  at('right', 'right-requested', 'direct', 'we'),
  at('right', 'right-ended', 'direct', 'we'),
  at('means', 'no-means', 'means', 'representative'),
  at('means', 'means-requested', 'means', 'representative'),
  at('means', 'means-ended', 'means', 'representative'),
  at('means', 'means-suspended', 'means', 'we'),
  at('means', 'means-variant', 'means', 'representative'),
  at('level', 'level-too-low', 'client', 'client'),
  at('level', 'level-too-low', 'office', 'we'),
  at('level', 'level-too-low', 'direct', 'we'),
  at('level', 'level-too-low', 'means', 'representative'),
  at('clocks', 'client-half-ended', 'client', 'client'),
  at('clocks', 'office-half-ended', 'office', 'we'),
  at('clocks', 'right-ended', 'direct', 'we'),
  at('clocks', 'means-ended', 'means', 'representative'),
  at('clocks', 'lapsed-unused', 'means', 'representative'),
  at('clocks', 'client-half-not-yet', 'client', 'nobody'),
  at('clocks', 'office-half-not-yet', 'office', 'nobody'),
  at('clocks', 'right-not-yet', 'direct', 'nobody'),
  at('clocks', 'means-not-yet', 'means', 'nobody'),
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
