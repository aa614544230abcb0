const SPELLED_FORMS: readonly (readonly [RegExp, string])[] = [
  [/besloten vennootschap(?: met beperkte aansprakelijkheid)?/g, 'bv'],
  [/naamloze vennootschap/g, 'nv'],
  [/vennootschap onder firma/g, 'vof'],
  [/commanditaire vennootschap/g, 'cv'],
];

/** No character below U+0300 is a part of another: such a name is composed already. */
const MAY_DECOMPOSE = /[^\0-\u02ff]/;
const IS_ASCII = /^[\0-\x7f]*$/;
const SIGNS = /[^\p{L}\p{M}\p{N}&]+/gu;
/** The same signs for a text in lower case without accents, found much faster. */
const ASCII_SIGNS = /[^a-z0-9&]+/g;

/** A company name as it is compared: case, punctuation, spaces and the spelling of the legal form left out. Accents count. */
export function companyNameKey(name: string): string {
  const lower = (MAY_DECOMPOSE.test(name) ? name.normalize('NFC') : name).toLowerCase();
  const short = lower.includes('vennootschap') ? SPELLED_FORMS.reduce((text, [form, letters]) => text.replace(form, letters), lower) : lower;
  return short.replace(IS_ASCII.test(short) ? ASCII_SIGNS : SIGNS, '') || lower.trim();
}
