const SOLE_TRADER = /\b(?:eenmans(?:zaak|bedrijf|zaken)|zzp(?:'?er)?|emz|zelfstandige zonder personeel|sole (?:trader|proprietor)(?:ship)?)\b/i;
const TRADE_NAME = /\bh\.?\s?o\.?\s?d\.?\s?n\b\.?|handelend onder/i;
const LEGAL_PERSON = /\b(?:b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v|stichting|vereniging|co[oö]peratie|u\.?\s?a|maatschap|holding|fiscale eenheid)\b/i;

/** Whether a row speaks of a sole trader (eenmanszaak, zzp): there a nine-digit number may be a citizen's. */
export function saysSoleTrader(text: string): boolean {
  return SOLE_TRADER.test(text);
}

/** Whether a company name is a person's own trade name ("J. Jansen h.o.d.n. ...") rather than a legal person's. */
export function isTradeNameOfPerson(name: string): boolean {
  const [before = ''] = name.split(TRADE_NAME);
  return TRADE_NAME.test(name) && !LEGAL_PERSON.test(before);
}
