const STEMS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['maart', 'march', 'mrt', 'mar', 'maa'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

const NUMBER_OF = new Map(STEMS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** Matches a Dutch or English month name or its abbreviation, lower-case; longest first. */
export const MONTH_PATTERN = [...NUMBER_OF.keys()].sort((a, b) => b.length - a.length).join('|');

/** The number (1 to 12) of a month name that {@link MONTH_PATTERN} matched; 0 for any other text. */
export function monthNumber(name: string): number {
  return NUMBER_OF.get(name) ?? 0;
}
