import { formatDay } from '@ketenregie/messages';
import { addressIn, ExportLink, Loaded, RightStatusChip, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { DataGrid, EmptyState, SectionHeader, SeenMark, mayNotLine, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo } from 'react';
import { RightsOfPersonDocument } from './generated/operations.js';
import type { RightsOfPersonQuery } from './generated/operations.js';

type Row = RightsOfPersonQuery['accessList']['edges'][number]['node'];
const PAGE = 100;

function columnsOf(text: TextOf, language: 'nl' | 'en'): GridColumn<Row>[] {
  return [
    { key: 'company', title: text('list.column.company'), width: 'minmax(200px, 1.8fr)', cell: (row) => <span>{row.companyName}</span> },
    { key: 'service', title: text('list.column.portal'), width: 'minmax(160px, 1.3fr)', cell: (row) => <span>{language === 'nl' ? row.serviceNameNl : row.serviceNameEn}</span> },
    { key: 'status', title: text('list.column.status'), width: '242px', cell: (row) => <RightStatusChip {...row} /> },
    { key: 'why', title: text('answer.mayNotTitle'), width: 'minmax(180px, 1.2fr)', cell: (row) => <span>{mayNotLine(row.mayNot, text)}</span>, fold: { under: 'status', below: 1300, cell: (row) => <span>{mayNotLine(row.mayNot, text)}</span> } },
    { key: 'seen', title: text('list.column.seen'), width: '132px', cell: (row) => <SeenMark seenOn={row.seenOn} isShort />, fold: { under: 'status', below: 862, cell: (row) => <SeenMark seenOn={row.seenOn} /> } },
    { key: 'ends', title: text('list.column.endDate'), width: '124px', cell: (row) => <span {...(row.endsOn === null ? { className: 'm-quiet' } : {})}>{row.endsOn === null ? text('access.noEnd') : formatDay(language, row.endsOn)}</span> },
  ];
}

/** All that somebody can, soonest end first; a row opens why. */
export function PersonRights({ portal, personId }: { readonly portal: Portal; readonly personId: string }) {
  const text = useText();
  const language = useLanguage();
  const { query, rows, total } = usePages(portal, { subject: 'answers', document: RightsOfPersonDocument, variables: { personIds: [personId], first: PAGE }, pageOf: (answer) => answer.accessList });
  const columns = useMemo(() => columnsOf(text, language), [text, language]);
  return (
    <section aria-labelledby="alles">
      <SectionHeader id="alles" title={text('people.rights')} {...(query.data === undefined ? {} : { count: total })} action={<ExportLink portal={portal} list="access" filter={{ personIds: personId }} />} />
      <Loaded query={query}>
        {() => (
          <DataGrid
            label={text('people.rights')}
            columns={columns}
            rows={rows}
            total={total}
            rowKey={(row) => `${row.companyId} ${row.serviceKey}`}
            rowName={(row) => row.companyName}
            onSortChange={() => undefined}
            onOpen={(row) => portal.goTo(addressIn(portal, `o/${row.companyKvk ?? `x-${row.companyId}`}/kan`, { wie: personId, voor: row.companyId, bij: row.serviceKey }))}
            onEndReached={() => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage())}
            isLoadingMore={query.isFetchingNextPage}
            empty={<EmptyState title={text('people.rightsEmpty')}>{text('people.rightsEmptyWhy')}</EmptyState>}
          />
        )}
      </Loaded>
    </section>
  );
}
