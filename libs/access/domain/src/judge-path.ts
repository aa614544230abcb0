import { type Break, breakOrder } from './break.js';
import type { Candidate } from './candidate.js';
import { type End, endOf, NO_END } from './ends-on.js';
import { type Finding, isBreak, isUnknown } from './finding.js';
import { judgeClientHalf } from './judge-client-half.js';
import { judgeClocks } from './judge-clocks.js';
import { judgeCompany } from './judge-company.js';
import { judgeLevel } from './judge-level.js';
import { judgeMeans } from './judge-means.js';
import { judgeOfficeHalf } from './judge-office-half.js';
import { judgeRight } from './judge-right.js';
import { judgeService } from './judge-service.js';
import type { AccessWorld } from './world.js';

/** What the suppliers' registers allow, as we believe. */
export const CANS = ['yes', 'unknown', 'no'] as const;
export type Can = (typeof CANS)[number];

/** One path with all that is to be said of it. Its end is null where it does not work. */
export interface Judgement extends End {
  readonly candidate: Candidate;
  readonly findings: readonly Finding[];
  readonly can: Can;
  readonly firstBreak: Break | null;
}

function judgeRights(candidate: Candidate, world: AccessWorld): readonly Finding[] {
  if (candidate.kind === 'direct') return judgeRight(candidate.right, world);
  return [...judgeClientHalf(candidate.clientHalf, world), ...judgeOfficeHalf(candidate, world)];
}

function judgeLinks(candidate: Candidate, world: AccessWorld): readonly Finding[] {
  return [
    ...judgeCompany(world),
    ...judgeService(candidate, world),
    ...judgeRights(candidate, world),
    ...judgeMeans(candidate, world),
    ...judgeLevel(candidate, world),
    ...judgeClocks(candidate, world),
  ];
}

/** The first break in the fixed order, whatever order they were found in. */
export function firstBreakOf(found: readonly Finding[]): Break | null {
  return found.filter(isBreak).reduce<Break | null>((first, each) => (first === null || breakOrder(each) < breakOrder(first) ? each : first), null);
}

/** Judges every link of one path: a known break goes before an unknown, and an unknown before yes. */
export function judgePath(candidate: Candidate, world: AccessWorld): Judgement {
  const found = judgeLinks(candidate, world);
  const firstBreak = firstBreakOf(found);
  if (firstBreak !== null) return { candidate, findings: found, can: 'no', firstBreak, ...NO_END };
  const isUndecided = found.filter(isUnknown).some(({ isDeciding }) => isDeciding);
  return { candidate, findings: found, can: isUndecided ? 'unknown' : 'yes', firstBreak, ...endOf(candidate, world) };
}
