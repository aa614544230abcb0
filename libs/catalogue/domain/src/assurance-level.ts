/** Levels of assurance, lowest first. EH1 and EH2 are legacy: read, never issued any more. Source: domain.md section 1. */
export const ASSURANCE_LEVELS = ['EH1', 'EH2', 'EH2+', 'EH3', 'EH4'] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** The place of a level in the order EH1 < EH2 < EH2+ < EH3 < EH4, from 0. */
export function levelRank(level: AssuranceLevel): number {
  return ASSURANCE_LEVELS.indexOf(level);
}

/** Whether a level serves where another is asked: a higher level also works for a lower requirement. */
export function isLevelEnough(level: AssuranceLevel, required: AssuranceLevel): boolean {
  return levelRank(level) >= levelRank(required);
}

/** No longer issued: EH1 ended on 1 July 2021, EH2 is not sold any more. */
export function isLegacyLevel(level: AssuranceLevel): boolean {
  return level === 'EH1' || level === 'EH2';
}
