import { formatDay } from '@ketenregie/messages';
import type { Hands, TaskKind } from '@ketenregie/messages';
import { CalendarClock, CalendarRange, DoorOpen, FilePen, FilePlus2, IdCard, ListChecks, LogIn, MessageCircleQuestionMark, Signal, Unlink } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../text/provider.js';
import type { TextOf } from '../text/provider.js';

export interface Task {
  readonly key: string;
  readonly kind: TaskKind;
  /** What is the matter; the telling part in <strong>. */
  readonly title: ReactNode;
  /** The consequence, or what can be done at once. */
  readonly detail?: ReactNode;
  /** In whose hands; several where a group has more, most of them first. */
  readonly hands: Hands | readonly Hands[];
  /** A calendar day, or the word that stands for it; null: none. */
  readonly dueOn: string | { readonly word: string } | null;
  /** The date has passed, or the repair cannot be ready in time. */
  readonly isLate?: boolean;
  readonly action?: ReactNode;
}

export interface TaskListProps {
  readonly tasks: readonly Task[];
  readonly label: string;
}

/** Kinds of task have icons of their own: a borrowed status misleads. */
const icons: Readonly<Record<TaskKind, LucideIcon>> = {
  renew: CalendarClock,
  'grant-anew': FilePlus2,
  level: Signal,
  review: ListChecks,
  leaver: DoorOpen,
  application: FilePen,
  revoke: Unlink,
  document: IdCard,
  login: LogIn,
  question: MessageCircleQuestionMark,
  term: CalendarRange,
};

/** What waits for somebody, one per row: kind, what, whose hands, by when, and the one thing to do. */
export function TaskList({ tasks, label }: TaskListProps) {
  return (
    <ul className="k-tasks" aria-label={label}>
      {tasks.map((task) => (
        <TaskRow key={task.key} task={task} />
      ))}
    </ul>
  );
}

function dueOf(dueOn: Task['dueOn'], { text, language }: { readonly text: TextOf; readonly language: 'nl' | 'en' }): ReactNode {
  if (dueOn === null) return text('today.noDate');
  return typeof dueOn === 'string' ? (
    <>
      <span className="k-task-label">{text('today.column.due')} </span>
      <time dateTime={dueOn}>{formatDay(language, dueOn)}</time>
    </>
  ) : dueOn.word;
}

function TaskRow({ task }: { readonly task: Task }) {
  const text = useText();
  const language = useLanguage();
  const Icon = icons[task.kind];
  return (
    <li className="k-task" data-late={task.isLate === true ? '' : undefined}>
      <span className="k-task-kind">
        <Icon size={20} aria-hidden />
        <span>{text(`task.kind.${task.kind}`)}</span>
      </span>
      <div className="k-task-words">
        <p className="k-task-title">{task.title}</p>
        {task.detail !== undefined && <p className="k-task-detail">{task.detail}</p>}
      </div>
      <span className="k-task-hands">
        <span className="k-task-label">{text('answer.hands')}</span>
        <span className="k-hidden">: </span>
        {[task.hands].flat().map((hands) => text(`answer.hands.${hands}`)).join(', ')}
      </span>
      <span className="k-task-date">{dueOf(task.dueOn, { text, language })}</span>
      <span className="k-task-action">{task.action}</span>
    </li>
  );
}
