import { passesElevenCheck } from '@ketenregie/companies-domain';
import type { Remark } from './findings.js';
import { WITHHELD } from './findings.js';
import { redactSecrets } from './secret-text.js';

/** Nine digits in one run or in groups with one separator, standing alone; a VAT or payroll number adds a letter and two digits. */
const NINE = /(?<!\d)(?<!\d[.,])\d(?:[ .-]?\d){8}(?:[ .]?([BL])[ .]?\d{2})?(?![\d])/gi;
/** Fewer than nine digits hold no citizen number. */
const ENOUGH_DIGITS = /(?:\d\D?){9}/;
const DATE_INSIDE = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-.](?:0?[1-9]|1[0-2])[-.](?:\d{2}|\d{4})(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;
const LABEL = /\b(rsin\w*|bsn\w*|burgerservice\w*|sofi\w*|loonheffing\w*|lh(?:nr|nummer)?|btw\w*|vat|ob|omzetbelasting\w*)(?![\p{L}\d])/giu;
/** A number belongs to the nearest label within this many characters before it. */
const LABEL_REACH = 40;

export interface RedactionContext {
  /** The row is about a natural person: a VAT or payroll number then contains the citizen number. */
  readonly isNaturalPerson: boolean;
  /** The column holds company numbers: its reader decides about RSIN and citizen number itself. */
  readonly isCompanyNumber?: boolean;
}

export interface Redacted {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

type NumberLabel = 'rsin' | 'tax' | 'citizen' | null;

function labelBefore(text: string, at: number): NumberLabel {
  const words = [...text.slice(Math.max(0, at - LABEL_REACH), at).matchAll(LABEL)];
  const word = words.at(-1)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  if (word.startsWith('rsin')) return 'rsin';
  return /^(?:bsn|burger|sofi)/.test(word) ? 'citizen' : 'tax';
}

function mayStay(label: NumberLabel, hasTaxSuffix: boolean, context: RedactionContext): boolean {
  if (label === 'rsin') return true;
  const isTaxNumber = label === 'tax' || (hasTaxSuffix && label !== 'citizen');
  return isTaxNumber && !context.isNaturalPerson;
}

function redactNumbers(text: string, context: RedactionContext): Redacted {
  let found = false;
  const kept = text.replace(NINE, (match: string, suffix: string | undefined, offset: number) => {
    const digits = match.replace(/\D/g, '').slice(0, 9);
    if (!passesElevenCheck(digits) || DATE_INSIDE.test(match)) return match;
    if (mayStay(labelBefore(text, offset), suffix !== undefined, context)) return match;
    found = true;
    return WITHHELD;
  });
  return { text: kept, remarks: found ? [{ category: 'bsn-in-text', value: WITHHELD }] : [] };
}

/**
 * Takes secrets and citizen numbers out of a cell's text, before anything else sees it. A nine-digit number that passes the 11-check is a
 * citizen number unless the text calls it RSIN, or calls it a VAT or payroll number of a company that is no natural person.
 */
export function redact(text: string, context: RedactionContext): Redacted {
  const secrets = redactSecrets(text);
  if (!ENOUGH_DIGITS.test(secrets.text)) return secrets;
  const mentionsCitizen = /\bbsn\b|burgerservice|\bsofi/i.test(secrets.text);
  if (context.isCompanyNumber === true && !mentionsCitizen) return secrets;
  const numbers = redactNumbers(secrets.text, context);
  return { text: numbers.text, remarks: [...secrets.remarks, ...numbers.remarks] };
}
