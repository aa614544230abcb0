const MARKS = /\p{M}/gu;
const OTHERS = /[^\p{L}\p{N}]+/gu;

/** Text as it is searched: lower case, without accents, every run of other characters one space. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(OTHERS, ' ').trim();
}
