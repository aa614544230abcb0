const NINE_DIGITS = /^\d{9}$/;
/** Nine digits in one run or in groups with one separator, standing alone; a VAT or payroll number adds a letter and two digits. */
const NINE = /(?<!\d)(?<!\d[.,])\d(?:[ .-]?\d){8}(?:[ .]?([BL])[ .]?\d{2})?(?![\d])/gi;
/** Fewer than nine digits hold no citizen number. */
const ENOUGH_DIGITS = /(?:\d\D?){9}/;
const DATE_INSIDE = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-.](?:0?[1-9]|1[0-2])[-.](?:\d{2}|\d{4})(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;
const LABEL = /\b(rsin\w*|bsn\w*|burgerservice\w*|sofi\w*|loonheffing\w*|lh(?:nr|nummer)?|btw\w*|vat|ob|omzetbelasting\w*)(?![\p{L}\d])/giu;
/** A number belongs to the nearest label within this many characters before it. */
const LABEL_REACH = 40;

/** The 11-check of BSN and RSIN alike: weights 9 to 2, the last digit counts -1. Nine digits, else false; all zeros is none. */
export function passesElevenCheck(digits: string): boolean {
  if (!NINE_DIGITS.test(digits) || Number(digits) === 0) return false;
  let sum = -Number(digits[8]);
  for (let at = 0; at < 8; at += 1) sum += Number(digits[at]) * (9 - at);
  return sum % 11 === 0;
}

/** Which tax numbers a text may hold: those of a natural person contain his citizen number. */
export interface NumbersOf {
  readonly isNaturalPerson: boolean;
}

type NumberLabel = 'rsin' | 'tax' | 'citizen' | null;

function labelBefore(text: string, at: number): NumberLabel {
  const words = [...text.slice(Math.max(0, at - LABEL_REACH), at).matchAll(LABEL)];
  const word = words.at(-1)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  if (word.startsWith('rsin')) return 'rsin';
  return /^(?:bsn|burger|sofi)/.test(word) ? 'citizen' : 'tax';
}

function mayStay(label: NumberLabel, hasTaxSuffix: boolean, context: NumbersOf): boolean {
  if (label === 'rsin') return true;
  const isTaxNumber = label === 'tax' || (hasTaxSuffix && label !== 'citizen');
  return isTaxNumber && !context.isNaturalPerson;
}

/**
 * The text with every citizen number in it replaced. A nine-digit number that passes the 11-check is one unless the text calls it RSIN, or calls
 * it a VAT or payroll number of a company that is no natural person.
 */
export function withoutCitizenNumbers(text: string, context: NumbersOf, replacement: string): string {
  if (!ENOUGH_DIGITS.test(text)) return text;
  return text.replace(NINE, (match: string, suffix: string | undefined, offset: number) => {
    const digits = match.replace(/\D/g, '').slice(0, 9);
    if (!passesElevenCheck(digits) || DATE_INSIDE.test(match)) return match;
    return mayStay(labelBefore(text, offset), suffix !== undefined, context) ? match : replacement;
  });
}
