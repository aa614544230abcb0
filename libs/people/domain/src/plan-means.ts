import { type CalendarDate, newId } from '@ketenregie/kernel';
import type { KnownMeans, MeansContent, MeansFact, NewVersion, RecordOutcome } from './person-fact.js';
import { isSameButFor, versionsFor } from './plan-versions.js';

export interface MeansOutcome {
  readonly position: number;
  readonly meansId: string;
  readonly outcome: RecordOutcome;
}

export interface NewMeans {
  readonly id: string;
  readonly personId: string;
  readonly supplierKey: string;
  readonly supplierReference: string | null;
}

/** Everything that recording a supplier's overview writes. */
export interface MeansPlan {
  readonly outcomes: readonly MeansOutcome[];
  readonly means: readonly NewMeans[];
  readonly supersededIds: readonly string[];
  readonly versions: readonly NewVersion<MeansContent>[];
}

const contentOf = ({ position: _p, personId: _i, supplierKey: _k, supplierReference: _r, ...content }: MeansFact): MeansContent => content;

/** The day a source speaks of is no content: the same overview on a later day changes nothing. */
const isSame = (one: MeansContent, other: MeansContent): boolean => isSameButFor(one, other, ['statedOn']);

const referenceKey = ({ supplierKey, supplierReference }: { supplierKey: string; supplierReference: string | null }): string => `${supplierKey} ${supplierReference ?? ''}`;
const holderKey = ({ personId, supplierKey, level }: { personId: string; supplierKey: string; level: string | null }): string => `${personId} ${supplierKey} ${level ?? ''}`;

/**
 * What recording means changes. A means is found by supplier and user number; where neither side has a number, by person, supplier and level,
 * the n-th of several alike by the n-th.
 */
export function planMeans(facts: readonly MeansFact[], known: readonly KnownMeans[], referenceOn: CalendarDate): MeansPlan {
  const byReference = new Map(known.filter(({ supplierReference }) => supplierReference !== null).map((means) => [referenceKey(means), means]));
  const free = known.filter(({ supplierReference }) => supplierReference === null);
  const plan = { outcomes: [] as MeansOutcome[], means: [] as NewMeans[], supersededIds: [] as string[], versions: [] as NewVersion<MeansContent>[] };
  for (const fact of facts) {
    const found = fact.supplierReference === null ? takeAlike(free, fact) : byReference.get(referenceKey(fact));
    const content = contentOf(fact);
    const held = found?.holder ?? null;
    const id = found?.id ?? newId();
    const isUnchanged = held !== null && isSame(content, held.content);
    if (found === undefined) plan.means.push({ id, personId: fact.personId, supplierKey: fact.supplierKey, supplierReference: fact.supplierReference });
    if (!isUnchanged) {
      if (held !== null) plan.supersededIds.push(held.id);
      plan.versions.push(...versionsFor(id, held, { content, referenceOn }));
    }
    if (found === undefined && fact.supplierReference !== null) byReference.set(referenceKey(fact), { ...fact, id, holder: null });
    plan.outcomes.push({ position: fact.position, meansId: id, outcome: isUnchanged ? 'unchanged' : found === undefined ? 'created' : 'updated' });
  }
  return withoutRepeats(plan);
}

function takeAlike(free: KnownMeans[], fact: MeansFact): KnownMeans | undefined {
  const at = free.findIndex((means) => holderKey({ ...means, level: means.holder?.content.level ?? null }) === holderKey(fact));
  return at === -1 ? undefined : free.splice(at, 1)[0];
}

/** A user number twice in one overview: the last line counts, and one version is written. */
function withoutRepeats(plan: MeansPlan): MeansPlan {
  const last = new Map(plan.versions.map((version) => [`${version.ownerId} ${version.validFrom ?? ''}`, version]));
  return { ...plan, supersededIds: [...new Set(plan.supersededIds)], versions: [...last.values()] };
}
