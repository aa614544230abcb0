import { addressIn, ExportLink, Loaded } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, DataGrid, EmptyState, PageHeader, useLanguage, useText } from '@ketenregie/ui';
import { useMemo } from 'react';
import { accessColumns } from './access-columns.js';
import type { AccessRow } from './access-columns.js';
import { AccessFilters } from './access-filters.js';
import { AccessRoster } from './access-roster.js';
import { filterOf } from './access-search.js';
import type { AccessForm, AccessSearch } from './access-search.js';
import { FormLinks } from './form-links.js';
import { questionOf } from './question-of.js';
import { useAnswers } from './use-answers.js';
import type { Answers } from './use-answers.js';

export interface AccessPageProps {
  readonly portal: Portal;
  readonly search: AccessSearch;
  readonly onSearch: (search: AccessSearch) => void;
  /** The company the list is of; left out, all in sight. */
  readonly company?: { readonly id: string; readonly name: string };
}

/** The filters of this very list, as the API's files take them. */
function fileFilterOf(search: AccessSearch, companyId: string | null): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(filterOf(search, companyId)).map(([field, words]) => [field, words === null || words === undefined ? undefined : [words].flat().join(',')]));
}

/** Who can and who may log in where for whom: one line an answer, soonest end first; of one company also as people against portals. */
export function AccessPage({ portal, search, onSearch, company }: AccessPageProps) {
  const text = useText();
  const form: AccessForm = company === undefined ? 'lijst' : (search.vorm ?? 'lijst');
  const companyId = company?.id ?? null;
  const answers = useAnswers(portal, filterOf(search, companyId));
  return (
    <>
      <PageHeader
        title={text('nav.access')}
        lead={company === undefined ? text('access.lead') : text('access.leadCompany', { company: company.name })}
        actions={<ExportLink portal={portal} list="access" filter={fileFilterOf(search, companyId)} />}
      />
      {company !== undefined && <FormLinks form={form} onForm={(vorm) => onSearch({ ...search, vorm })} />}
      <AccessFilters portal={portal} search={search} onSearch={onSearch} counts={answers.counts} />
      <h2 className="k-hidden">{text(`access.view.${search.status ?? 'all'}`)}</h2>
      {form === 'rooster' ? <AccessRoster portal={portal} answers={answers} /> : <AccessList portal={portal} answers={answers} isOfCompany={companyId !== null} isNarrowed={Object.keys(search).length > 0} onClear={() => onSearch({})} />}
    </>
  );
}

interface AccessListProps {
  readonly portal: Portal;
  readonly answers: Answers;
  readonly isOfCompany: boolean;
  readonly isNarrowed: boolean;
  readonly onClear: () => void;
}

function AccessList({ portal, answers, isOfCompany, isNarrowed, onClear }: AccessListProps) {
  const text = useText();
  const language = useLanguage();
  const { query, rows, total } = answers;
  const columns = useMemo(() => accessColumns(text, language, isOfCompany), [text, language, isOfCompany]);
  const open = (right: AccessRow) => portal.goTo(questionOf(portal, right));
  return (
    <Loaded query={query}>
      {() => (
        <DataGrid
          label={text('nav.access')}
          columns={columns}
          rows={rows}
          total={total}
          rowKey={(right) => `${right.personId} ${right.companyId} ${right.serviceKey}`}
          rowName={(right) => `${right.personName}, ${right.companyName}`}
          onSortChange={() => undefined}
          onOpen={open}
          onEndReached={() => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage())}
          isLoadingMore={query.isFetchingNextPage}
          empty={isNarrowed ? <EmptyState title={text('access.empty')} action={<Button onPress={onClear}>{text('list.clearFilters')}</Button>}>{text('access.emptyWhy')}</EmptyState> : <NothingYet portal={portal} />}
        />
      )}
    </Loaded>
  );
}

function NothingYet({ portal }: Pick<AccessPageProps, 'portal'>) {
  const text = useText();
  return (
    <EmptyState title={text('access.none')} action={<ButtonLink kind="primary" href={addressIn(portal, 'import')}>{text('nav.import')}</ButtonLink>}>
      {text('access.noneWhy')}
    </EmptyState>
  );
}
