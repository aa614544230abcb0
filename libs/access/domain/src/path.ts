import type { Sighting } from '@ketenregie/authorisations-domain';
import type { BreakCode, Link } from './break.js';
import type { Candidate } from './candidate.js';
import { firstBreakOf, type Judgement } from './judge-path.js';
import { isUnknown } from './finding.js';
import type { UnknownCode } from './unknowns.js';
import type { AccessWorld } from './world.js';

/** What is to be said of one link. */
export type Verdict = 'holds' | 'unknown' | 'broken';

/** One step of the path: the link, the fact it stands on (null: none, or the link is a comparison), and what decides its verdict. */
export interface PathStep {
  readonly link: Link;
  readonly id: string | null;
  readonly verdict: Verdict;
  readonly code: BreakCode | UnknownCode | null;
}

/** What proves one fact of the path. */
export interface PathEvidence extends Sighting {
  readonly link: Link;
  readonly id: string;
}

type FactIds = Readonly<Partial<Record<Link, string | null>>>;

function rightIds(candidate: Candidate): FactIds {
  if (candidate.kind === 'direct') return { right: candidate.right?.id ?? null };
  return { 'client-half': candidate.clientHalf?.id ?? null, 'office-half': candidate.officeHalf?.id ?? null };
}

function idsOf(candidate: Candidate, { company, service }: AccessWorld): FactIds {
  return {
    company: company?.id ?? null,
    service: service?.key ?? null,
    ...rightIds(candidate),
    means: candidate.means?.id ?? null,
    level: null,
    clocks: null,
  };
}

function stepOf([link, id]: readonly [Link, string | null], { findings }: Judgement): PathStep {
  const here = findings.filter((finding) => finding.link === link);
  const first = firstBreakOf(here);
  if (first !== null) return { link, id, verdict: 'broken', code: first.code };
  const open = here.filter(isUnknown).find(({ isDeciding }) => isDeciding);
  return { link, id, verdict: open ? 'unknown' : 'holds', code: open?.code ?? null };
}

/** The steps of a judged path in the fixed order; after a break the others are judged all the same. */
export function pathOf(judgement: Judgement, world: AccessWorld): readonly PathStep[] {
  const ids = Object.entries(idsOf(judgement.candidate, world)) as [Link, string | null][];
  return ids.map((entry) => stepOf(entry, judgement));
}

type Proven = (Sighting & { readonly id: string }) | null;

function evidenceOf(link: Link, fact: Proven): readonly PathEvidence[] {
  if (fact === null) return [];
  const { id, evidenceClass, seenOn, seenBy } = fact;
  return [{ link, id, evidenceClass, seenOn, seenBy }];
}

/** What was seen of each fact that the path stands on, own experience about the service included. */
export function evidenceAlong({ candidate }: Judgement, { service }: AccessWorld): readonly PathEvidence[] {
  const settled = service?.settled ? evidenceOf('service', { id: service.key, ...service.settled }) : [];
  const means = evidenceOf('means', candidate.means);
  if (candidate.kind === 'direct') return [...settled, ...evidenceOf('right', candidate.right), ...means];
  return [...settled, ...evidenceOf('client-half', candidate.clientHalf), ...evidenceOf('office-half', candidate.officeHalf), ...means];
}
