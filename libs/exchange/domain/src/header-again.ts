import { normalisePortalText } from '@ketenregie/catalogue-domain';
import type { Column } from './column.js';
import type { GridCell } from './grid.js';

const FIRST_LETTER = /^[a-z0-9]/;

/** Compares a cell with one header, normalised once. Another first letter, and that is nearly every cell, is another text. */
function sameAs(header: string): (text: string) => boolean {
  const wanted = normalisePortalText(header);
  return (text) => {
    const first = text.charAt(0).toLowerCase();
    if (FIRST_LETTER.test(first) && !wanted.startsWith(first)) return false;
    return normalisePortalText(text) === wanted;
  };
}

/** Tells whether a row repeats the header of its columns: at least two of them, and half. */
export function createHeaderCheck(columns: readonly Column[]): (cells: readonly (GridCell | null)[]) => boolean {
  const headed = columns.filter(({ header }) => header !== '').map(({ index, header }) => ({ index, isSame: sameAs(header) }));
  const needed = Math.max(2, headed.length / 2);
  return (cells) => {
    let same = 0;
    let left = headed.length;
    for (const { index, isSame } of headed) {
      if (same + left < needed) return false;
      left -= 1;
      if (isSame(cells[index]?.text ?? '')) same += 1;
    }
    return headed.length >= 2 && same >= needed;
  };
}
