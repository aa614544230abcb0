import { formatKvk } from '@ketenregie/messages';
import { addressIn, ExportLink, Loaded, useMay, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, DataGrid, EmptyState, FilterBar, PageHeader, useHasClients, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo, useState } from 'react';
import { COMPANY_SORTS } from './companies-search.js';
import type { CompaniesSearch } from './companies-search.js';
import { NewCompanyForm } from './company-form.js';
import { companyKeyOf } from './company-key.js';
import { CompaniesListDocument } from './generated/operations.js';
import type { CompaniesListQuery } from './generated/operations.js';

type Row = CompaniesListQuery['companies']['edges'][number]['node'];

export interface CompaniesPageProps {
  readonly portal: Portal;
  readonly search: CompaniesSearch;
  readonly onSearch: (search: CompaniesSearch) => void;
}

const PAGE = 200;

function columnsOf(text: TextOf, hasClients: boolean): GridColumn<Row>[] {
  const quiet = (value: string | null, otherwise: string) => (value === null ? <span className="o-quiet">{otherwise}</span> : <span>{value}</span>);
  const shown = (value: string | null) => (value === null ? null : <span>{value}</span>);
  return [
    { key: 'name', title: text('list.column.company'), width: 'minmax(240px, 2.4fr)', cell: (row) => <span>{row.name}</span>, isSortable: true },
    ...(hasClients ? [{ key: 'client-number', title: text('companies.column.clientNumber'), width: '136px', cell: (row: Row) => quiet(row.isOwn ? text('companies.own') : row.clientNumber, ''), isSortable: true }] : []),
    { key: 'kvk-number', title: text('companies.column.kvk'), width: '128px', cell: (row) => quiet(row.kvkNumber === null ? null : formatKvk(row.kvkNumber), text('companies.noKvk')), isSortable: true },
    { key: 'town', title: text('companies.column.town'), width: 'minmax(120px, 1fr)', cell: (row) => quiet(row.town, '') },
    { key: 'form', title: text('companies.column.legalForm'), width: 'minmax(120px, 1fr)', cell: (row) => quiet(row.legalForm, ''), fold: { under: 'town', below: 890, cell: (row) => shown(row.legalForm) } },
    { key: 'accountable', title: text('companies.column.accountable'), width: 'minmax(140px, 1.1fr)', cell: (row) => quiet(row.accountable, ''), fold: { under: 'name', below: 770, cell: (row) => shown(row.accountable) } },
  ];
}

/** Every organisation in sight, searched and sorted by the server. */
export function CompaniesPage({ portal, search, onSearch }: CompaniesPageProps) {
  const text = useText();
  const hasClients = useHasClients();
  const mayAdd = useMay('company.create');
  const [isAdding, setAdding] = useState(false);
  const sort = search.volgorde ?? 'name';
  const { query, rows, total } = usePages(portal, { subject: 'companies', document: CompaniesListDocument, variables: { search: search.zoek ?? null, sort, first: PAGE }, pageOf: (answer) => answer.companies });
  const columns = useMemo(() => columnsOf(text, hasClients), [text, hasClients]);
  const isFiltered = search.zoek !== undefined;
  const empty = isFiltered ? (
    <EmptyState title={text('palette.none', { query: search.zoek ?? '' })}>{text('companies.emptyFilter')}</EmptyState>
  ) : (
    <EmptyState title={text('companies.empty')} action={<ButtonLink kind="primary" href={addressIn(portal, 'import')}>{text('nav.import')}</ButtonLink>}>
      {text('companies.emptyWhy')}
    </EmptyState>
  );
  const actions = (
    <>
      {mayAdd && <Button onPress={() => setAdding(true)}>{text('companies.add')}</Button>}
      <ExportLink portal={portal} list="companies" filter={{ search: search.zoek }} />
    </>
  );
  return (
    <>
      <PageHeader title={text('companies.title')} lead={text('companies.lead')} actions={actions} />
      <FilterBar search={{ label: text('palette.placeholder'), value: search.zoek ?? '', onChange: (zoek) => onSearch({ ...search, zoek }) }} />
      <h2 className="k-hidden">{text('companies.title')}</h2>
      <Loaded query={query}>
        {() => (
          <DataGrid
            label={text('companies.title')}
            columns={columns}
            rows={rows}
            total={total}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            sort={{ key: sort, isDescending: false }}
            onSortChange={({ key }) => onSearch({ ...search, volgorde: COMPANY_SORTS.find((each) => each === key) ?? 'name' })}
            onOpen={(row) => portal.goTo(addressIn(portal, `o/${companyKeyOf(row)}`))}
            onEndReached={() => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage())}
            isLoadingMore={query.isFetchingNextPage}
            empty={empty}
          />
        )}
      </Loaded>
      {isAdding && <NewCompanyForm portal={portal} onClose={() => setAdding(false)} />}
    </>
  );
}
