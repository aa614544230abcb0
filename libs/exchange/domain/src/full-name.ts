import type { RowCells } from './row-cells.js';

/** "Vuursteen, Pieter de" and "Jansen, Sanne" are written first name first; any other name is left as it is. */
function firstNameFirst(name: string): string {
  const match = /^([^,]+),\s*(\p{L}[\p{L}.'-]*)((?:\s+\p{L}[\p{L}.'-]*)*)$/u.exec(name);
  return match ? `${match[2]}${match[3] ?? ''} ${match[1]}`.replace(/\s+/g, ' ') : name;
}

/** The full name of a row's person: in one column, or in first name, infix and surname; null where none is given. */
export function fullNameOf(cells: RowCells): string | null {
  const parts = ['firstName', 'infix', 'lastName'].map((meaning) => cells.line(meaning as 'firstName' | 'infix' | 'lastName'));
  const joined = cells.has('lastName') ? joinParts(parts) : '';
  const whole = joined || (cells.line('name') ?? cells.line('persons') ?? cells.line('company') ?? '');
  return whole === '' ? null : firstNameFirst(whole);
}

/** "Vuursteen, de" in the surname column carries its infix behind a comma. */
function joinParts([first, infix, last]: readonly (string | null)[]): string {
  const turned = /^([^,]+),\s*(.+)$/.exec(last ?? '');
  const surname = turned ? `${turned[2]} ${turned[1]}` : last;
  return [first, infix, surname].filter((part) => part !== null && part !== undefined && part !== '').join(' ');
}
