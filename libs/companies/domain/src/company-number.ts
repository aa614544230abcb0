import { InvalidInputError, passesElevenCheck } from '@ketenregie/kernel';

const NATURAL_PERSON = /\b(?:eenmans(?:zaak|bedrijf)|natuurlijk persoon|zzp|emz|zelfstandige?\b.*\bpersoneel|sole (?:trader|proprietor))/i;

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
