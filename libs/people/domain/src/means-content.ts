import type { CalendarDate } from '@ketenregie/kernel';
import type { MeansContent, MeansFact } from './person-fact.js';
import { isSameButFor } from './plan-versions.js';

const later = (one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null => (one === null || (other !== null && other > one) ? other : one);

const EVIDENCE = ['evidenceClass', 'seenOn', 'seenBy'] as const;

/** The day a source speaks of is no content: the same overview on a later day changes nothing. */
export function isSameMeans(one: MeansContent, other: MeansContent): boolean {
  return isSameButFor(one, other, ['statedOn']);
}

/** What a fact says by itself. */
export function statedContent(fact: MeansFact): MeansContent {
  const { position: _p, personId: _i, supplierKey: _k, supplierReference: _r, evidence, ...core } = fact;
  return { ...core, ...(evidence ?? { evidenceClass: null, seenOn: null, seenBy: null }) };
}

/**
 * What is believed of a means once a fact is added. State and variant are as stated last; what the source does not say stays as it is known,
 * and of two last uses the later counts. What showed the old facts shows nothing of new ones.
 */
export function meansContentOf(fact: MeansFact, known: MeansContent | null): MeansContent {
  const stated = statedContent(fact);
  if (known === null) return stated;
  const merged: MeansContent = {
    ...stated,
    level: stated.level ?? known.level,
    issuedOn: stated.issuedOn ?? known.issuedOn,
    endsOn: stated.endsOn ?? known.endsOn,
    lastUsedOn: later(stated.lastUsedOn, known.lastUsedOn),
    method: stated.method ?? known.method,
  };
  const isCoreSame = isSameButFor(merged, known, ['statedOn', ...EVIDENCE]);
  if (fact.evidence !== undefined) return merged;
  return isCoreSame ? known : merged;
}
