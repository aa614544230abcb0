import { ExportLink, Loaded, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { DataGrid, EmptyState, PageHeader, useLanguage, useText } from '@ketenregie/ui';
import { useMemo } from 'react';
import { AccessRightsDocument } from '../generated/operations.js';
import { accessColumns } from './access-columns.js';
import type { AccessRow } from './access-columns.js';
import { AccessFilters } from './access-filters.js';
import { AccessRoster } from './access-roster.js';
import { filterOf } from './access-search.js';
import type { AccessForm, AccessSearch } from './access-search.js';
import { FormLinks } from './form-links.js';
import { questionOf } from './question-of.js';

export interface AccessPageProps {
  readonly portal: Portal;
  readonly search: AccessSearch;
  readonly onSearch: (search: AccessSearch) => void;
  /** The company the list is of; left out, all in sight. */
  readonly company?: { readonly id: string; readonly name: string };
}

const PAGE = 100;


/** The filters of this very list, as the API's files take them. */
function fileFilterOf(search: AccessSearch, companyId: string | null): Readonly<Record<string, string | undefined>> {
  const { endsBefore, ...many } = filterOf(search, companyId);
  const joined = Object.entries(many).map(([field, words]) => [field, Array.isArray(words) ? words.join(',') : undefined]);
  return { ...Object.fromEntries(joined), endsBefore: endsBefore ?? undefined };
}

/** Who can and who may log in where for whom: one line an answer, soonest end first; of one company also as people against portals. */
export function AccessPage({ portal, search, onSearch, company }: AccessPageProps) {
  const text = useText();
  const form: AccessForm = company === undefined ? 'lijst' : (search.vorm ?? 'lijst');
  const companyId = company?.id ?? null;
  return (
    <>
      <PageHeader
        title={text('nav.access')}
        lead={company === undefined ? text('access.lead') : text('access.leadCompany', { company: company.name })}
        actions={<ExportLink portal={portal} list="access" filter={fileFilterOf(search, companyId)} />}
      />
      {company !== undefined && <FormLinks form={form} onForm={(vorm) => onSearch({ ...search, vorm })} />}
      <AccessFilters portal={portal} search={search} onSearch={onSearch} />
      <h2 className="k-hidden">{text(`access.view.${search.status ?? 'all'}`)}</h2>
      {form === 'rooster' && companyId !== null ? <AccessRoster portal={portal} filter={filterOf(search, companyId)} /> : <AccessList portal={portal} search={search} companyId={companyId} />}
    </>
  );
}

function AccessList({ portal, search, companyId }: { readonly portal: Portal; readonly search: AccessSearch; readonly companyId: string | null }) {
  const text = useText();
  const language = useLanguage();
  const { query, rows, total } = usePages(portal, { subject: 'answers', document: AccessRightsDocument, variables: { filter: filterOf(search, companyId), first: PAGE }, pageOf: (answer) => answer.accessList });
  const columns = useMemo(() => accessColumns(text, language, companyId !== null), [text, language, companyId]);
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
          empty={<EmptyState title={text('access.empty')}>{text('access.emptyWhy')}</EmptyState>}
        />
      )}
    </Loaded>
  );
}
