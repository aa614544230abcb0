import { MAY_HOLD_SECRET, nextSecret } from '@ketenregie/kernel';
import type { Remark } from './findings.js';
import { WITHHELD } from './findings.js';

const NO_REMARKS: readonly Remark[] = [];

/**
 * Withholds what follows a word such as ww, wachtwoord, pin or puk, to the end of its line: a password may hold any character, so nothing
 * after its first one is trusted. A mention without a value ("wachtwoord reset aangevraagd") stays.
 */
export function redactSecrets(text: string): { text: string; remarks: readonly Remark[] } {
  if (!MAY_HOLD_SECRET.test(text)) return { text, remarks: NO_REMARKS };
  let kept = '';
  let at = 0;
  for (let secret = nextSecret(text, 0); secret !== null; secret = nextSecret(text, at)) {
    kept += text.slice(at, secret.from) + WITHHELD;
    at = secret.to;
  }
  return at === 0 ? { text, remarks: NO_REMARKS } : { text: kept + text.slice(at), remarks: [{ category: 'secret-in-text', value: WITHHELD }] };
}
