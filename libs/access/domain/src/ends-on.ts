import { type Right, stateOnDay } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { Candidate } from './candidate.js';
import { unusedEndOf } from './judge-clocks.js';
import { isMeansStateUnknown } from './judge-means.js';
import type { AccessWorld } from './world.js';

/** The clocks that really end a login; on a tie the first named here is given. */
export const ENDS_BY = ['client-half', 'office-half', 'right', 'means', 'unused-24-months', 'company'] as const;
export type EndsBy = (typeof ENDS_BY)[number];

/** The last valid day of a path and the clock that decides it; both null where no end is known. */
export interface End {
  readonly endsOn: CalendarDate | null;
  readonly endsBy: EndsBy | null;
}

export const NO_END: End = { endsOn: null, endsBy: null };

type KnownEnds = Readonly<Partial<Record<EndsBy, CalendarDate | null>>>;

/** The end date of a right, unless its state on the day is unknown: then the date says nothing. */
const endOfRight = (right: Right | null, on: CalendarDate): CalendarDate | null =>
  right !== null && stateOnDay(right, on) !== 'unknown' ? right.endsOn : null;

function endsOfMeans({ means }: Candidate, world: AccessWorld): KnownEnds {
  if (means === null || isMeansStateUnknown(means, world.on)) return {};
  return { means: means.endsOn, 'unused-24-months': unusedEndOf(means, world.means) };
}

function endsOfRights(candidate: Candidate, on: CalendarDate): KnownEnds {
  if (candidate.kind === 'direct') return { right: endOfRight(candidate.right, on) };
  return { 'client-half': endOfRight(candidate.clientHalf, on), 'office-half': endOfRight(candidate.officeHalf, on) };
}

/** The earliest known end of a path. The end of somebody's service is none: it ends *may*, not *can*. */
export function endOf(candidate: Candidate, world: AccessWorld): End {
  const ends: KnownEnds = {
    ...endsOfRights(candidate, world.on),
    ...endsOfMeans(candidate, world),
    company: world.company?.endedOn ?? null,
  };
  return ENDS_BY.reduce<End>((first, endsBy) => {
    const endsOn = ends[endsBy] ?? null;
    return endsOn !== null && (first.endsOn === null || endsOn < first.endsOn) ? { endsOn, endsBy } : first;
  }, NO_END);
}
