const LEGAL_FORM =
  /(?:^|[\s(,])(?:b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v|u\.?\s?a|b\.?\s?a)\.?(?=$|[\s),;-])|\b(?:stichting|vereniging|co[oö]peratie|maatschap|holding|beheer|eenmanszaak|fiscale eenheid|h\.?o\.?d\.?n)\b/iu;

/** Whether a text carries a legal form, as a company's name does and a note does not. */
export function hasLegalForm(text: string): boolean {
  return LEGAL_FORM.test(text);
}

const KVK_IN_TEXT = /[\s,;(–-]*\b(?:k\.?\s?v\.?\s?k\.?|handelsregister|coc)[\s.:-]*(?:nr|nummer|no)?[\s.:]*\(?\s*([\d][\d .-]{3,13}\d|volgt|onbekend|\?)\s*\)?\s*$/iu;
const BARE_NUMBER = /[\s,;(–-]+(\d{8}|\d{4}[ .]\d{4}|\d{2}[ .]\d{3}[ .]\d{3})\s*\)?\s*$/;

/** A section heading taken apart: "Peperbus B.V. (KvK 9000 4710)" is a name and a number text. */
export function splitHeading(text: string): { name: string; kvkText: string | null } {
  const match = KVK_IN_TEXT.exec(text) ?? BARE_NUMBER.exec(text);
  if (!match) return { name: text.replace(/\s*:\s*$/, ''), kvkText: null };
  return { name: text.slice(0, match.index).trim(), kvkText: match[1] ?? null };
}
