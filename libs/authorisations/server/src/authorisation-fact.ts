import { createHash } from 'node:crypto';
import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { AuthorisationKind, EvidenceClass, RightScope, RightState, UntilPrecision } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';

/** A service by its catalogue key, or a provider: all of it, or merely named (which service is meant is then not known). */
export interface FactTarget {
  readonly serviceKey: string | null;
  readonly providerKey: string | null;
  readonly isWholeProvider: boolean;
}

/** What shows a fact: its class, and who looked at the source on which day. */
export interface FactEvidence {
  readonly evidenceClass: EvidenceClass | null;
  readonly seenOn: CalendarDate | null;
  readonly seenBy: string | null;
}

/** One right as a source or a person states it. What is left out was not spoken of, and stays as it is known; null was spoken of and is not there. */
export interface AuthorisationFact {
  /** Row of the source, from 0: the order among equals. Several facts may come of one row. */
  readonly position: number;
  readonly kind: AuthorisationKind;
  readonly clientId: string;
  /** The represented company. */
  readonly companyId: string;
  /** One of the tenant's own companies; null for a direct right and for a grant to a third party. */
  readonly intermediaryCompanyId: string | null;
  /** The intermediary of a client half where it is none of our own. */
  readonly thirdParty?: { readonly name: string; readonly kvkNumber: string | null };
  readonly personId: string | null;
  readonly supplierKey: string | null;
  readonly scope: RightScope;
  readonly targets: readonly FactTarget[];
  readonly level: AssuranceLevel | null;
  readonly state: RightState;
  /** Reference date of the source: the state counts from this day on. */
  readonly statedOn: CalendarDate;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly untilPrecision: UntilPrecision;
  readonly endedWhy?: string | null;
  readonly branchNumber?: string | null;
  readonly task?: string | null;
  readonly accountable?: string | null;
  readonly evidence?: FactEvidence;
  /** A list that the office keeps itself says so, and nothing shows it: it does not take back an end that was seen (decision 0057). */
  readonly isOwnStatement?: boolean;
}

/** What a version says of a right, targets apart. */
export interface VersionContent extends FactEvidence {
  readonly supplierKey: string | null;
  readonly scope: RightScope;
  readonly level: AssuranceLevel | null;
  readonly state: RightState;
  readonly endedWhy: string | null;
  readonly statedOn: CalendarDate;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly untilPrecision: UntilPrecision;
  readonly branchNumber: string | null;
  readonly task: string | null;
  readonly accountable: string | null;
  readonly position: number;
}

/** A target as one text, in which equal targets are equal. */
export function targetText({ serviceKey, providerKey, isWholeProvider }: FactTarget): string {
  if (serviceKey !== null) return `service:${serviceKey}`;
  return `${isWholeProvider ? 'whole' : 'named'}:${providerKey ?? ''}`;
}

/** The targets of a fact, each once and in one order; none where the scope is everything. */
export function targetsOf({ scope, targets }: Pick<AuthorisationFact, 'scope' | 'targets'>): FactTarget[] {
  if (scope === 'all') return [];
  return [...new Map(targets.map((target) => [targetText(target), target])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, target]) => target);
}

/**
 * What makes two statements of one company and kind speak of the same right, or of several alike: person, intermediary, scope and targets.
 * Supplier, level and dates are no part of it: they may change while the right stays.
 */
export function matchBaseOf(fact: AuthorisationFact): string {
  const intermediary = fact.intermediaryCompanyId ?? (fact.thirdParty ? (fact.thirdParty.kvkNumber ?? fact.thirdParty.name.trim().toLowerCase()) : '');
  const text = [fact.personId ?? '', intermediary, fact.scope, ...targetsOf(fact).map(targetText)].join('\n');
  return createHash('sha256').update(text).digest('hex');
}

const CORE = ['supplierKey', 'level', 'state', 'startsOn', 'endsOn', 'untilPrecision'] as const;
const SPOKEN_OF = ['endedWhy', 'branchNumber', 'task', 'accountable'] as const;

const isCoreSame = (fact: AuthorisationFact, known: VersionContent): boolean => CORE.every((field) => fact[field] === known[field]);

function isEvidenceSame(evidence: FactEvidence | undefined, known: FactEvidence): boolean {
  if (evidence === undefined) return true;
  return evidence.evidenceClass === known.evidenceClass && evidence.seenOn === known.seenOn && evidence.seenBy === known.seenBy;
}

/** Whether a fact says nothing that is not known. The day it is stated on is no content: the same file on a later day changes nothing. */
export function isKnown(fact: AuthorisationFact, known: VersionContent): boolean {
  return isCoreSame(fact, known) && SPOKEN_OF.every((field) => fact[field] === undefined || fact[field] === known[field]) && isEvidenceSame(fact.evidence, known);
}

const SEEN: ReadonlySet<string | null> = new Set(['A', 'B', 'C']);

/**
 * Whether a fact would bring a right back to life whose end was confirmed at the supplier, with nothing to show for it. A grant that starts after
 * the end is another matter: that is granted anew. Decision 0057.
 */
export function contradictsSeenEnd(fact: AuthorisationFact, known: VersionContent): boolean {
  if (fact.isOwnStatement !== true || fact.state === 'ended' || known.state !== 'ended' || !SEEN.has(known.evidenceClass)) return false;
  return fact.startsOn === null || known.statedOn === null || fact.startsOn <= known.statedOn;
}

const NEVER_SEEN: FactEvidence = { evidenceClass: null, seenOn: null, seenBy: null };

function evidenceOf(fact: AuthorisationFact, known: VersionContent | null): FactEvidence {
  if (fact.evidence !== undefined) return fact.evidence;
  // What showed the old facts shows nothing of the new ones.
  if (known === null || !isCoreSame(fact, known)) return NEVER_SEEN;
  return { evidenceClass: known.evidenceClass, seenOn: known.seenOn, seenBy: known.seenBy };
}

/** What is believed once a fact is recorded over what was known: what the fact does not speak of stays. */
export function contentOf(fact: AuthorisationFact, known: VersionContent | null): VersionContent {
  const { supplierKey, scope, level, state, statedOn, startsOn, endsOn, untilPrecision, position } = fact;
  const isEndedStill = state === 'ended' && known?.state === 'ended';
  const { evidenceClass, seenOn, seenBy } = evidenceOf(fact, known);
  // One literal: put together of parts it costs ten times as much.
  return {
    supplierKey,
    scope,
    level,
    state,
    statedOn,
    startsOn,
    endsOn,
    untilPrecision,
    position,
    endedWhy: fact.endedWhy ?? (isEndedStill && fact.endedWhy === undefined ? known.endedWhy : null),
    branchNumber: fact.branchNumber === undefined ? (known?.branchNumber ?? null) : fact.branchNumber,
    task: fact.task === undefined ? (known?.task ?? null) : fact.task,
    accountable: fact.accountable === undefined ? (known?.accountable ?? null) : fact.accountable,
    evidenceClass,
    seenOn,
    seenBy,
  };
}
