const REMOVED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]/gu;
const JOINER = /[\u200c\u200d]/;
/** Letters of scripts where a joiner changes the word, and the parts of one emoji. */
const JOINABLE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}]/u;
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
/** Text of printable Latin letters with single spaces needs no cleaning. */
const PLAIN = /^(?:[!-~\u00a1-\u00ac\u00ae-\u024f] ?)*$/;
const SPACES = /[^\S\n]+/g;

/** A cell's text made plain, and whether characters were taken out that nobody sees. */
export interface CleanText {
  readonly text: string;
  readonly hadUnusual: boolean;
}

function isNeeded(character: string, before: string, after: string): boolean {
  return JOINER.test(character) && JOINABLE.test(before) && JOINABLE.test(after);
}

function lastCharacter(text: string, end: number): string {
  return [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? '';
}

function firstCharacter(text: string, start: number): string {
  const code = text.codePointAt(start);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/**
 * Removes control, bidirectional and zero-width characters and halves of characters (a joiner inside an emoji or an Arabic word stays), makes every line break `\n`
 * and every other run of white space one space, and trims.
 */
export function cleanText(raw: string): CleanText {
  if (PLAIN.test(raw)) return { text: raw.trim(), hadUnusual: false };
  const spaced = raw.replace(LINE_BREAK, '\n').trim();
  let hadUnusual = false;
  const visible = spaced.replace(REMOVED, (character, offset: number) => {
    if (isNeeded(character, lastCharacter(spaced, offset), firstCharacter(spaced, offset + character.length))) return character;
    hadUnusual = true;
    return '';
  });
  return { text: visible.replace(SPACES, ' ').trim(), hadUnusual };
}

const FORMULA_START = /^[=@]\S|^[+-][^\s+-]/;
const PLAIN_SIGNED = /^[+-][\d\s.,()/-]*%?$/;

/** Whether a spreadsheet would run this text as a formula when it is typed into a cell: `=`, `@`, or a sign that starts no plain number. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text) && !PLAIN_SIGNED.test(text);
}

/** One line: for names, where a line break in the cell is only a space. */
export function singleLine(text: string): string {
  return text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text;
}
