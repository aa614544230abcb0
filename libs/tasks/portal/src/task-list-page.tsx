import { formatDay } from '@ketenregie/messages';
import { addressIn, ExportLink, Loaded, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { isoWeekOf } from '@ketenregie/tasks-domain';
import type { TaskKind } from '@ketenregie/tasks-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { ButtonLink, DataGrid, EmptyState, PageHeader, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo } from 'react';
import { TodayTaskListDocument } from './generated/operations.js';
import { handsOf, KIND_WORDS, kindOf, matterOf, placeOf, subjectOf } from './task-words.js';
import type { TaskFacts } from './task-words.js';
import { filterOf } from './today-search.js';
import type { TodaySearch } from './today-search.js';

const PAGE = 50;

/** What the list holds, in words; the same words as the mail that links here. */
function titleOf({ taak, deel, week }: TodaySearch, total: number, { text, language }: { readonly text: TextOf; readonly language: 'nl' | 'en' }): string {
  if (week !== undefined) return text('today.week', { week: isoWeekOf(week as CalendarDate), date: formatDay(language, week) });
  if (taak !== undefined) return text(`digest.group.${taak}`, { count: total });
  return deel === undefined ? text('today.all') : text(`today.part.${deel}`);
}

/** Kinds that have a day to start before; the others are to be done as soon as can be. */
const DATED: readonly (TaskKind | undefined)[] = [undefined, 'expiring', 'log-in-round'];

/** The columns: whom it is about, what is the matter, whose turn, until when; the kind and the day to start before only where they tell rows apart. */
function columnsOf(taak: TaskKind | undefined, { text, language }: { readonly text: TextOf; readonly language: 'nl' | 'en' }): GridColumn<TaskFacts>[] {
  const day = (iso: string | null, otherwise: string) => <span>{iso === null ? otherwise : formatDay(language, iso)}</span>;
  const kind: GridColumn<TaskFacts> = { key: 'kind', title: text('list.column.task'), width: 'minmax(150px, .8fr)', cell: (task) => <span>{text(`task.kind.${KIND_WORDS[kindOf(task.kind)]}`)}</span> };
  const due: GridColumn<TaskFacts> = { key: 'due', title: text('today.column.due'), width: '156px', cell: (task) => day(task.dueOn, text('today.soon')) };
  return [
    { key: 'about', title: text('today.column.about'), width: 'minmax(220px, 1.6fr)', cell: (task) => <span>{subjectOf(task, language) ?? text('today.unnamed')}</span> },
    ...(taak === undefined ? [kind] : []),
    { key: 'matter', title: text('today.column.what'), width: 'minmax(220px, 2fr)', cell: (task) => <span>{matterOf(task, text)}</span> },
    { key: 'hands', title: text('answer.hands'), width: '156px', cell: (task) => <span>{text(`answer.hands.${handsOf(task.hands)}`)}</span> },
    ...(DATED.includes(taak) ? [due] : []),
    { key: 'ends', title: text('list.column.endDate'), width: '124px', cell: (task) => day(task.endsOn, text('today.noDate')) },
  ];
}

/** Exactly the tasks that a mail, a group or a week counts. */
export function TaskListPage({ portal, search }: { readonly portal: Portal; readonly search: TodaySearch }) {
  const text = useText();
  const language = useLanguage();
  const { query, rows, total } = usePages(portal, { subject: 'tasks', document: TodayTaskListDocument, variables: { ...filterOf(search), first: PAGE }, pageOf: (answer) => answer.taskList });
  const columns = useMemo(() => columnsOf(search.taak, { text, language }), [search.taak, text, language]);
  const title = titleOf(search, total, { text, language });
  const lead = search.taak !== undefined && search.deel !== undefined ? text(`today.part.${search.deel}`) : undefined;
  return (
    <>
      <PageHeader title={query.data === undefined ? text('nav.today') : title} {...(lead === undefined ? {} : { lead })} actions={<><ExportLink portal={portal} list="tasks" filter={{ kinds: search.taak, parts: search.deel, week: search.week }} /><ButtonLink href={addressIn(portal, 'vandaag')}>{text('today.all')}</ButtonLink></>} />
      <h2 className="k-hidden">{text('today.all')}</h2>
      <Loaded query={query}>
        {() => (
          <DataGrid
            label={title}
            columns={columns}
            rows={rows}
            total={total}
            rowKey={(task) => task.id}
            rowName={(task) => subjectOf(task, language) ?? text('today.unnamed')}
            onSortChange={() => undefined}
            onOpen={(task) => portal.goTo(placeOf(task, portal))}
            onEndReached={() => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage())}
            isLoadingMore={query.isFetchingNextPage}
            empty={<EmptyState title={text('today.gone')}>{text('today.goneWhy')}</EmptyState>}
          />
        )}
      </Loaded>
    </>
  );
}
