import { withoutCitizenNumbers } from './citizen-number.js';
import { DomainError } from './domain-error.js';
import { MAY_HOLD_SECRET, nextSecret } from './secret-in-text.js';

/** What a typed text may not hold: the product keeps no login secret, no citizen number, and no number of an identity document. */
export type PrivateContent = 'secret' | 'citizen-number' | 'document-number';

const COMPANY = { isNaturalPerson: false };
const DOCUMENT = /(?<![\p{L}\d])(?:paspoort|passport|id[- ]?(?:kaart|card|bewijs)|identiteits(?:kaart|bewijs)|identity (?:card|document)|rijbewijs|driving licence|document ?(?:nummer|nr|number)|vreemdelingen(?:document|kaart)|verblijfs(?:document|vergunning))/giu;
/** A number of a Dutch document has nine or ten signs, letters among them or none, and at least four digits. */
const DOCUMENT_NUMBER = /(?<![\p{L}\d])(?=(?:[A-Z]*\d){4})[A-Z\d]{8,10}(?![\p{L}\d])/u;
/** How far behind the name of a document its number is looked for. */
const DOCUMENT_REACH = 40;

function hasDocumentNumber(text: string): boolean {
  for (const { index, 0: word } of text.matchAll(DOCUMENT)) {
    const behind = text.slice(index + word.length, index + word.length + DOCUMENT_REACH);
    if (DOCUMENT_NUMBER.test(behind.toUpperCase())) return true;
  }
  return false;
}

const ASSIGNMENT = /[:=]|->/;
const YEAR = /^(?:19|20)\d{2}$/;

/** "Pass Partout" and "PW 2000" are names: there a word for a secret is one only where a value is assigned to it, or looks like one. */
function isPartOfName(text: string, from: number): boolean {
  const [value = ''] = text.slice(from).split(/\s/);
  return !ASSIGNMENT.test(text) && (!/[\d!@#$%^*?]/.test(value) || YEAR.test(value));
}

function hasSecret(text: string, isName: boolean): boolean {
  const secret = MAY_HOLD_SECRET.test(text) ? nextSecret(text, 0) : null;
  return secret !== null && !(isName && isPartOfName(text, secret.from));
}

/** What a text holds that is kept nowhere, or null. A mention ("wachtwoord gewijzigd op 12-03-2026") is none. */
export function privateIn(text: string, { isName = false } = {}): PrivateContent | null {
  if (hasSecret(text, isName)) return 'secret';
  if (withoutCitizenNumbers(text, COMPANY, '') !== text) return 'citizen-number';
  return hasDocumentNumber(text) ? 'document-number' : null;
}

const WHY: Readonly<Record<PrivateContent, string>> = {
  secret: 'This text seems to hold a password, PIN or code. Those are kept nowhere: take it out, and mention only that there is one.',
  'citizen-number': 'This text seems to hold a citizen number (BSN). It is kept nowhere: take it out. Of an RSIN, write RSIN before it.',
  'document-number': 'This text seems to hold the number of an identity document. It is kept nowhere: take it out; kind and end date are enough.',
};

/** Somebody typed what is kept nowhere. It names the field and what it seems to be, never the text. */
export class PrivateTextError extends DomainError {
  constructor(content: PrivateContent, field?: string) {
    super('PRIVATE_TEXT', WHY[content], field);
  }
}

/** Refuses a typed text that holds what is kept nowhere (PRIVATE_TEXT), naming the field. */
export function assertNothingPrivate(text: string, field?: string, { isName = false } = {}): void {
  const content = privateIn(text, { isName });
  if (content !== null) throw new PrivateTextError(content, field);
}
