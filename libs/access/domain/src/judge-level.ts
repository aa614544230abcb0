import { ASSURANCE_LEVELS, type AssuranceLevel, isLevelEnough } from '@ketenregie/catalogue-domain';
import { broken, type Half } from './break.js';
import type { Candidate } from './candidate.js';
import { type Finding, findings } from './finding.js';
import { unknown, type UnknownCode } from './unknowns.js';
import type { AccessWorld, ServiceFacts } from './world.js';

/** The level that the service asks: the catalogue's, and where it has none, what the tenant settled from own experience. */
export function requiredLevelAt({ requiredLevel, settled }: ServiceFacts): AssuranceLevel | null {
  return requiredLevel ?? settled?.requiredLevel ?? null;
}

interface Rung {
  readonly half: Half;
  readonly level: AssuranceLevel | null;
  readonly unknownCode: UnknownCode;
}

function rung(half: Half, holder: { readonly level: AssuranceLevel | null } | null, unknownCode: UnknownCode): readonly Rung[] {
  return holder === null ? [] : [{ half, level: holder.level, unknownCode }];
}

function rungsOf(candidate: Candidate): readonly Rung[] {
  const means = rung('means', candidate.means, 'means-level-unknown');
  if (candidate.kind === 'direct') return [...rung('direct', candidate.right, 'right-level-unknown'), ...means];
  return [
    ...rung('client', candidate.clientHalf, 'client-half-level-unknown'),
    ...rung('office', candidate.officeHalf, 'office-half-level-unknown'),
    ...means,
  ];
}

/** The lowest of the levels along a path that are known: no more than this is reached; null where none is known. */
export function lowestLevelOf(candidate: Candidate): AssuranceLevel | null {
  return ASSURANCE_LEVELS.find((level) => rungsOf(candidate).some((each) => each.level === level)) ?? null;
}

const judgeRung = ({ half, level, unknownCode }: Rung, required: AssuranceLevel | null): readonly Finding[] =>
  findings(
    level === null && unknown(unknownCode),
    level !== null && required !== null && !isLevelEnough(level, required) && broken('level', 'level-too-low', half),
  );

/** EH4 on every rung is enough whatever is asked. An office half without a level does not spoil that: its level is listed, never deciding. */
function isEnoughForAny(rungs: readonly Rung[]): boolean {
  const isTop = ({ half, level }: Rung): boolean => level === 'EH4' || (half === 'office' && level === null);
  return rungs.some(({ half }) => half === 'means') && rungs.every(isTop);
}

/** Link 6: does every part reach the level that the service asks? */
export function judgeLevel(candidate: Candidate, { service }: AccessWorld): readonly Finding[] {
  if (service === null) return [];
  const required = requiredLevelAt(service);
  const rungs = rungsOf(candidate);
  const open = findings(required === null && !isEnoughForAny(rungs) && unknown('required-level-unknown'));
  return [...open, ...rungs.flatMap((each) => judgeRung(each, required))];
}
