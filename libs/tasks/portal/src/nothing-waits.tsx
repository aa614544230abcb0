import { formatDay } from '@ketenregie/messages';
import { addressIn, Loaded, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, EmptyState, useLanguage, useText } from '@ketenregie/ui';
import { TodayNextDocument } from './generated/operations.js';
import type { TodayNextQuery } from './generated/operations.js';

type Next = TodayNextQuery['accessList']['edges'][number]['node'] | null;

/** Nothing asks for anything: what ends first, or the way to the first import. */
export function NothingWaits({ portal }: { readonly portal: Portal }) {
  const query = usePortalQuery(portal, { subject: 'tasks', document: TodayNextDocument, variables: {} });
  return <Loaded query={query}>{({ accessList }) => <Quiet portal={portal} next={accessList.edges[0]?.node ?? null} />}</Loaded>;
}

function Quiet({ portal, next }: { readonly portal: Portal; readonly next: Next }) {
  const text = useText();
  const language = useLanguage();
  const isEmpty = next === null;
  return (
    <EmptyState title={text('today.empty')} action={isEmpty ? <ButtonLink kind="primary" href={addressIn(portal, 'import')}>{text('import.title')}</ButtonLink> : <ButtonLink href={addressIn(portal, 'toegang')}>{text('nav.access')}</ButtonLink>}>
      {isEmpty ? text('today.emptyRegister') : next.endsOn === null ? text('today.emptyWhy') : text('today.emptyNext', { date: formatDay(language, next.endsOn), service: language === 'nl' ? next.serviceNameNl : next.serviceNameEn, company: next.companyName })}
    </EmptyState>
  );
}
