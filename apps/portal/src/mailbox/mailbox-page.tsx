import { ButtonLink, EmptyState, Sigil, useText } from '@ketenregie/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readMailbox } from './mailbox-client.js';
import type { MailHead } from './mailbox-client.js';
import { MailMoment } from './mail-moment.js';
import { MailView } from './mail-view.js';

export interface MailboxPageProps {
  /** The file name of the open mail, as the address says; null opens the latest. */
  readonly selected: string | null;
  /** Where the viewer came from. */
  readonly back: string;
}

/** How often new mail is looked for: the page is left open beside the product. */
const LOOK_AGAIN_MS = 5_000;

/** What the product mailed to the viewer, where no mail server is set: the list, and one mail. */
export function MailboxPage({ selected, back }: MailboxPageProps) {
  const text = useText();
  const { data } = useQuery({ queryKey: ['mailbox'], queryFn: readMailbox, refetchInterval: LOOK_AGAIN_MS });
  useEffect(() => {
    document.title = `${text('mailbox.title')} | Ketenregie`;
  }, [text]);
  const messages = data?.messages ?? [];
  const open = messages.find(({ name }) => name === selected) ?? messages[0];
  return (
    <div className="p-mailbox">
      <header className="p-door-band">
        <Sigil look="all" />
        <h1 className="p-door-name">{text('mailbox.title')}</h1>
        <span className="p-mailbox-address">{data?.address}</span>
        <ButtonLink kind="quiet" href={back}>
          {text('mailbox.back')}
        </ButtonLink>
      </header>
      <main className="p-mailbox-page">
        {data !== undefined && messages.length === 0 && <h2 className="k-hidden">{text('mailbox.list')}</h2>}
        {data !== undefined && messages.length === 0 && <EmptyState title={text('mailbox.empty')}>{text('mailbox.emptyWhy')}</EmptyState>}
        {open !== undefined && (
          <>
            <MailList messages={messages} open={open.name} />
            <MailView key={open.name} name={open.name} />
          </>
        )}
      </main>
    </div>
  );
}

function MailList({ messages, open }: { readonly messages: readonly MailHead[]; readonly open: string }) {
  const text = useText();
  return (
    <nav aria-label={text('mailbox.list')}>
      <ul className="p-mailbox-list">
        {messages.map(({ name, subject, sentAt }) => (
          <li key={name}>
            <a href={`/mailbox?bericht=${encodeURIComponent(name)}`} aria-current={name === open ? 'true' : undefined}>
              <strong>{subject}</strong>
              <MailMoment at={sentAt} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
