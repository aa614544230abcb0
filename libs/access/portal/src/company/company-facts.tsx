import { formatDay, formatKvk } from '@ketenregie/messages';
import { FactList, useHasClients, useLanguage, useText } from '@ketenregie/ui';
import type { Fact } from '@ketenregie/ui';
import type { CompanyFactsQuery } from '../generated/operations.js';

/** Who an organisation is, as believed; what nobody recorded is left out, save the number that everything hangs on. */
export function CompanyFacts({ company }: { readonly company: CompanyFactsQuery['company'] }) {
  const text = useText();
  const language = useLanguage();
  const hasClients = useHasClients();
  const known = (term: string, value: string | null): Fact[] => (value === null || value === '' ? [] : [{ term, value }]);
  const facts: Fact[] = [
    { term: text('companies.column.kvk'), value: company.kvkNumber === null ? text('companies.noKvk') : formatKvk(company.kvkNumber) },
    ...known(text('company.rsin'), company.rsin),
    ...known(text('companies.column.legalForm'), company.legalForm),
    ...known(text('companies.column.town'), company.town),
    ...known(text('company.otherNames'), company.otherNames.join(', ')),
    ...(company.isOwn && !hasClients ? [] : company.isOwn ? [{ term: text('company.client'), value: text('companies.own') }] : known(text('companies.column.clientNumber'), company.clientNumber)),
    ...known(text('company.group'), company.groupName),
    ...known(text('companies.column.accountable'), company.accountable),
    ...known(text('company.ended'), company.endedOn === null ? null : formatDay(language, company.endedOn)),
  ];
  return (
    <div className="a-panel">
      <FactList facts={facts} />
    </div>
  );
}
