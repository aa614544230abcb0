import type { GridCell } from './grid.js';

/** What stands in one cell of a matrix. */
export type MatrixCell =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unclear' | 'marked' | 'requested' | 'ended' }
  | { readonly kind: 'right'; readonly level: string; readonly persons: string; readonly until: string };

const NOTHING = /^(?:[-–—/]+|n\.?\s?v\.?\s?t\.?|nvt|n\/a|nee|geen|niet|no|0)?$/i;
const MARKED = /^(?:x|ja|yes|✓|✔|√|v|j|1|waar|true|ok)$/i;
const REQUESTED = /^(?:aangevraagd|aanvraag(?: loopt)?|in aanvraag|requested|pending)$/i;
const ENDED = /^(?:vervallen|verlopen|ingetrokken|beëindigd|ended)$/i;
const UNCLEAR = /^\?+$/;
const LEVEL = /^(?:(?:niveau|eh|e-?h|eherkenning)\s*-?\s*)[1-4]\s*(?:\+|plus)?(?![\p{L}\d])|^(?:2\+|3|4)(?=\s|$)|^(?:laag|basis|substantieel|hoog)\b/iu;
const UNTIL = /(?:^|[\s,;(])(?:t\/m|tot en met|tot|geldig tot|t\.e\.m\.|until|→)\s*:?\s*(.+?)\)?$/iu;
const TRAILING_DATE = /(?:^|[\s,;(])(\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}-\d{2}-\d{2})\)?$/;
const INDEFINITE = /(?:^|[\s,;])(onbepaald(?:e tijd)?|onbeperkt)$/i;

function splitRight(text: string): MatrixCell {
  const line = text.replace(/\s*\n\s*/g, ' ');
  const until = UNTIL.exec(line) ?? TRAILING_DATE.exec(line) ?? INDEFINITE.exec(line);
  const before = until ? line.slice(0, until.index).trim() : line;
  const level = LEVEL.exec(before)?.[0] ?? '';
  return { kind: 'right', level: level.trim(), persons: before.slice(level.length).replace(/^[\s,:;/(-]+|[\s,;)]+$/g, ''), until: until?.[1]?.trim() ?? '' };
}

/** Reads a matrix cell: nothing, a mark, "aangevraagd", or level, initials joined by `+` and a `t/m` date. Rule: reading rules, "Matrix". */
export function readMatrixCell(cell: GridCell | null): MatrixCell {
  const text = cell?.text.trim() ?? '';
  if (NOTHING.test(text)) return { kind: 'nothing' };
  if (UNCLEAR.test(text)) return { kind: 'unclear' };
  if (MARKED.test(text)) return { kind: 'marked' };
  if (REQUESTED.test(text)) return { kind: 'requested' };
  return ENDED.test(text) ? { kind: 'ended' } : splitRight(text);
}

/** Whether a text is the shorthand of a matrix rather than any text. */
export function looksLikeMatrixCell(text: string): boolean {
  const cell = readMatrixCell({ kind: 'text', text });
  return cell.kind !== 'right' || cell.level !== '';
}
