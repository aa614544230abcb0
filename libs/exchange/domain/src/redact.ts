import { withoutCitizenNumbers } from '@ketenregie/kernel';
import type { Remark } from './findings.js';
import { WITHHELD } from './findings.js';
import { redactSecrets } from './secret-text.js';

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

/**
 * Takes secrets and citizen numbers out of a cell's text, before anything else sees it. A nine-digit number that passes the 11-check is a
 * citizen number unless the text calls it RSIN, or calls it a VAT or payroll number of a company that is no natural person.
 */
export function redact(text: string, context: RedactionContext): Redacted {
  const secrets = redactSecrets(text);
  const mentionsCitizen = /\bbsn\b|burgerservice|\bsofi/i.test(secrets.text);
  if (context.isCompanyNumber === true && !mentionsCitizen) return secrets;
  const kept = withoutCitizenNumbers(secrets.text, context, WITHHELD);
  return kept === secrets.text ? secrets : { text: kept, remarks: [...secrets.remarks, { category: 'bsn-in-text', value: WITHHELD }] };
}
