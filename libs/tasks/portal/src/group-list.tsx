import type { TaskKind } from '@ketenregie/tasks-domain';
import { addressIn } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, TaskList, useLanguage, useText } from '@ketenregie/ui';
import type { Task } from '@ketenregie/ui';
import type { TaskGroup } from './task-groups.js';
import { KIND_WORDS, subjectOf } from './task-words.js';

const NAMES = 3;
/** What works and may not, or is needed and does not work: there is no day to wait for. */
const URGENT: readonly TaskKind[] = ['can-but-may-not', 'leaver-with-live-means', 'lapsed'];

export interface GroupListProps {
  readonly portal: Portal;
  readonly groups: readonly TaskGroup[];
  readonly label: string;
  /** Only the most pressing group of the page has the main button. */
  readonly isFirst: boolean;
}

/** The first few by name, and that there are more. */
function namesOf({ examples, count }: TaskGroup, language: 'nl' | 'en', unnamed: string): string {
  const names = [...new Set(examples.map((task) => task.companyName ?? subjectOf(task, language) ?? unnamed))];
  const isMore = names.length > NAMES || count > examples.length;
  return `${new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(names.slice(0, NAMES))}${isMore ? ' …' : ''}`;
}

/** The groups of one part, one row each, with the way to exactly the tasks that each counts. */
export function GroupList({ portal, groups, label, isFirst }: GroupListProps) {
  const text = useText();
  const language = useLanguage();
  const tasks: readonly Task[] = groups.map((group, index) => ({
    key: `${group.part} ${group.kind}`,
    kind: KIND_WORDS[group.kind],
    hands: group.hands,
    dueOn: group.dueOn ?? (URGENT.includes(group.kind) ? { word: text('today.now') } : null),
    isLate: group.lateCount > 0 || URGENT.includes(group.kind),
    title: <strong>{text(`digest.group.${group.kind}`, { count: group.count })}</strong>,
    detail: [group.lateCount > 0 ? text('today.late', { count: group.lateCount }) : '', namesOf(group, language, text('today.unnamed'))].filter((part) => part !== '').join(' '),
    action: (
      <ButtonLink href={addressIn(portal, 'vandaag', { taak: group.kind, deel: group.part })} {...(isFirst && index === 0 ? { kind: 'primary' as const } : {})}>
        {text('today.show', { count: group.count })}
      </ButtonLink>
    ),
  }));
  return <TaskList label={label} tasks={tasks} />;
}
