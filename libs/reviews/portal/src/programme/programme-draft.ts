import type { TextOf } from '@ketenregie/ui';
import type { PlanReviewProgrammeInput, ProgrammeFactsFragment } from '../generated/operations.js';

export const EVERY = ['quarter', 'half-year', 'year', 'months'] as const;
export const SCOPES = ['all', 'client', 'supplier'] as const;
export const STATES = ['active', 'paused', 'ended'] as const;

/** A programme as it is being typed; every field a text. */
export interface ProgrammeDraft {
  readonly name: string;
  readonly every: (typeof EVERY)[number];
  readonly months: string;
  readonly scope: (typeof SCOPES)[number];
  /** A company whose client is meant; empty = the client that the programme is about already. */
  readonly companyId: string;
  readonly supplierKey: string;
  readonly startsOn: string;
  readonly dueDays: string;
  /** Empty = the office administrators. */
  readonly fallbackMemberId: string;
  readonly state: (typeof STATES)[number];
}

/** The ids of the fields, to which a list of errors leads. */
export const PROGRAMME_FIELDS = { name: 'controle-naam', months: 'controle-maanden', companyId: 'controle-klant', supplierKey: 'controle-leverancier', startsOn: 'controle-begin', dueDays: 'controle-dagen' } as const;

const oneOf = <Word extends string>(words: readonly Word[], word: string, otherwise: Word): Word => words.find((each) => each === word) ?? otherwise;

const MOST_MONTHS = 36;
const MOST_DAYS = 365;

/** What the form begins with: the programme as it is, or a quarterly one of all chains from today. */
export function draftOfProgramme(programme: ProgrammeFactsFragment | null, { today, name }: { readonly today: string; readonly name: string }): ProgrammeDraft {
  return {
    name: programme?.name ?? name,
    every: oneOf(EVERY, programme?.every ?? '', 'quarter'),
    months: String(programme?.months ?? 3),
    scope: oneOf(SCOPES, programme?.scope ?? '', 'all'),
    companyId: '',
    supplierKey: programme?.supplierKey ?? '',
    startsOn: programme?.startsOn ?? today,
    dueDays: String(programme?.dueDays ?? 21),
    fallbackMemberId: programme?.fallbackMemberId ?? '',
    state: oneOf(STATES, programme?.state ?? '', 'active'),
  };
}

const isWholeBetween = (typed: string, most: number): boolean => /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most;

/** What is not right yet, field by field, in the order of the form. */
export function problemsOfProgramme(draft: ProgrammeDraft, hasClient: boolean, text: TextOf): { readonly fieldId: string; readonly message: string }[] {
  const problems = [
    draft.name.trim() === '' && { fieldId: PROGRAMME_FIELDS.name, message: text('reviews.form.nameMissing') },
    draft.scope === 'client' && draft.companyId === '' && !hasClient && { fieldId: PROGRAMME_FIELDS.companyId, message: text('reviews.form.clientMissing') },
    draft.scope === 'supplier' && draft.supplierKey === '' && { fieldId: PROGRAMME_FIELDS.supplierKey, message: text('reviews.form.supplierMissing') },
    draft.every === 'months' && !isWholeBetween(draft.months, MOST_MONTHS) && { fieldId: PROGRAMME_FIELDS.months, message: text('reviews.form.monthsWrong', { most: MOST_MONTHS }) },
    draft.startsOn === '' && { fieldId: PROGRAMME_FIELDS.startsOn, message: text('field.dayUnread') },
    !isWholeBetween(draft.dueDays, MOST_DAYS) && { fieldId: PROGRAMME_FIELDS.dueDays, message: text('reviews.form.daysWrong', { most: MOST_DAYS }) },
  ];
  return problems.filter((problem) => problem !== false);
}

/** What is sent; `clientId` is the client that is meant, where one is. */
export function inputOfProgramme(draft: ProgrammeDraft, { id, clientId }: { readonly id: string | null; readonly clientId: string | null }): PlanReviewProgrammeInput {
  return {
    ...(id === null ? {} : { id }),
    name: draft.name.trim(),
    every: draft.every,
    months: draft.every === 'months' ? Number(draft.months) : null,
    scope: draft.scope,
    clientId: draft.scope === 'client' ? clientId : null,
    supplierKey: draft.scope === 'supplier' ? draft.supplierKey : null,
    startsOn: draft.startsOn,
    dueDays: Number(draft.dueDays),
    fallbackMemberId: draft.fallbackMemberId === '' ? null : draft.fallbackMemberId,
    state: draft.state,
  };
}
