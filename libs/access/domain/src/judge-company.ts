import { broken } from './break.js';
import { type Finding, findings } from './finding.js';
import type { AccessWorld } from './world.js';

/** Link 1: is the company known, and has it not ended? */
export function judgeCompany({ company, on }: AccessWorld): readonly Finding[] {
  if (company === null) return [broken('company', 'company-unknown')];
  return findings(company.endedOn !== null && on > company.endedOn && broken('company', 'company-ended'));
}
