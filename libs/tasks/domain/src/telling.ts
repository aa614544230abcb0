import { whoIsNamed } from '@ketenregie/people-domain';
import type { Task } from './task.js';

/** A member who may be told something, and whose clients he sees. Members come oldest first: between equals the first counts. */
export interface ToldMember {
  readonly memberId: string;
  readonly personId: string | null;
  /** The names he is known by, his person's and his member's. */
  readonly names: readonly string[];
  readonly clients: 'all' | ReadonlySet<string>;
  readonly isAdviser: boolean;
  readonly isOfficeAdministrator: boolean;
  /** His roles let him see tasks; a list may name as accountable who is told of his own means alone. */
  readonly seesTasks: boolean;
  readonly isOwner: boolean;
}

/** The parts of what somebody is told, in their order: in his digest and on his own page (N2). */
export const SECTIONS = ['must', 'client', 'information'] as const;
export type Section = (typeof SECTIONS)[number];

/** The parts of the page over all tasks: what somebody is told, and what lies with his colleagues. */
export const PARTS = [...SECTIONS, 'colleagues'] as const;
export type Part = (typeof PARTS)[number];

/** Whether a text names a part. */
export const isPart = (text: string): text is Part => (PARTS as readonly string[]).includes(text);

/** How many open tasks somebody is told of, and how many of those he sees lie with his colleagues. */
export interface TaskCounts {
  readonly own: number;
  readonly colleagues: number;
}

/** Counts tasks by their part: the one count behind the number in somebody's mail and the number on his page. */
export function taskCounts(tasks: readonly { readonly part: Part }[]): TaskCounts {
  const colleagues = tasks.filter(({ part }) => part === 'colleagues').length;
  return { own: tasks.length - colleagues, colleagues };
}

/** What of a task decides who is told of it. */
export interface TaskToTell extends Pick<Task, 'kind' | 'hands' | 'clientId' | 'personId'> {
  /** The adviser as the office's own list names him for the company. */
  readonly accountable: string | null;
}

/** Somebody who is told of a task, and in which part of his digest. */
export interface Telling {
  readonly memberId: string;
  readonly section: Section;
  /** Somebody else would have to act who is no member: he hears of it from this one. */
  readonly isForSomebodyElse: boolean;
}

const sees = ({ clients }: ToldMember, clientId: string | null): boolean => clients === 'all' || (clientId !== null && clients.has(clientId));

/** Whether only the person himself can do it: his means on paper, or the one login that keeps it alive. */
const isPersonal = ({ kind, hands, clientId }: TaskToTell): boolean => kind === 'log-in-round' || (clientId === null && hands === 'representative');

const telling = (section: Section, isForSomebodyElse = false) => ({ memberId }: ToldMember): Telling => ({ memberId, section, isForSomebodyElse });

/**
 * Makes the rule that finds who is told of a task (N1: the person who can act). What only a person himself can do: he, and the office administrators
 * for their information, or to do where he is no member. What is of a client: the member whom the office's list names as accountable, else the first
 * adviser assigned, else the administrators; the client's own half in the part "waiting for the client", for it is he who asks. All else: the
 * administrators. Where a tenant has none that sees it, the owners. Nobody is told of a client that he does not see.
 */
export function tellingRule(members: readonly ToldMember[]): (task: TaskToTell) => readonly Telling[] {
  const named = whoIsNamed(members);
  const assigned = members.filter(({ isAdviser, clients }) => isAdviser && clients !== 'all');
  const managersFor = (clientId: string | null): readonly ToldMember[] => {
    const seeing = members.filter((member) => sees(member, clientId));
    const administrators = seeing.filter(({ isOfficeAdministrator }) => isOfficeAdministrator);
    return administrators.length > 0 ? administrators : seeing.filter(({ isOwner }) => isOwner);
  };
  const adviserFor = (clientId: string, accountable: string | null): ToldMember | null => {
    const byList = named(accountable);
    return byList !== null && byList.seesTasks && sees(byList, clientId) ? byList : (assigned.find((member) => sees(member, clientId)) ?? null);
  };
  const ofPerson = ({ personId }: TaskToTell): readonly Telling[] => {
    const himself = members.filter((member) => member.personId !== null && member.personId === personId);
    const managers = managersFor(null).filter((member) => !himself.includes(member));
    return himself.length === 0 ? managers.map(telling('must', true)) : [...himself.map(telling('must')), ...managers.map(telling('information'))];
  };
  return (task) => {
    if (isPersonal(task)) return ofPerson(task);
    const section = task.hands === 'client' ? 'client' : task.hands === 'nobody' ? 'information' : 'must';
    const adviser = task.clientId === null ? null : adviserFor(task.clientId, task.accountable);
    return (adviser === null ? managersFor(task.clientId) : [adviser]).map(telling(section));
  };
}
