const CODE_KIND = '(?:in ?log|toegangs|activatie|activerings|beveiligings|herstel|verificatie|sms|app|token|koppel|recovery|security|pin|puk|geheime?)';
const HARMLESS_CODE = '(?:kvk|klant|relatie|btw|sbi|land|vak|qr|bar|product|afdelings?|kosten)[- ]';
const KEYWORD = new RegExp(
  '(?<![\\p{L}\\d])(?:ww|w\\.w\\.|wacht ?woord(?:en)?|wachtw\\.?|password|passwd|passphrase|pwd|pw|pass|pin(?:[- ]?code)?|puk(?:[- ]?code)?' +
    `|totp|otp|${CODE_KIND}[- ]?codes?|(?<!${HARMLESS_CODE})code|inloggegevens|credentials|secret)(?![\\p{L}\\d])`,
  'giu',
);
/** Nearly every text has none of these letters: one cheap look saves the search. */
export const MAY_HOLD_SECRET = /w\.?w|wacht|pass|pw|pin|puk|otp|code|inlog|cred|secret/i;
/** "ww klant portaal: ...": an assignment, at most four words after the keyword. */
const ASSIGNED = /^(?:[^\S\n]+[\p{L}.'-]+){0,4}[^\S\n]*(?:[:=]|->|=>)\s*(?=\S)/u;
const OPENING = /^[\s"'(\-–,.]*/;
const TOKEN = /^\S+/;
/** A word of a sentence; a value has a digit, a symbol or a capital inside. */
const VALUE = /\d|[\p{L}][!@#$%^*?_~|\\]+[\p{L}]|[!@#$%^*_~|\\]|\p{Ll}\p{Lu}/u;
const HARMLESS_NUMBER = /^(?:€?\d{1,3}(?:[.,]\d+)*%?|\d+,\d{2})[.,;)]*$/;
const PERIOD = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}|q[1-4])[.,;)]*$/i;
const TIME_WORD = /\b(?:op|in|per|sinds|vanaf|tot|t\/m|d\.?d\.?|na|van|voor|geldig)\s*$/i;
const CAPITALISED = /^\p{Lu}\p{Ll}{3,}/u;
/** How many words after the keyword may come before its value without a colon. */
const REACH = 5;

function isValue(token: string, before: string): boolean {
  if (!VALUE.test(token) || HARMLESS_NUMBER.test(token)) return false;
  return !(PERIOD.test(token) && TIME_WORD.test(before));
}

/** Where after a keyword its value starts, or null where the keyword is only mentioned. */
function valueStart(after: string): number | null {
  const assigned = ASSIGNED.exec(after);
  if (assigned) return assigned[0].length;
  let at = OPENING.exec(after)?.[0].length ?? 0;
  if (at === 0) return null;
  for (let word = 0; word < REACH; word += 1) {
    const token = TOKEN.exec(after.slice(at))?.[0];
    if (token === undefined) return null;
    if (isValue(token, after.slice(0, at)) || (word === 0 && CAPITALISED.test(token) && !/\s\S/.test(after.slice(at)))) return at;
    at += token.length;
    at += /^\s*/.exec(after.slice(at))?.[0].length ?? 0;
  }
  return null;
}

/** Part of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The next stretch after a place that is the value of a password, PIN or code; null where the rest only mentions them, or not even that. */
export function nextSecret(text: string, from: number): Stretch | null {
  KEYWORD.lastIndex = from;
  for (let keyword = KEYWORD.exec(text); keyword !== null; keyword = KEYWORD.exec(text)) {
    const end = keyword.index + keyword[0].length;
    const start = valueStart(text.slice(end));
    if (start === null) continue;
    const line = text.indexOf('\n', end + start);
    return { from: end + start, to: line === -1 ? text.length : line };
  }
  return null;
}
