const SPELLED_FORMS: readonly (readonly [RegExp, string])[] = [
  [/besloten vennootschap(?: met beperkte aansprakelijkheid)?/g, 'bv'],
  [/naamloze vennootschap/g, 'nv'],
  [/vennootschap onder firma/g, 'vof'],
  [/commanditaire vennootschap/g, 'cv'],
];

/** A company name as it is compared: case, punctuation, spaces and the spelling of the legal form left out. Accents count. */
export function companyNameKey(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  const short = SPELLED_FORMS.reduce((text, [form, letters]) => text.replace(form, letters), lower);
  return short.replace(/[^\p{L}\p{M}\p{N}&]+/gu, '') || lower.trim();
}

/** Whether two names are the same but for case, punctuation, spaces and the spelling of the legal form (BV / B.V.). */
export function isSameCompanyName(one: string, other: string): boolean {
  return companyNameKey(one) === companyNameKey(other);
}
