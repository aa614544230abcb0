import { type AuthorisationFact, recordAuthorisations } from '@ketenregie/authorisations-server';
import { type CompanyRef, isConsoleList } from '@ketenregie/exchange-domain';
import { ownCompanies } from '@ketenregie/companies-server';
import { stagedRightsByCompany } from '../staging/rights-by-company.js';
import type { StagedItem } from '../staging/staged-items.js';
import type { CompaniesByKey } from './apply-companies.js';
import type { ApplyContext } from './apply-context.js';
import type { PeopleIndex } from './apply-people.js';
import type { Outcome } from './changes.js';
import { companyKey } from './company-key.js';
import { rightFacts } from './right-facts.js';

interface Lookups {
  readonly companies: CompaniesByKey;
  readonly people: PeopleIndex;
  readonly intermediaryCompanyId: string | null;
}

function factsOf({ item, isBlocked, position }: StagedItem<'authorisation'>, context: ApplyContext, lookups: Lookups): AuthorisationFact[] {
  const company = lookups.companies.get(companyKey(item.company));
  if (isBlocked || company === undefined) return [];
  const personIds = item.persons.flatMap((name) => lookups.people.byName(name) ?? []);
  return rightFacts(item, { company, intermediaryCompanyId: lookups.intermediaryCompanyId, personIds, statedOn: context.run.referenceOn, isOwnStatement: !isConsoleList(context.run.kind), position });
}

/** Records the rights of an import: both halves of chains, and direct ones; all of one company in one recording. Blocked rows wait for a person and are counted as skipped. */
export async function applyAuthorisations(context: ApplyContext, companies: CompaniesByKey, people: PeopleIndex): Promise<void> {
  const [own] = await ownCompanies(context.writer);
  const lookups: Lookups = { companies, people, intermediaryCompanyId: own?.id ?? null };
  const companyIdOf = (company: CompanyRef): string | null => companies.get(companyKey(company))?.companyId ?? null;
  let done = 0;
  for await (const chunk of stagedRightsByCompany(context.writer, context.run.id, { companyIdOf })) {
    const facts = chunk.flatMap((staged) => factsOf(staged, context, lookups));
    const recorded = await recordAuthorisations(context.writer, facts, context.recording);
    const byPosition = groupByPosition(recorded);
    for (const { position } of chunk) {
      const outcomes: Outcome[] | undefined = byPosition.get(position)?.map(({ outcome }) => outcome);
      context.count(outcomes ?? ['skipped']);
    }
    await context.report('authorisations', (done += chunk.length));
  }
}

function groupByPosition<Recorded extends { readonly position: number }>(recorded: readonly Recorded[]): ReadonlyMap<number, readonly Recorded[]> {
  const groups = new Map<number, Recorded[]>();
  for (const one of recorded) groups.set(one.position, [...(groups.get(one.position) ?? []), one]);
  return groups;
}
