import { InvalidInputError } from '@ketenregie/kernel';
import type { CompanyFact } from './company-fact.js';
import { assertCompanyNumbers } from './company-number.js';

const MAX_NAME = 200;
const MAX_CLIENT_NUMBER = 40;

/**
 * Refuses a fact that no field can hold, naming the field: numbers that are none or a citizen's, a name over 200 characters, a client number
 * of none or over 40, and a company without name, KvK number and RSIN. Nothing is cut: a name cut short would not be found again.
 */
export function assertCompanyFact(fact: CompanyFact): void {
  assertCompanyNumbers(fact);
  const { name, clientNumber, kvkNumber, rsin } = fact;
  if (name.trim().length > MAX_NAME) throw new InvalidInputError(`A name has at most ${MAX_NAME} characters.`, 'name');
  if (name.trim() === '' && kvkNumber === null && rsin === null) throw new InvalidInputError('A company has a name, a KvK number or an RSIN.', 'name');
  const isClientNumber = clientNumber === null || (clientNumber.trim() !== '' && clientNumber.length <= MAX_CLIENT_NUMBER);
  if (!isClientNumber) throw new InvalidInputError(`A client number has 1 to ${MAX_CLIENT_NUMBER} characters.`, 'clientNumber');
}
