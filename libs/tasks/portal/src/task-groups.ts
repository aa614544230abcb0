import type { Hands, MessageId, TaskKind } from '@ketenregie/messages';
import { wordOf } from '@ketenregie/tenants-portal';
import { ASKING } from './asking-rights.js';
import type { Asking, AskingRight, RightsInState } from './asking-rights.js';
import type { TodayRightsQuery } from './generated/operations.js';

const HANDS = ['we', 'client', 'representative', 'nobody'] as const satisfies readonly Hands[];

/** Everything that asks for one action, over all organisations: a group is an action, never a client. */
export interface TaskGroup {
  readonly key: string;
  readonly kind: TaskKind;
  readonly hands: Hands;
  readonly count: number;
  /** Its title: who is counted and what is the matter. */
  readonly title: MessageId;
  readonly detail: MessageId;
  readonly dueOn: string | null;
  readonly isLate: boolean;
  /** The filter of the list that shows them all. */
  readonly filter: Readonly<Record<string, string>>;
  /** The first few by name. */
  readonly examples: readonly AskingRight[];
}

interface Action {
  readonly kind: TaskKind;
  readonly title: MessageId;
  readonly detail: MessageId;
  readonly filter: Readonly<Record<string, string>>;
  /** Where no right says whose hands it lies in. */
  readonly hands: Hands;
}

const actions: Readonly<Record<Asking, Action>> = {
  ghosts: { kind: 'revoke', title: 'today.group.ghosts', detail: 'today.detail.ghosts', filter: { status: 'can-may-not' }, hands: 'we' },
  lapsed: { kind: 'grant-anew', title: 'today.group.lapsed', detail: 'today.detail.lapsed', filter: { status: 'lapsed' }, hands: 'we' },
  lowLevel: { kind: 'level', title: 'today.group.lowLevel', detail: 'today.detail.lowLevel', filter: { status: 'level-too-low' }, hands: 'representative' },
  expiring: { kind: 'renew', title: 'today.group.expiring', detail: 'today.detail.expiring', filter: { status: 'expiring' }, hands: 'we' },
  clients: { kind: 'question', title: 'today.group.clients', detail: 'today.detail.clients', filter: { status: 'waiting-for-client' }, hands: 'client' },
  office: { kind: 'application', title: 'today.group.office', detail: 'today.detail.office', filter: { status: 'waiting-for-office' }, hands: 'we' },
};

/** In whose hands most of the first ones lie. */
function handsOf(rights: readonly AskingRight[], otherwise: Hands): Hands {
  const counts = new Map<Hands, number>();
  for (const { firstBreak } of rights) {
    if (firstBreak === null) continue;
    const hands = wordOf(HANDS, firstBreak.inWhoseHands, otherwise);
    counts.set(hands, (counts.get(hands) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? otherwise;
}

function groupOf(asking: Asking, { totalCount, edges }: RightsInState, today: string): TaskGroup {
  const { hands, ...action } = actions[asking];
  const rights = edges.map((edge) => edge.node);
  const dates = rights.map((right) => (asking === 'expiring' ? (right.repairableUntil ?? right.endsOn) : right.endsOn)).filter((day) => day !== null);
  const dueOn = asking === 'ghosts' ? today : (dates.sort()[0] ?? null);
  return { key: asking, ...action, hands: asking === 'ghosts' || asking === 'clients' ? hands : handsOf(rights, hands), count: totalCount, dueOn, isLate: asking === 'ghosts' || (dueOn !== null && dueOn < today), examples: rights };
}

/** The groups that have something in them, the most pressing first. */
export function groupsOf(answer: TodayRightsQuery, today: string): TaskGroup[] {
  return ASKING.map((asking) => groupOf(asking, answer[asking], today)).filter((group) => group.count > 0);
}

/** What the page is divided by: what we must do, what waits for somebody else. */
export const PARTS = ['you', 'client'] as const;
export type Part = (typeof PARTS)[number];

/** The part of the page that a group belongs to: a representative signs on our request, so that is ours to start. */
export function partOf({ hands }: Pick<TaskGroup, 'hands'>): Part {
  return hands === 'client' ? 'client' : 'you';
}
