import { formatDay } from '@ketenregie/messages';
import { addressIn, ExportLink, Loaded, useMay, usePages, useToday } from '@ketenregie/tenants-portal';
import type { ExportLinkProps, Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, DataGrid, EmptyState, FilterBar, PageHeader, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo, useState } from 'react';
import { PeopleListDocument } from './generated/operations.js';
import type { PersonFactsFragment } from './generated/operations.js';
import { LevelMark, MeansChip } from './means-level.js';
import { NewPersonForm } from './new-person-form.js';
import { SERVICE_VIEWS } from './people-search.js';
import type { PeopleSearch } from './people-search.js';

export interface PeoplePageProps {
  readonly portal: Portal;
  readonly search: PeopleSearch;
  readonly onSearch: (search: PeopleSearch) => void;
}

const PAGE = 100;

/** The means that counts for a row: the one in use that lasts longest, else the first. */
function mainMeans({ means }: PersonFactsFragment) {
  const inUse = means.filter(({ state }) => state === 'active');
  return inUse.at(-1) ?? means[0] ?? null;
}

function columnsOf(text: TextOf, language: 'nl' | 'en', today: string): GridColumn<PersonFactsFragment>[] {
  const quiet = (words: string) => <span className="m-quiet">{words}</span>;
  const day = (iso: string | null, otherwise: string) => (iso === null ? quiet(otherwise) : <span>{formatDay(language, iso)}</span>);
  const job = (person: PersonFactsFragment) => (person.jobTitle === null ? null : <span>{person.jobTitle}</span>);
  const level = (person: PersonFactsFragment) => {
    const means = mainMeans(person);
    return means === null ? null : <LevelMark level={means.level} />;
  };
  return [
    { key: 'name', title: text('people.column.name'), width: 'minmax(160px, 1.3fr)', cell: (person) => <span>{person.fullName}</span> },
    { key: 'job', title: text('people.column.job'), width: 'minmax(180px, 1.3fr)', cell: job, fold: { under: 'name', below: 1010, cell: job } },
    { key: 'service', title: text('people.column.service'), width: '180px', cell: (person) => (person.inServiceUntil === null ? <span>{text(person.inServiceFrom === null ? 'people.service.unknown' : 'people.service.in')}</span> : <span>{text(person.inServiceUntil < today ? 'people.service.left' : 'people.service.until', { date: formatDay(language, person.inServiceUntil) })}</span>) },
    {
      key: 'means',
      title: text('people.column.means'),
      width: '224px',
      cell: (person) => {
        const means = mainMeans(person);
        return means === null ? quiet(text('people.means.none')) : <MeansChip means={means} today={today} hasLeft={person.inServiceUntil !== null && person.inServiceUntil < today} />;
      },
    },
    {
      key: 'level',
      title: text('list.column.level'),
      width: '104px',
      cell: level,
      fold: { under: 'means', below: 1114, cell: level },
    },
    { key: 'ends', title: text('list.column.endDate'), width: '112px', cell: (person) => mainMeans(person) && day(mainMeans(person)?.endsOn ?? null, text('access.noEnd')) },
    { key: 'used', title: text('people.column.lastUsed'), width: '140px', cell: (person) => mainMeans(person) && day(mainMeans(person)?.lastUsedOn ?? null, text('usage.unknown')), fold: { under: 'ends', below: 820 } },
  ];
}

/** The people of the list and the means of the same people as files, and one more by hand. */
function Actions({ onAdd, ...shared }: Pick<ExportLinkProps, 'portal' | 'filter'> & { readonly onAdd: () => void }) {
  const text = useText();
  const mayAdd = useMay('person.change');
  return (
    <>
      {mayAdd && <Button onPress={onAdd}>{text('people.add')}</Button>}
      <ExportLink {...shared} list="means" label={text('list.exportMeans')} />
      <ExportLink {...shared} list="people" />
    </>
  );
}

/** Nobody was found, or nobody is known yet: then how the list is begun. */
function NoPeople({ portal, isFiltered }: { readonly portal: Portal; readonly isFiltered: boolean }) {
  const text = useText();
  const mayImport = useMay('import.stage');
  if (isFiltered) return <EmptyState title={text('people.notFound')}>{text('people.notFoundWhy')}</EmptyState>;
  return (
    <EmptyState title={text('people.empty')} {...(mayImport ? { action: <ButtonLink kind="primary" href={addressIn(portal, 'import')}>{text('nav.import')}</ButtonLink> } : {})}>
      {text('people.emptyWhy')}
    </EmptyState>
  );
}

/** Everybody who works here or holds a right, with the means that counts. */
export function PeoplePage({ portal, search, onSearch }: PeoplePageProps) {
  const text = useText();
  const language = useLanguage();
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  const view = search.dienst ?? 'all';
  const variables = { search: search.zoek ?? null, service: view === 'all' ? null : view, first: PAGE };
  const { query, rows, total } = usePages(portal, { subject: 'people', document: PeopleListDocument, variables, pageOf: (answer) => answer.people });
  const columns = useMemo(() => columnsOf(text, language, today), [text, language, today]);
  const isFiltered = search.zoek !== undefined || view !== 'all';
  return (
    <>
      <PageHeader title={text('nav.people')} lead={text('people.lead')} actions={<Actions onAdd={() => setAdding(true)} portal={portal} filter={{ search: search.zoek, service: view === 'all' ? undefined : view }} />} />
      <FilterBar
        search={{ label: text('people.search'), value: search.zoek ?? '', onChange: (zoek) => onSearch({ ...search, zoek }) }}
        choices={SERVICE_VIEWS.map((key) => ({ key, label: text(`people.view.${key}`) }))}
        chosen={view}
        onChoose={(key) => onSearch({ ...search, dienst: SERVICE_VIEWS.find((each) => each === key) ?? 'all' })}
      />
      <h2 className="k-hidden">{text(`people.view.${view}`)}</h2>
      <Loaded query={query}>
        {() => (
          <DataGrid
            label={text('nav.people')}
            columns={columns}
            rows={rows}
            total={total}
            rowKey={(person) => person.id}
            rowName={(person) => person.fullName}
            onSortChange={() => undefined}
            onOpen={(person) => portal.goTo(addressIn(portal, `medewerkers/${person.id}`))}
            onEndReached={() => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage())}
            isLoadingMore={query.isFetchingNextPage}
            empty={<NoPeople portal={portal} isFiltered={isFiltered} />}
          />
        )}
      </Loaded>
      {isAdding && <NewPersonForm portal={portal} onClose={() => setAdding(false)} />}
    </>
  );
}
