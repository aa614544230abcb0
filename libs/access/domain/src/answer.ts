import type { CalendarDate } from '@ketenregie/kernel';
import type { BreakCode, Half, Hands } from './break.js';
import type { EndsBy } from './ends-on.js';
import type { Can } from './judge-path.js';
import type { May, MayNotCode } from './may.js';
import type { PathEvidence, PathStep } from './path.js';
import type { BlockerKind } from './repairable-until.js';
import type { UnknownCode } from './unknowns.js';

/** How sure the answer is. `seen`: every fact of the path was seen at the supplier. `as-far-as-known`: something is not known. */
export const CERTAINTIES = ['seen', 'believed', 'as-far-as-known'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The first broken link, in whose hands its repair lies, and the working days it takes (null: not known, counts as 15). */
export interface FirstBreak {
  readonly code: BreakCode;
  readonly half: Half | null;
  readonly inWhoseHands: Hands;
  readonly leadDays: number | null;
}

/** The answer to one question (decision 0011). `unknowns` is empty, and the ends are null, where can = no. */
export interface Answer {
  readonly can: Can;
  readonly may: May;
  /** Why not; empty where may is yes. */
  readonly mayNot: readonly MayNotCode[];
  readonly certainty: Certainty;
  /** The last valid day. */
  readonly endsOn: CalendarDate | null;
  readonly endsBy: EndsBy | null;
  readonly repairableUntil: CalendarDate | null;
  readonly blockedBy: BlockerKind | null;
  readonly path: readonly PathStep[];
  readonly firstBreak: FirstBreak | null;
  readonly unknowns: readonly UnknownCode[];
  readonly evidence: readonly PathEvidence[];
}
