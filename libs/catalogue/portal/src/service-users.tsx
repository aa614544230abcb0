import { formatDay } from '@ketenregie/messages';
import { addressIn, Loaded, RightStatusChip, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, DataGrid, EmptyState, SectionHeader, SeenMark, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn } from '@ketenregie/ui';
import { useMemo } from 'react';
import { PortalsServiceUsesDocument } from './generated/operations.js';
import type { ServiceUse } from './service-facts.js';

const SHOWN = 20;

/** Who uses a service: the soonest ends, and a link to all of them. */
export function ServiceUsers({ portal, serviceKey }: { readonly portal: Portal; readonly serviceKey: string }) {
  const text = useText();
  const language = useLanguage();
  const query = usePortalQuery(portal, { subject: 'answers', document: PortalsServiceUsesDocument, variables: { serviceKeys: [serviceKey], first: SHOWN } });
  const all = addressIn(portal, 'toegang', { portaal: serviceKey });
  const columns = useMemo<readonly GridColumn<ServiceUse>[]>(
    () => [
      { key: 'company', title: text('list.column.company'), width: 'minmax(200px, 2fr)', cell: (use) => <span>{use.companyName}</span> },
      { key: 'person', title: text('list.column.person'), width: 'minmax(160px, 1.2fr)', cell: (use) => <span>{use.personName}</span> },
      { key: 'status', title: text('list.column.status'), width: '232px', cell: (use) => <RightStatusChip {...use} /> },
      { key: 'seen', title: text('list.column.seen'), width: 'minmax(132px, .6fr)', cell: (use) => <SeenMark isShort seenOn={use.seenOn} />, fold: { under: 'status', below: 880, cell: (use) => <SeenMark seenOn={use.seenOn} /> } },
      { key: 'end', title: text('list.column.endDate'), width: '132px', cell: (use) => (use.endsOn === null ? <span className="c-quiet">{text('access.noEnd')}</span> : <span>{formatDay(language, use.endsOn)}</span>) },
    ],
    [text, language],
  );
  const total = query.data?.accessList.totalCount ?? 0;
  return (
    <section aria-labelledby="gebruik">
      <SectionHeader id="gebruik" title={text('portals.users')} {...(total === 0 ? {} : { count: total, action: <ButtonLink kind="quiet" href={all}>{text('portals.usersMore')}</ButtonLink> })} />
      <Loaded query={query}>
        {({ accessList }) => (
          <DataGrid label={text('portals.users')} columns={columns} rows={accessList.edges.map((edge) => edge.node)} rowKey={(use) => `${use.personId} ${use.companyId}`} rowName={(use) => `${use.personName}, ${use.companyName}`} total={accessList.totalCount} empty={<EmptyState title={text('portals.usersEmpty')}>{text('portals.usersEmptyWhy')}</EmptyState>} />
        )}
      </Loaded>
    </section>
  );
}
