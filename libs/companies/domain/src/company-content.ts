import type { CompanyContent, CompanyFact } from './company-fact.js';
import { companyNameKey } from './company-name.js';

const MAX_OTHER_NAMES = 20;

/** Names by which a company was met, besides the one it goes by; each once, in the order they were met. */
function otherNamesOf(name: string, candidates: readonly string[]): string[] {
  const seen = new Set([companyNameKey(name)]);
  const others = candidates.filter((candidate) => {
    const key = companyNameKey(candidate);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  return others.slice(0, MAX_OTHER_NAMES);
}

/**
 * What is believed of a company once a fact is added to what was known. A client list's fields win where it has them; another source fills
 * what is missing and adds its spelling of the name.
 */
export function contentOf(fact: CompanyFact, known: CompanyContent | null): CompanyContent {
  const { isAuthoritative, town = null } = fact;
  const pick = (stated: string | null, held: string | null | undefined): string | null => (isAuthoritative ? (stated ?? held ?? null) : (held ?? stated));
  const name = isAuthoritative || known === null ? fact.name : known.name;
  return {
    name,
    otherNames: otherNamesOf(name, [...(known?.otherNames ?? []), ...(known === null ? [] : [known.name]), fact.name, ...fact.otherNames]),
    legalForm: pick(fact.legalForm, known?.legalForm),
    town: pick(town, known?.town),
    groupName: pick(fact.groupName, known?.groupName),
    accountable: pick(fact.accountable, known?.accountable),
  };
}

/** Whether two contents say the same. */
export function isSameContent(one: CompanyContent, other: CompanyContent): boolean {
  const fields = ['name', 'legalForm', 'town', 'groupName', 'accountable'] as const;
  const areNamesSame = one.otherNames.length === other.otherNames.length && one.otherNames.every((name, at) => name === other.otherNames[at]);
  return areNamesSame && fields.every((field) => one[field] === other[field]);
}
