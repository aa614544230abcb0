import type { Hands } from './break.js';
import type { End, EndsBy } from './ends-on.js';
import { type Repairable, repairableUntil } from './repairable-until.js';
import type { AccessWorld } from './world.js';

/** In whose hands the repair of a clock lies before it runs out. */
const HANDS_OF: Readonly<Record<Exclude<EndsBy, 'unused-24-months'>, Hands>> = {
  'client-half': 'client',
  'office-half': 'we',
  right: 'we',
  means: 'representative',
  company: 'nobody',
};

/** Working days that a repair takes in somebody's hands; null where not known, and where it is in nobody's. */
export function leadDaysOf(hands: Hands, { leadDays }: AccessWorld): number | null {
  return hands === 'nobody' ? null : leadDays[hands];
}

/** Until when an end can still be repaired. The 24 months need one login and nothing else: their last day will do. A company's end is final. */
export function repairOf({ endsOn, endsBy }: End, world: AccessWorld): Repairable {
  if (endsBy === 'unused-24-months') return repairableUntil(endsOn, 0, []);
  const hands = endsBy === null ? 'nobody' : HANDS_OF[endsBy];
  return repairableUntil(hands === 'nobody' ? null : endsOn, leadDaysOf(hands, world), world.blockers);
}
