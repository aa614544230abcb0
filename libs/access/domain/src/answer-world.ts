import { isSeenAtSupplier } from '@ketenregie/authorisations-domain';
import type { Answer, Certainty, FirstBreak } from './answer.js';
import { candidatesOf } from './candidate.js';
import { chooseBest } from './choose-best.js';
import { isUnknown } from './finding.js';
import { type Judgement, judgePath } from './judge-path.js';
import { mayNotOf } from './may.js';
import { evidenceAlong, type PathEvidence, pathOf } from './path.js';
import { leadDaysOf, repairOf } from './repair.js';
import type { UnknownCode } from './unknowns.js';
import type { AccessWorld } from './world.js';

function nameBreak({ firstBreak }: Judgement, world: AccessWorld): FirstBreak | null {
  if (firstBreak === null) return null;
  const { code, half, inWhoseHands } = firstBreak;
  return { code, half, inWhoseHands, leadDays: leadDaysOf(inWhoseHands, world) };
}

/** Nothing is unknown about a login that cannot be: the break is what counts. */
function unknownsOf({ can, findings }: Judgement): readonly UnknownCode[] {
  return can === 'no' ? [] : findings.filter(isUnknown).map(({ code }) => code);
}

function certaintyOf({ can }: Judgement, unknowns: readonly UnknownCode[], evidence: readonly PathEvidence[]): Certainty {
  if (unknowns.length > 0) return 'as-far-as-known';
  return can === 'yes' && evidence.every(isSeenAtSupplier) ? 'seen' : 'believed';
}

/** Every path of a question with all its findings, in no particular order: for explanations, counts and status. */
export function judgeAll(world: AccessWorld): readonly Judgement[] {
  return candidatesOf(world).map((candidate) => judgePath(candidate, world));
}

/** Can and may the person log in for the company at the service on the day? Every path is judged, the best one answers. Source: docs/answers.md. */
export function answer(world: AccessWorld): Answer {
  const judgements = judgeAll(world);
  const best = chooseBest(judgements);
  const unknowns = unknownsOf(best);
  const evidence = evidenceAlong(best, world);
  const mayNot = mayNotOf(judgements, best, world);
  const { repairableUntil, blockedBy } = repairOf(best, world);
  return {
    can: best.can,
    may: mayNot.length === 0 ? 'yes' : 'no',
    mayNot,
    certainty: certaintyOf(best, unknowns, evidence),
    endsOn: best.endsOn,
    endsBy: best.endsBy,
    repairableUntil,
    blockedBy,
    path: pathOf(best, world),
    firstBreak: nameBreak(best, world),
    unknowns,
    evidence,
  };
}
