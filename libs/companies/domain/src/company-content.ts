import type { CompanyContent, CompanyFact } from './company-fact.js';
import { companyNameKey } from './company-name.js';

const MAX_OTHER_NAMES = 20;

/** Names by which a company was met, besides the one it goes by; each once, in the order they were met. */
export function otherNamesOf(name: string, candidates: readonly string[]): string[] {
  const seen = new Set([companyNameKey(name)]);
  const others = candidates.filter((candidate) => {
    const key = companyNameKey(candidate);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  return others.slice(0, MAX_OTHER_NAMES);
}

/** What a company is called of which a source gave nothing but a number. */
function nameByNumber({ kvkNumber, rsin }: Pick<CompanyFact, 'kvkNumber' | 'rsin'>): string {
  return kvkNumber === null ? `RSIN ${rsin ?? ''}`.trim() : `KvK ${kvkNumber}`;
}

function nameOf(fact: CompanyFact, known: CompanyContent | null): string {
  const stated = fact.name.trim();
  if (known === null) return stated || nameByNumber(fact);
  const isNamedByNumber = known.name === nameByNumber(fact);
  return stated !== '' && (fact.isAuthoritative || isNamedByNumber) ? stated : known.name;
}

/**
 * What is believed of a company once a fact is added to what was known. A client list's fields win where it has them; another source fills
 * what is missing and adds its spelling of the name.
 */
export function contentOf(fact: CompanyFact, known: CompanyContent | null): CompanyContent {
  const { isAuthoritative, town = null } = fact;
  const pick = (stated: string | null, held: string | null | undefined): string | null => (isAuthoritative ? (stated ?? held ?? null) : (held ?? stated));
  const name = nameOf(fact, known);
  const met = [...(known?.otherNames ?? []), known?.name ?? '', fact.name.trim(), ...fact.otherNames].filter((other) => other !== '' && other !== nameByNumber(fact));
  return {
    name,
    otherNames: otherNamesOf(name, met),
    legalForm: pick(fact.legalForm, known?.legalForm),
    town: pick(town, known?.town),
    groupName: pick(fact.groupName, known?.groupName),
    accountable: pick(fact.accountable, known?.accountable),
    endedOn: known?.endedOn ?? null,
  };
}

/** Whether two contents say the same; in which order other names were met says nothing. */
export function isSameContent(one: CompanyContent, other: CompanyContent): boolean {
  const fields = ['name', 'legalForm', 'town', 'groupName', 'accountable', 'endedOn'] as const;
  const areNamesSame = one.otherNames.length === other.otherNames.length && one.otherNames.every((name) => other.otherNames.includes(name));
  return areNamesSame && fields.every((field) => one[field] === other[field]);
}
