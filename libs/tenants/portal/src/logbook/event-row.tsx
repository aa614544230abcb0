import { formatInstant } from '@ketenregie/messages';
import type { MessageId } from '@ketenregie/messages';
import { useLanguage, useText } from '@ketenregie/ui';
import type { TextOf } from '@ketenregie/ui';
import { useIntl } from 'react-intl';
import { differencesOf } from './differences.js';
import type { Difference } from './differences.js';
import type { LogbookEvent } from './logbook-event.js';

/** The text of an id that may not exist: the word of the API itself then. */
function useWords(): (id: string, otherwise: string) => string {
  const { messages } = useIntl();
  const text: TextOf = useText();
  return (id, otherwise) => (id in messages ? text(id as MessageId) : otherwise);
}

/** One entry: when, who, what and why; what was and what is now behind it. Nothing of it can be changed. */
export function EventRow({ event }: { readonly event: LogbookEvent }) {
  const text = useText();
  const language = useLanguage();
  const words = useWords();
  const differences = differencesOf(event.payload);
  return (
    <li className="t-event">
      <p className="t-event-when">
        <time dateTime={event.at}>{formatInstant(language, event.at).split(' ').at(-1)}</time>
        <span className="k-hidden">{text('logbook.event', { sequence: event.sequence })}</span>
      </p>
      <div className="t-event-what">
        <p>
          <strong>{words(`logbook.action.${event.action}`, event.action)}</strong> <span className="t-note">{words(`logbook.kind.${event.objectKind}`, event.objectKind)}</span>
        </p>
        {event.reason !== null && <p>{event.reason}</p>}
        {differences.length > 0 && (
          <details>
            <summary>{text('logbook.details')}</summary>
            <DifferenceTable differences={differences} />
          </details>
        )}
      </div>
      <p className="t-event-who">{actorOf(event.actor, words)}</p>
      <p className="t-event-number" aria-hidden>
        {event.sequence}
      </p>
    </li>
  );
}

/** Who did it: a member by name; what is no member, or one without a name, in words. */
function actorOf(actor: string, words: (id: string, otherwise: string) => string): string {
  return words(`logbook.actor.${actor.startsWith('member:') ? 'member' : actor}`, actor);
}

function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  const text = useText();
  const words = useWords();
  const hasBefore = differences.some((each) => each.before !== null);
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
        {differences.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{words(`logbook.field.${field}`, field)}</th>
            {hasBefore && <td>{value(before)}</td>}
            <td>{value(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
