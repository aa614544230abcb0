import type { Answer } from '@ketenregie/access-domain';

/** An answer for machines: exactly these keys, in this order. Days as `YYYY-MM-DD`; what there is not is null, never left out. */
export function answerJson({ can, may, certainty, endsOn, endsBy, repairableUntil, blockedBy, path, firstBreak, unknowns, evidence }: Answer) {
  return {
    can, may, certainty, endsOn, endsBy, repairableUntil, blockedBy,
    path: path.map(({ link, id, verdict, code }) => ({ link, id, verdict, code })),
    firstBreak: firstBreak && { code: firstBreak.code, half: firstBreak.half, inWhoseHands: firstBreak.inWhoseHands, leadDays: firstBreak.leadDays },
    unknowns: [...unknowns],
    evidence: evidence.map(({ link, id, evidenceClass, seenOn, seenBy }) => ({ link, id, evidenceClass, seenOn, seenBy })),
  };
}
