const NINE_DIGITS = /^\d{9}$/;
const SOLE_TRADER = /\b(?:eenmans(?:zaak|bedrijf|zaken)|zzp(?:'?er)?|emz|zelfstandige zonder personeel|sole (?:trader|proprietor)(?:ship)?)\b/i;
const TRADE_NAME = /\bh\.?\s?o\.?\s?d\.?\s?n\b\.?|handelend onder/i;
const LEGAL_PERSON = /\b(?:b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v|stichting|vereniging|co[oö]peratie|u\.?\s?a|maatschap|holding|fiscale eenheid)\b/i;

/** The 11-check of BSN and RSIN alike: weights 9 to 2, the last digit counts -1. Nine digits, else false; all zeros is none. */
export function passesElevenCheck(digits: string): boolean {
  if (!NINE_DIGITS.test(digits) || Number(digits) === 0) return false;
  let sum = -Number(digits[8]);
  for (let at = 0; at < 8; at += 1) sum += Number(digits[at]) * (9 - at);
  return sum % 11 === 0;
}

/** Whether a row speaks of a sole trader (eenmanszaak, zzp): there a nine-digit number may be a citizen's. */
export function saysSoleTrader(text: string): boolean {
  return SOLE_TRADER.test(text);
}

/** Whether a company name is a person's own trade name ("J. Jansen h.o.d.n. ...") rather than a legal person's. */
export function isTradeNameOfPerson(name: string): boolean {
  const [before = ''] = name.split(TRADE_NAME);
  return TRADE_NAME.test(name) && !LEGAL_PERSON.test(before);
}
