import { InvalidInputError } from '@ketenregie/kernel';

const NINE_DIGITS = /^\d{9}$/;
const NATURAL_PERSON = /\b(?:eenmans(?:zaak|bedrijf)|natuurlijk persoon|zzp|emz|zelfstandige?\b.*\bpersoneel|sole (?:trader|proprietor))/i;

/** The 11-check of BSN and RSIN alike: weights 9 to 2, the last digit counts -1. Nine digits, else false; all zeros is none. */
export function passesElevenCheck(digits: string): boolean {
  if (!NINE_DIGITS.test(digits) || Number(digits) === 0) return false;
  let sum = -Number(digits[8]);
  for (let at = 0; at < 8; at += 1) sum += Number(digits[at]) * (9 - at);
  return sum % 11 === 0;
}

/** Whether a legal form is a natural person's: his "RSIN" is his citizen number. */
export function isNaturalPersonForm(legalForm: string | null): boolean {
  return legalForm !== null && NATURAL_PERSON.test(legalForm);
}

/** Refuses numbers that are none, and an RSIN of a natural person: that is his citizen number (art. 46 UAVG) and is never kept. */
export function assertCompanyNumbers({ kvkNumber, rsin, legalForm }: { readonly kvkNumber: string | null; readonly rsin: string | null; readonly legalForm: string | null }): void {
  if (kvkNumber !== null && !/^\d{8}$/.test(kvkNumber)) throw new InvalidInputError('A KvK number has eight digits.', 'kvkNumber');
  if (rsin === null) return;
  if (isNaturalPersonForm(legalForm)) throw new InvalidInputError('The fiscal number of a sole trader is his citizen number; it is not kept here.', 'rsin');
  if (!passesElevenCheck(rsin)) throw new InvalidInputError('An RSIN has nine digits that pass the 11-check.', 'rsin');
}
