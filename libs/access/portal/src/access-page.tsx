import { formatDay } from '@ketenregie/messages';
import { addressIn, Loaded, RightStatusChip, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { DataGrid, EmptyState, FilterBar, PageHeader, SeenMark, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo } from 'react';
import { AccessDocument } from './access.documents.js';
import type { AccessRight } from './access.documents.js';
import { ACCESS_VIEWS, filterOf } from './access-search.js';
import type { AccessSearch } from './access-search.js';

export interface AccessPageProps {
  readonly portal: Portal;
  readonly search: AccessSearch;
  readonly onSearch: (search: AccessSearch) => void;
  /** The company the list is of; left out, all in sight. */
  readonly company?: { readonly id: string; readonly name: string };
}

const PAGE = 100;

function columnsOf(text: TextOf, language: 'nl' | 'en', isOfCompany: boolean): GridColumn<AccessRight>[] {
  const day = (iso: string | null) => (iso === null ? <span className="c-quiet">{text('access.noEnd')}</span> : <span>{formatDay(language, iso)}</span>);
  const company: GridColumn<AccessRight> = { key: 'company', title: text('list.column.company'), width: 'minmax(200px, 1.6fr)', cell: (right) => <span>{right.companyName}</span> };
  return [
    ...(isOfCompany ? [] : [company]),
    { key: 'person', title: text('list.column.person'), width: 'minmax(150px, 1fr)', cell: (right) => <span>{right.personName}</span> },
    { key: 'service', title: text('list.column.portal'), width: 'minmax(180px, 1.3fr)', cell: (right) => <span>{language === 'nl' ? right.serviceNameNl : right.serviceNameEn}</span> },
    { key: 'status', title: text('list.column.status'), width: '212px', cell: (right) => <RightStatusChip {...right} /> },
    { key: 'seen', title: text('list.column.seen'), width: '140px', cell: (right) => <SeenMark seenOn={right.seenOn} isShort /> },
    { key: 'ends', title: text('list.column.endDate'), width: '124px', cell: (right) => day(right.endsOn) },
    { key: 'repairable', title: text('access.repairableUntil'), width: '140px', cell: (right) => day(right.repairableUntil) },
  ];
}

/** Who can and who may log in where for whom: one line an answer, soonest end first. */
export function AccessPage({ portal, search, onSearch, company }: AccessPageProps) {
  const text = useText();
  const language = useLanguage();
  const { query, rows, total } = usePages(portal, { subject: 'answers', document: AccessDocument, variables: { filter: filterOf(search, company?.id ?? null), first: PAGE }, pageOf: (answer) => answer.accessList });
  const isOfCompany = company !== undefined;
  const columns = useMemo(() => columnsOf(text, language, isOfCompany), [text, language, isOfCompany]);
  const choose = (key: string) => onSearch({ status: ACCESS_VIEWS.find((view) => view === key) ?? 'all' });
  const open = (right: AccessRight) => portal.goTo(addressIn(portal, `o/${right.companyKvk ?? `x-${right.companyId}`}/toegang`));
  return (
    <>
      <PageHeader title={text('nav.access')} lead={company === undefined ? text('access.lead') : text('access.leadCompany', { company: company.name })} />
      <FilterBar choices={ACCESS_VIEWS.map((key) => ({ key, label: text(`access.view.${key}`) }))} chosen={search.status ?? 'all'} onChoose={choose} />
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
            onEndReached={() => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage())}
            isLoadingMore={query.isFetchingNextPage}
            {...(isOfCompany ? {} : { onOpen: open })}
            empty={<EmptyState title={text('access.empty')}>{text('access.emptyWhy')}</EmptyState>}
          />
        )}
      </Loaded>
    </>
  );
}
