import type { LineFactsFragment } from '../generated/operations.js';

/** A row of the list: a heading of a part, a heading of equals, or a line with its place among the lines. */
export type Item =
  | { readonly kind: 'part'; readonly key: string; readonly isUsual: boolean }
  | { readonly kind: 'group'; readonly key: string; readonly first: LineFactsFragment }
  | { readonly kind: 'line'; readonly key: string; readonly index: number; readonly line: LineFactsFragment };

const isUsual = ({ exceptions }: LineFactsFragment): boolean => exceptions.length === 0;

/**
 * The rows of a list of lines, which come with what is unusual first and equals together: a heading where a part begins, and among the usual
 * ones a heading where several equals begin. A line with something unusual stands by itself: it is decided by itself.
 */
export function itemsOf(lines: readonly LineFactsFragment[]): Item[] {
  return lines.flatMap((line, index): Item[] => {
    const before = lines[index - 1];
    const after = lines[index + 1];
    const beginsPart = before === undefined || isUsual(before) !== isUsual(line);
    const beginsGroup = isUsual(line) && (beginsPart || before?.groupKey !== line.groupKey) && after?.groupKey === line.groupKey;
    return [
      ...(beginsPart ? [{ kind: 'part' as const, key: `part-${String(isUsual(line))}`, isUsual: isUsual(line) }] : []),
      ...(beginsGroup ? [{ kind: 'group' as const, key: `group-${line.groupKey}`, first: line }] : []),
      { kind: 'line', key: line.id, index, line },
    ];
  });
}

/** The row at which a line stands. */
export function placeOfLine(items: readonly Item[], index: number): number {
  return items.findIndex((item) => item.kind === 'line' && item.index === index);
}
