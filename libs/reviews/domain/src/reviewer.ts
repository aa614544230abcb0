import { whoIsNamed } from '@ketenregie/people-domain';

/** A member who may decide in a review, and whose clients he sees. Members come oldest first: between equals the first counts. */
export interface ReviewingMember {
  readonly memberId: string;
  readonly personId: string | null;
  /** The names he is known by, his person's and his member's. */
  readonly names: readonly string[];
  readonly clients: 'all' | ReadonlySet<string>;
  readonly isAdviser: boolean;
  readonly isOfficeAdministrator: boolean;
}

/** How a reviewer was found: named as accountable, assigned to the client, fallback, fallback because it is about himself, or none was found. */
export const REVIEWER_RULES = ['accountable', 'assigned', 'fallback', 'no-self-review', 'nobody'] as const;
export type ReviewerRule = (typeof REVIEWER_RULES)[number];

export interface AssignedReviewer {
  readonly memberId: string | null;
  readonly rule: ReviewerRule;
}

/** What of a line decides who reviews it. */
export interface ReviewSubject {
  readonly clientId: string;
  /** Whose right it is; null for a client half. */
  readonly personId: string | null;
  /** The adviser as the office's own list names him for the company. */
  readonly accountable: string | null;
}

const sees = ({ clients }: ReviewingMember, clientId: string): boolean => clients === 'all' || clients.has(clientId);
const isAboutHimself = ({ personId }: ReviewingMember, subject: ReviewSubject): boolean => personId !== null && personId === subject.personId;

/** The fallbacks in order: the one the programme names, then office administrators who see all clients. */
function fallbacksOf(members: readonly ReviewingMember[], fallbackMemberId: string | null): ReviewingMember[] {
  const named = members.filter(({ memberId }) => memberId === fallbackMemberId);
  return [...named, ...members.filter((member) => member.isOfficeAdministrator && member.clients === 'all' && !named.includes(member))];
}

/**
 * Makes the rule that finds the reviewer of a line: the member whom the office's own list names as accountable for the company, else the
 * adviser assigned to the client, else the fallback. Nobody reviews a right of his own: that goes to the fallback, and on to the next where
 * the fallback is himself. A member who does not see the client is never chosen.
 */
export function reviewerRule(members: readonly ReviewingMember[], fallbackMemberId: string | null): (subject: ReviewSubject) => AssignedReviewer {
  const named = whoIsNamed(members);
  const fallbacks = fallbacksOf(members, fallbackMemberId);
  const assigned = members.filter(({ isAdviser, clients }) => isAdviser && clients !== 'all');
  return (subject) => {
    const accountable = named(subject.accountable);
    const ofClient = assigned.find((member) => sees(member, subject.clientId)) ?? null;
    const first = accountable !== null && sees(accountable, subject.clientId) ? accountable : ofClient;
    if (first !== null && !isAboutHimself(first, subject)) return { memberId: first.memberId, rule: first === accountable ? 'accountable' : 'assigned' };
    const fallback = fallbacks.find((member) => sees(member, subject.clientId) && !isAboutHimself(member, subject));
    if (fallback === undefined) return { memberId: null, rule: 'nobody' };
    return { memberId: fallback.memberId, rule: first === null ? 'fallback' : 'no-self-review' };
  };
}
