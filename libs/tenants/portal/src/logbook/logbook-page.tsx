import { formatDay } from '@ketenregie/messages';
import { Button, DayField, EmptyState, FilterBar, PageHeader, Select, useLanguage, useText } from '@ketenregie/ui';
import { ExportLink } from '../export-link.js';
import { Loaded } from '../loading/loaded.js';
import { usePages, usePortalQuery } from '../portal.js';
import type { Portal } from '../portal.js';
import { LogbookEventsDocument, SettingsMembersDocument } from '../generated/operations.js';
import { EventRow } from './event-row.js';
import { dayOf, eventsByDay } from './events-by-day.js';
import type { LogbookEvent } from './logbook-event.js';
import { filterOf, LOGBOOK_KINDS, readLogbookSearch } from './logbook-search.js';
import type { LogbookSearch } from './logbook-search.js';

export interface LogbookPageProps {
  readonly portal: Portal;
  readonly search: LogbookSearch;
  readonly onSearch: (search: LogbookSearch) => void;
}

const PAGE = 50;

/** The audit trail: who, what, when and why, newest first. There is nothing on it to change. */
export function LogbookPage({ portal, search, onSearch }: LogbookPageProps) {
  const text = useText();
  const { query, rows, total } = usePages(portal, { subject: 'logbook', document: LogbookEventsDocument, variables: { filter: filterOf(search), first: PAGE }, pageOf: (answer) => answer.auditEvents });
  const isFiltered = Object.keys(search).length > 0;
  return (
    <>
      <PageHeader title={text('logbook.title')} lead={text('logbook.intro')} actions={<ExportLink portal={portal} list="logbook" filter={{ ...filterOf(search) }} />} />
      <LogbookFilters portal={portal} search={search} onSearch={onSearch} />
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={text(isFiltered ? 'logbook.noneFound' : 'logbook.empty')}>{text(isFiltered ? 'logbook.noneFoundWhy' : 'logbook.emptyWhy')}</EmptyState>
          ) : (
            <>
              <EventDays events={rows} />
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

function EventDays({ events }: { readonly events: readonly LogbookEvent[] }) {
  const language = useLanguage();
  return eventsByDay(events).map((day) => (
    <section key={dayOf(day[0])} className="t-day">
      <h2>{formatDay(language, dayOf(day[0]))}</h2>
      <ol>
        {day.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ol>
    </section>
  ));
}

function LogbookFilters({ portal, search, onSearch }: LogbookPageProps) {
  const text = useText();
  const language = useLanguage();
  const { data } = usePortalQuery(portal, { subject: 'settings', document: SettingsMembersDocument, variables: {} });
  const set = (name: keyof LogbookSearch, value: string) => onSearch(readLogbookSearch({ ...search, [name]: value }));
  const people = [{ key: '', label: text('logbook.filter.everybody') }, ...(data?.members ?? []).map((member) => ({ key: member.id, label: member.displayName }))];
  const kinds = [{ key: '', label: text('logbook.filter.everyKind') }, ...LOGBOOK_KINDS.map((key) => ({ key, label: text(`logbook.kind.${key}`) }))];
  const active = [
    ...(search.van === undefined ? [] : [{ key: 'van', label: text('logbook.filter.onFrom', { date: formatDay(language, search.van) }), onRemove: () => set('van', '') }]),
    ...(search.o === undefined ? [] : [{ key: 'o', label: text('logbook.filter.onOne'), onRemove: () => set('o', '') }]),
  ];
  return (
    <FilterBar active={active} onClear={() => onSearch({})}>
      <div className="t-filters">
        <Select label={text('logbook.filter.kind')} options={kinds} value={search.soort ?? ''} onChange={(key) => set('soort', key)} />
        {people.length > 1 && <Select label={text('logbook.filter.who')} options={people} value={search.wie ?? ''} onChange={(key) => set('wie', key)} />}
        <DayField label={text('logbook.filter.from')} value={search.van ?? ''} onChange={(day) => set('van', day)} />
      </div>
    </FilterBar>
  );
}
