import { Loaded, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { EmptyState, Notice, PageHeader, SectionHeader, useText } from '@ketenregie/ui';
import { MineDocument, SupplierNamesDocument } from './generated/operations.js';
import type { MineQuery } from './generated/operations.js';
import { LostDevice } from './lost-device.js';
import { MeansList } from './means-list.js';
import { OwnRights } from './own-rights.js';

type Mine = NonNullable<MineQuery['mine']>;

/** What an employee may, by which means, and what to do when his device is lost. He sees himself alone. */
export function OwnPage({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'answers', document: MineDocument, variables: {} });
  return (
    <>
      <PageHeader title={text('own.title')} lead={text('own.lead')} />
      <Loaded query={query}>{({ mine }) => (mine === null ? <Nobody /> : <Own portal={portal} mine={mine} />)}</Loaded>
    </>
  );
}

function Nobody() {
  const text = useText();
  return (
    <>
      <h2 className="k-hidden">{text('own.nobody')}</h2>
      <EmptyState title={text('own.nobody')}>{text('own.nobodyWhy')}</EmptyState>
    </>
  );
}

function Own({ portal, mine: { fullName, inServiceUntil, administrators, means, rights } }: { readonly portal: Portal; readonly mine: Mine }) {
  const text = useText();
  const today = useToday();
  const suppliers = usePortalQuery(portal, { subject: 'catalogue', document: SupplierNamesDocument, variables: {} });
  const supplierName = (key: string) => suppliers.data?.catalogue.suppliers.find((supplier) => supplier.key === key)?.name ?? '';
  return (
    <>
      {inServiceUntil !== null && inServiceUntil < today && <Notice kind="warning" title={text('own.left')} />}
      <div className="m-columns">
        <section aria-labelledby="kwijt">
          <SectionHeader id="kwijt" title={text('own.lost')} />
          <LostDevice suppliers={[...new Set(means.filter(({ state }) => state !== 'withdrawn').map(({ supplierKey }) => supplierName(supplierKey)))]} administrators={administrators.filter((name) => name !== fullName)} />
        </section>
        <section aria-labelledby="middelen">
          <SectionHeader id="middelen" title={text('own.means')} {...(means.length === 0 ? {} : { count: means.length })} />
          {means.length === 0 ? <EmptyState title={text('people.means.none')}>{text('own.meansNoneWhy')}</EmptyState> : <MeansList means={means} supplierName={supplierName} personName={fullName} today={today} hasLeft={inServiceUntil !== null && inServiceUntil < today} />}
        </section>
      </div>
      <OwnRights rights={rights} />
    </>
  );
}
