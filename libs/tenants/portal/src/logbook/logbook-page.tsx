import { formatDay } from '@ketenregie/messages';
import { Button, EmptyState, PageHeader, useLanguage, useText } from '@ketenregie/ui';
import { ExportLink } from '../export-link.js';
import { Loaded } from '../loading/loaded.js';
import { usePages } from '../portal.js';
import type { Portal } from '../portal.js';
import { LogbookEventsDocument } from '../generated/operations.js';
import { EventRow } from './event-row.js';
import { dayOf, eventsByDay } from './events-by-day.js';
import type { LogbookEvent } from './logbook-event.js';
import { LogbookFilters } from './logbook-filters.js';
import type { LogbookFiltersProps } from './logbook-filters.js';
import { filterOf } from './logbook-search.js';

export type LogbookPageProps = LogbookFiltersProps;

const PAGE = 50;

/** The audit trail: who, what, when and why, newest first. There is nothing on it to change. */
export function LogbookPage(props: LogbookPageProps) {
  const { portal, search } = props;
  const text = useText();
  const language = useLanguage();
  const { query, rows, total } = usePages(portal, { subject: 'logbook', document: LogbookEventsDocument, variables: { filter: filterOf(search), language, first: PAGE }, pageOf: (answer) => answer.auditEvents });
  const isFiltered = Object.keys(search).length > 0;
  return (
    <>
      <PageHeader title={text('logbook.title')} lead={text('logbook.intro')} actions={<ExportLink portal={portal} list="logbook" filter={{ ...filterOf(search) }} />} />
      <LogbookFilters {...props} />
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <>
              <h2 className="k-hidden">{text('logbook.title')}</h2>
              <EmptyState title={text(isFiltered ? 'logbook.noneFound' : 'logbook.empty')}>{text(isFiltered ? 'logbook.noneFoundWhy' : 'logbook.emptyWhy')}</EmptyState>
            </>
          ) : (
            <>
              <EventDays portal={portal} events={rows} />
              <p className="t-note" role="status">
                {rows.length === total ? text('list.total', { count: total }) : text('list.partial', { shown: rows.length, total })}
              </p>
              {query.hasNextPage && (
                <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {text('import.rows.more')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

function EventDays({ portal, events }: { readonly portal: Portal; readonly events: readonly LogbookEvent[] }) {
  const language = useLanguage();
  return eventsByDay(events).map((day) => (
    <section key={dayOf(day[0])} className="t-day">
      <h2>{formatDay(language, dayOf(day[0]))}</h2>
      <ol>
        {day.map((event) => (
          <EventRow key={event.id} portal={portal} event={event} />
        ))}
      </ol>
    </section>
  ));
}
