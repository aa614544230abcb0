const CANDIDATES = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/** Excel's own hint on a first line: `sep=;`. */
export const SEPARATOR_LINE = /^"?sep=([;,|\t])"?(?:\r\n|\n|\r)/i;

/** Splits into lines and counts a sign in each, leaving out what stands between quotes. */
function countsOf(text: string, sign: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '\n') {
      counts.push(count);
      count = 0;
    } else if (!isQuoted && character === sign) count += 1;
  }
  return count > 0 ? [...counts, count] : counts;
}

/** How well a sign splits the lines: the commonest count above nothing, times the lines that have it. */
function score(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...[...lines].map(([count, times]) => times * Math.min(count, 12)));
}

/** The sign that splits the first lines of a text most evenly; a semicolon where none does. */
export function sniffDelimiter(text: string): Delimiter {
  const sample = text.replace(/\r\n?/g, '\n').split('\n').slice(0, 60).join('\n');
  const scored = CANDIDATES.map((sign) => ({ sign, points: score(countsOf(sample, sign)) }));
  return scored.reduce((best, next) => (next.points > best.points ? next : best), { sign: ';' as Delimiter, points: 0 }).sign;
}
