import { formatDay, formatWeekday } from '@ketenregie/messages';
import { addressIn, dayAfter, Loaded, todayInAmsterdam, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, EmptyState, PageHeader, SectionHeader, TaskList, useLanguage, useText, WeeksBar } from '@ketenregie/ui';
import type { Task } from '@ketenregie/ui';
import { groupsOf, PARTS, partOf } from './task-groups.js';
import type { TaskGroup } from './task-groups.js';
import type { AskingRight } from './asking-rights.js';
import { TodayEndsDocument, TodayRightsDocument } from './generated/operations.js';
import type { TodayRightsQuery } from './generated/operations.js';
import { endsVariables, mondaysFrom, weeksOf } from './weeks-of.js';

const EXAMPLES = 4;
/** Lead time of a repair that nobody knows counts as 15 working days: three weeks. */
const HASTE_DAYS = 21;

export interface TodayPageProps {
  readonly portal: Portal;
  /** The calendar day it is; left out, that of the device. */
  readonly today?: string;
}

/** What needs somebody now, by action and whose hands, over all organisations; and when what ends. */
export function TodayPage({ portal, today = todayInAmsterdam() }: TodayPageProps) {
  const text = useText();
  const language = useLanguage();
  const query = usePortalQuery(portal, { subject: 'tasks', document: TodayRightsDocument, variables: { first: EXAMPLES } });
  const groups = query.data === undefined ? [] : groupsOf(query.data, today);
  const count = groups.reduce((total, group) => total + group.count, 0);
  return (
    <>
      <PageHeader title={text('today.title', { date: formatWeekday(language, today) })} {...(query.data === undefined ? {} : { lead: text('today.count', { count, actions: groups.length }) })} />
      <EndsPerWeek portal={portal} today={today} />
      <Loaded query={query}>{(answer) => <Attention portal={portal} groups={groups} answer={answer} />}</Loaded>
    </>
  );
}

function EndsPerWeek({ portal, today }: { readonly portal: Portal; readonly today: string }) {
  const text = useText();
  const mondays = mondaysFrom(today);
  const query = usePortalQuery(portal, { subject: 'tasks', document: TodayEndsDocument, variables: endsVariables(mondays) });
  return (
    <section aria-labelledby="weken">
      <SectionHeader id="weken" title={text('weeks.title')} />
      <Loaded query={query}>{(counts) => <WeeksBar weeks={weeksOf(mondays, counts, dayAfter(today, HASTE_DAYS))} onChoose={(week) => portal.goTo(addressIn(portal, 'toegang', { vanaf: week.startsOn, tot: dayAfter(week.startsOn, 7) }))} />}</Loaded>
    </section>
  );
}

function Attention({ portal, groups, answer }: { readonly portal: Portal; readonly groups: readonly TaskGroup[]; readonly answer: TodayRightsQuery }) {
  const text = useText();
  if (groups.length === 0) return <NothingWaits portal={portal} next={answer.next.edges[0]?.node ?? null} />;
  return PARTS.map((part) => {
    const own = groups.filter((group) => partOf(group) === part);
    if (own.length === 0) return null;
    return (
      <section key={part} aria-labelledby={`deel-${part}`}>
        <SectionHeader id={`deel-${part}`} title={text(`today.hands.${part}`)} count={own.reduce((total, group) => total + group.count, 0)} />
        <GroupList portal={portal} groups={own} label={text(`today.hands.${part}`)} isFirst={own[0] === groups[0]} />
      </section>
    );
  });
}

interface GroupListProps {
  readonly portal: Portal;
  readonly groups: readonly TaskGroup[];
  readonly label: string;
  /** Only the most pressing group of the page has the main button. */
  readonly isFirst: boolean;
}

function GroupList({ portal, groups, label, isFirst }: GroupListProps) {
  const text = useText();
  const language = useLanguage();
  const tasks: readonly Task[] = groups.map((group, index) => ({
    key: group.key,
    kind: group.kind,
    hands: group.hands,
    dueOn: group.dueOn,
    isLate: group.isLate,
    title: (
      <>
        <strong>{text('today.rights', { count: group.count })}</strong> {text(group.title, { count: group.count })}
      </>
    ),
    detail: `${text(group.detail)} ${namesOf(group, language)}`,
    action: (
      <ButtonLink href={addressIn(portal, 'toegang', group.filter)} {...(isFirst && index === 0 ? { kind: 'primary' as const } : {})}>
        {text('today.show', { count: group.count })}
      </ButtonLink>
    ),
  }));
  return <TaskList label={label} tasks={tasks} />;
}

/** The organisations of the first few, and that there are more. */
function namesOf({ examples, count }: TaskGroup, language: 'nl' | 'en'): string {
  const names = [...new Set(examples.map((right) => right.companyName))].slice(0, 3);
  return `${new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(names)}${count > names.length ? ' …' : ''}`;
}

function NothingWaits({ portal, next }: { readonly portal: Portal; readonly next: AskingRight | null }) {
  const text = useText();
  const language = useLanguage();
  const isEmpty = next === null;
  return (
    <EmptyState title={text('today.empty')} action={isEmpty ? <ButtonLink kind="primary" href={addressIn(portal, 'import')}>{text('import.title')}</ButtonLink> : <ButtonLink href={addressIn(portal, 'toegang')}>{text('nav.access')}</ButtonLink>}>
      {isEmpty ? text('today.emptyRegister') : next.endsOn === null ? text('today.emptyWhy') : text('today.emptyNext', { date: formatDay(language, next.endsOn), service: language === 'nl' ? next.serviceNameNl : next.serviceNameEn, company: next.companyName })}
    </EmptyState>
  );
}
