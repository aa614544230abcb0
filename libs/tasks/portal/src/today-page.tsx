import { formatDay, formatWeekday } from '@ketenregie/messages';
import { addressIn, ExportLink, Loaded, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { PARTS } from '@ketenregie/tasks-domain';
import { EmptyState, Notice, PageHeader, SectionHeader, useLanguage, useText, WeeksBar } from '@ketenregie/ui';
import type { ReactNode } from 'react';
import { TodayTasksDocument } from './generated/operations.js';
import { GroupList } from './group-list.js';
import { NothingWaits } from './nothing-waits.js';
import { groupsOf } from './task-groups.js';
import type { Tasks } from './task-groups.js';
import { TaskListPage } from './task-list-page.js';
import { asksList } from './today-search.js';
import type { TodaySearch } from './today-search.js';

const EXAMPLES = 4;
/** The tasks are computed within a minute of what is recorded; until then the page asks again. */
const AGAIN_MS = 5_000;

export interface TodayPageProps {
  readonly portal: Portal;
  readonly search: TodaySearch;
  /** What other features ask of the viewer, above the weeks: open review rounds. */
  readonly children?: ReactNode;
}

/** What needs somebody now, by action and whose hands, over all organisations; or exactly the tasks that a link counts. */
export function TodayPage({ portal, search, children }: TodayPageProps) {
  return asksList(search) ? <TaskListPage portal={portal} search={search} /> : <Overview portal={portal}>{children}</Overview>;
}

function Overview({ portal, children }: Pick<TodayPageProps, 'portal' | 'children'>) {
  const text = useText();
  const language = useLanguage();
  const today = useToday();
  const query = usePortalQuery(portal, { subject: 'tasks', document: TodayTasksDocument, variables: { examples: EXAMPLES }, again: (answer) => (answer?.tasks.isCurrent === false ? AGAIN_MS : null) });
  const tasks = query.data?.tasks;
  const lead = tasks === undefined || tasks.sweptOn === null ? {} : { lead: text('today.count', { mine: tasks.ownCount, others: tasks.totalCount - tasks.ownCount }) };
  return (
    <>
      <PageHeader title={text('today.title', { date: formatWeekday(language, tasks?.on ?? today) })} {...lead} {...(tasks !== undefined && tasks.totalCount > 0 ? { actions: <ExportLink portal={portal} list="tasks" /> } : {})} />
      <Loaded query={query}>{(answer) => <Computed portal={portal} tasks={answer.tasks} more={children} />}</Loaded>
    </>
  );
}

function Computed({ portal, tasks, more }: { readonly portal: Portal; readonly tasks: Tasks; readonly more: ReactNode }) {
  const text = useText();
  if (tasks.sweptOn === null) return <EmptyState title={text('today.never')}>{text('today.neverWhy')}</EmptyState>;
  return (
    <>
      <Freshness tasks={tasks} />
      {tasks.totalCount > 0 && <EndsPerWeek portal={portal} tasks={tasks} />}
      {more}
      {tasks.totalCount === 0 ? <NothingWaits portal={portal} /> : <Parts portal={portal} tasks={tasks} />}
    </>
  );
}

/** Says where the list may be older than the register. */
function Freshness({ tasks: { isCurrent, sweptOn, on } }: { readonly tasks: Tasks }) {
  const text = useText();
  const language = useLanguage();
  if (isCurrent || sweptOn === null) return null;
  return <Notice kind="information" title={sweptOn === on ? text('today.stale') : text('today.staleDay', { date: formatDay(language, sweptOn) })} />;
}

function EndsPerWeek({ portal, tasks }: { readonly portal: Portal; readonly tasks: Tasks }) {
  const text = useText();
  const weeks = tasks.weeks.map(({ week, startsOn, count, lateCount }) => ({ week, startsOn, total: count, urgent: lateCount }));
  return (
    <section aria-labelledby="weken">
      <SectionHeader id="weken" title={text('weeks.title')} />
      <WeeksBar weeks={weeks} onChoose={({ startsOn }) => portal.goTo(addressIn(portal, 'vandaag', { week: startsOn }))} />
    </section>
  );
}

function Parts({ portal, tasks }: { readonly portal: Portal; readonly tasks: Tasks }) {
  const text = useText();
  const parts = PARTS.map((part) => ({ part, groups: groupsOf(tasks, part) })).filter(({ groups }) => groups.length > 0);
  return parts.map(({ part, groups }, index) => (
    <section key={part} aria-labelledby={`deel-${part}`}>
      <SectionHeader id={`deel-${part}`} title={text(`today.part.${part}`)} count={groups.reduce((total, group) => total + group.count, 0)} />
      <GroupList portal={portal} groups={groups} label={text(`today.part.${part}`)} isFirst={index === 0} />
    </section>
  ));
}
