import { type CalendarDate, newId } from '@ketenregie/kernel';
import { isSameMeans, meansContentOf, statedContent } from './means-content.js';
import type { KnownMeans, MeansContent, MeansFact, NewVersion, RecordOutcome } from './person-fact.js';
import { only, outcomesOf, versionsFor } from './plan-versions.js';

export interface MeansOutcome {
  readonly position: number;
  /** Null where the fact was skipped. */
  readonly meansId: string | null;
  readonly outcome: RecordOutcome;
}

export interface PlannedMeans {
  readonly id: string;
  readonly personId: string;
  readonly supplierKey: string;
  readonly supplierReference: string | null;
}

/** Everything that recording a supplier's overview writes. */
export interface MeansPlan {
  readonly outcomes: readonly MeansOutcome[];
  readonly means: readonly PlannedMeans[];
  /** Means that were known without a user number and now have one. */
  readonly referenced: readonly PlannedMeans[];
  readonly supersededIds: readonly string[];
  readonly versions: readonly NewVersion<MeansContent>[];
}

interface Draft {
  readonly known: KnownMeans;
  readonly isNew: boolean;
  content: MeansContent | null;
  supplierReference: string | null;
  /** A fact of this list spoke of it. */
  isTaken: boolean;
}

type Held = MeansFact & { readonly personId: string };

const isHeld = (fact: MeansFact): fact is Held => fact.personId !== null;
const referenceKey = (supplierKey: string, reference: string): string => `${supplierKey} ${reference}`;
const isContentNew = ({ known: { holder }, content }: Draft): boolean => content !== null && (holder === null || !isSameMeans(content, holder.content));
const isReferenceNew = ({ known, supplierReference }: Draft): boolean => known.supplierReference !== supplierReference;

class MeansIndex {
  readonly drafts: Draft[] = [];
  private readonly byReference = new Map<string, Draft>();
  private readonly byHolder = new Map<string, Draft[]>();

  constructor(known: readonly KnownMeans[]) {
    const oldestFirst = [...known].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const means of oldestFirst) this.enter({ known: means, isNew: false, content: means.holder?.content ?? null, supplierReference: means.supplierReference, isTaken: false });
  }

  /** Adds a fact to what is known of its means, which it makes where there is none; null where its user number is another person's here. */
  take(fact: Held): Draft | null {
    const draft = this.find(fact) ?? this.create(fact);
    if (draft.known.personId !== fact.personId) return null;
    draft.isTaken = true;
    draft.content = meansContentOf(fact, draft.content);
    if (fact.supplierReference !== null && draft.supplierReference === null) {
      draft.supplierReference = fact.supplierReference;
      this.byReference.set(referenceKey(fact.supplierKey, fact.supplierReference), draft);
    }
    return draft;
  }

  private create({ personId, supplierKey, supplierReference }: Held): Draft {
    return this.enter({ known: { id: newId(), personId, supplierKey, supplierReference, holder: null }, isNew: true, content: null, supplierReference, isTaken: false });
  }

  private enter(draft: Draft): Draft {
    const { personId, supplierKey } = draft.known;
    this.drafts.push(draft);
    if (draft.supplierReference !== null) this.byReference.set(referenceKey(supplierKey, draft.supplierReference), draft);
    const ofHolder = this.byHolder.get(`${personId} ${supplierKey}`);
    if (ofHolder === undefined) this.byHolder.set(`${personId} ${supplierKey}`, [draft]);
    else ofHolder.push(draft);
    return draft;
  }

  private find(fact: Held): Draft | null {
    const { supplierKey, supplierReference } = fact;
    const referenced = supplierReference === null ? undefined : this.byReference.get(referenceKey(supplierKey, supplierReference));
    if (referenced !== undefined) return referenced;
    const alike = (this.byHolder.get(`${fact.personId} ${supplierKey}`) ?? []).filter(({ isTaken, content }) => !isTaken && (content?.level ?? null) === fact.level);
    const unnumbered = alike.filter((draft) => draft.supplierReference === null);
    if (supplierReference !== null) return sameAs(unnumbered, fact) ?? unnumbered[0] ?? null;
    return sameAs(alike, fact) ?? unnumbered[0] ?? only(alike);
  }
}

/** Of several alike: one that is believed exactly so, else one that the fact would leave as it is. */
function sameAs(drafts: readonly Draft[], fact: MeansFact): Draft | null {
  const holds = (says: (known: MeansContent) => MeansContent) => drafts.find(({ content }) => content !== null && isSameMeans(says(content), content));
  return holds(() => statedContent(fact)) ?? holds((known) => meansContentOf(fact, known)) ?? null;
}

/**
 * What recording means changes. A means is found by supplier and user number, else by person, supplier and level, the n-th of several alike by
 * the n-th. Skipped: a means of nobody known, and a user number that is another person's here. Rows with a number are taken first; rows of one
 * overview belong in one call.
 */
export function planMeans(facts: readonly MeansFact[], known: readonly KnownMeans[], referenceOn: CalendarDate): MeansPlan {
  const index = new MeansIndex(known);
  const numberedFirst = facts.filter(isHeld).sort((a, b) => Number(a.supplierReference === null) - Number(b.supplierReference === null) || a.position - b.position);
  const takenBy = new Map<MeansFact, Draft | null>(numberedFirst.map((fact) => [fact, index.take(fact)]));
  const taken = facts.map((fact) => takenBy.get(fact) ?? null);
  const outcomes = outcomesOf(taken, (draft) => ({ isNew: draft.isNew, isChanged: isContentNew(draft) || isReferenceNew(draft) }));
  const changed = index.drafts.filter(isContentNew);
  const planned = (drafts: readonly Draft[]): PlannedMeans[] =>
    drafts.map(({ known: { id, personId, supplierKey }, supplierReference }) => ({ id, personId, supplierKey, supplierReference }));
  return {
    outcomes: facts.map(({ position }, at) => ({ position, meansId: taken[at]?.known.id ?? null, outcome: outcomes[at] ?? 'skipped' })),
    means: planned(index.drafts.filter(({ isNew }) => isNew)),
    referenced: planned(index.drafts.filter((draft) => !draft.isNew && isReferenceNew(draft))),
    supersededIds: changed.flatMap(({ known: { holder } }) => holder?.id ?? []),
    versions: changed.flatMap((draft) => (draft.content === null ? [] : versionsFor(draft.known.id, draft.known.holder, { content: draft.content, referenceOn }))),
  };
}
