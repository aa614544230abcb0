import { covers, type Right } from '@ketenregie/authorisations-domain';
import type { AccessWorld, MeansFacts } from './world.js';

/** One chain along which the login might go: client half, office half, means. Null: there is none to take. */
export interface ChainCandidate {
  readonly kind: 'chain';
  readonly clientHalf: Right | null;
  readonly officeHalf: Right | null;
  readonly means: MeansFacts | null;
}

/** One direct right along which the login might go. */
export interface DirectCandidate {
  readonly kind: 'direct';
  readonly right: Right | null;
  readonly means: MeansFacts | null;
}

export type Candidate = ChainCandidate | DirectCandidate;

type OneOrMore<T> = readonly T[] | readonly [null];

/** The items, or one null where there are none: a path with a gap is still judged, or its break could not be named. */
const orGap = <T>(items: readonly T[]): OneOrMore<T> => (items.length > 0 ? items : [null]);

const meansOf = (world: AccessWorld): OneOrMore<MeansFacts> => orGap(world.means === 'none-exists' ? [] : world.means);

const covering = (rights: readonly Right[], world: AccessWorld): readonly Right[] =>
  rights.filter((right) => world.service !== null && covers(right, world.service));

/** The office halves that continue a client half, under the company that the client granted to; any that cover the service where he granted none. */
function continuing(clientHalf: Right | null, world: AccessWorld): readonly Right[] {
  const isUnderIt = (half: Right): boolean => clientHalf === null || half.intermediaryCompanyId === clientHalf.intermediaryCompanyId;
  return covering(world.officeHalves, world).filter(isUnderIt);
}

function chainCandidates(world: AccessWorld): readonly ChainCandidate[] {
  return orGap(covering(world.clientHalves, world)).flatMap((clientHalf) =>
    orGap(continuing(clientHalf, world)).flatMap((officeHalf) =>
      meansOf(world).map((means): ChainCandidate => ({ kind: 'chain', clientHalf, officeHalf, means })),
    ),
  );
}

function directCandidates(world: AccessWorld): readonly DirectCandidate[] {
  return orGap(covering(world.directRights, world)).flatMap((right) =>
    meansOf(world).map((means): DirectCandidate => ({ kind: 'direct', right, means })),
  );
}

/**
 * Every path that could be taken, at least one. A chain is tried for any company but our own, and for our own where it granted one;
 * acting directly for our own companies, and for any other where the person has a direct right.
 */
export function candidatesOf(world: AccessWorld): readonly Candidate[] {
  const isOurs = world.company?.isOurs ?? false;
  return [
    ...(!isOurs || world.clientHalves.length > 0 ? chainCandidates(world) : []),
    ...(isOurs || world.directRights.length > 0 ? directCandidates(world) : []),
  ];
}
