import { EmptyState, FactList, Tabs, useText } from '@ketenregie/ui';
import { useQuery } from '@tanstack/react-query';
import { MailMoment } from './mail-moment.js';
import { mailAddress, readMail } from './mailbox-client.js';
import type { OpenedMail } from './mailbox-client.js';

/** One mail: as its reader sees it, as text, and its headers. Its page stands in a frame in which nothing can run. */
export function MailView({ name }: { readonly name: string }) {
  const text = useText();
  const { data: mail, error } = useQuery({ queryKey: ['mailbox', name], queryFn: () => readMail(name), staleTime: Infinity });
  if (error !== null) return <EmptyState title={text('problem.NOT_FOUND.what')}>{text('problem.NOT_FOUND.why')}</EmptyState>;
  if (mail === undefined) return null;
  return (
    <article className="p-mail" aria-labelledby="onderwerp">
      <header>
        <h2 id="onderwerp">{mail.subject}</h2>
        <p className="p-mail-facts">
          <span>{text('mailbox.fromTo', { from: mail.from, to: mail.to })}</span>
          <MailMoment at={mail.sentAt} />
          <a href={mailAddress(name, '/eml')} download={name}>
            {text('mailbox.file')}
          </a>
        </p>
      </header>
      <Tabs label={text('mailbox.parts')} items={[...(mail.hasHtml ? [{ key: 'page', label: text('mailbox.page'), content: <MailFrame mail={mail} /> }] : []), { key: 'text', label: text('mailbox.text'), content: <pre className="p-mail-text">{mail.text}</pre> }, { key: 'headers', label: text('mailbox.headers'), content: <MailHeaders mail={mail} /> }]} />
    </article>
  );
}

function MailFrame({ mail }: { readonly mail: OpenedMail }) {
  return <iframe className="p-mail-page" title={mail.subject} src={mailAddress(mail.name, '/html')} sandbox="allow-popups allow-popups-to-escape-sandbox" referrerPolicy="no-referrer" />;
}

function MailHeaders({ mail }: { readonly mail: OpenedMail }) {
  return <FactList facts={mail.headers.map(({ name, value }) => ({ term: name, value: <span className="p-mail-header">{value}</span> }))} />;
}
