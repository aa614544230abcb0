import { formatInstant } from '@ketenregie/messages';
import { useLanguage, useText } from '@ketenregie/ui';
import { Link } from 'react-aria-components';
import { addressIn } from '../portal.js';
import type { Portal } from '../portal.js';
import type { LogbookEvent } from './logbook-event.js';

export interface EventRowProps {
  readonly portal: Pick<Portal, 'tenant'>;
  readonly event: LogbookEvent;
}

/** One entry: when, who did what to which object, and why; what was and what is now behind it. Nothing of it can be changed. */
export function EventRow({ portal, event }: EventRowProps) {
  const text = useText();
  const language = useLanguage();
  return (
    <li className="t-event">
      <p className="t-event-when">
        <time dateTime={event.at}>{formatInstant(language, event.at).split(' ').at(-1)}</time>
        {event.sequence !== null && <span className="k-hidden">{text('logbook.event', { sequence: event.sequence })}</span>}
      </p>
      <div className="t-event-what">
        <Sentence portal={portal} parts={event.sentence} />
        {event.reason !== null && <p className="t-note">{text('logbook.why', { reason: event.reason })}</p>}
        {event.details.length > 0 && (
          <details>
            <summary>{text('logbook.details')}</summary>
            <DetailTable details={event.details} />
          </details>
        )}
      </div>
      <p className="t-event-number" aria-hidden>
        {event.sequence}
      </p>
    </li>
  );
}

function Sentence({ portal, parts }: { readonly portal: Pick<Portal, 'tenant'>; readonly parts: LogbookEvent['sentence'] }) {
  return (
    <p>
      {parts.map(({ text, isName, path }, at) => {
        if (path !== null) return <Link key={at} href={addressIn(portal, path)}>{text}</Link>;
        return isName ? <strong key={at}>{text}</strong> : text;
      })}
    </p>
  );
}

function DetailTable({ details }: { readonly details: LogbookEvent['details'] }) {
  const text = useText();
  const hasBefore = details.some((each) => each.before !== null);
  const value = (it: string | null) => it ?? <i className="t-note">{text('logbook.emptyValue')}</i>;
  return (
    <table className="k-table t-differences">
      <thead>
        <tr>
          <th scope="col">{text('logbook.field')}</th>
          {hasBefore && <th scope="col">{text('logbook.before')}</th>}
          <th scope="col">{text(hasBefore ? 'logbook.after' : 'logbook.value')}</th>
        </tr>
      </thead>
      <tbody>
        {details.map(({ field, before, after }, at) => (
          <tr key={at}>
            <th scope="row">{field}</th>
            {hasBefore && <td>{value(before)}</td>}
            <td>{value(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
