import { isLevelEnough } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { addYears } from '@ketenregie/kernel';
import type { DateReading } from './date-text.js';
import type { Remark } from './findings.js';
import type { LevelReading } from './level-text.js';
import type { PersonsReading } from './person-cell.js';
import { hasLeftOn } from './person-directory.js';
import type { TargetsReading } from './portal-cell.js';

/** One authorisation as read, before it is judged. Null: the file has no such column, so nothing is missing. */
export interface Draft {
  readonly kind: 'chain' | 'employee';
  readonly status: 'active' | 'requested' | 'ended' | 'unknown';
  readonly isStruck: boolean;
  readonly targets: TargetsReading;
  readonly level: LevelReading | null;
  readonly from: DateReading | null;
  readonly until: DateReading | null;
  readonly persons: PersonsReading | null;
}

/** A remark, and which part of the row it is about; null = the row as a whole. */
export interface Judgement {
  readonly about: 'services' | 'level' | 'from' | 'until' | 'persons' | null;
  readonly remarks: readonly Remark[];
}

const MAX_YEARS = 5;
const NOTHING: readonly Remark[] = [];

/** In force as far as the file says: neither requested nor ended, by word, by date or by a line through the row. */
function isInForce(draft: Draft, today: CalendarDate): boolean {
  const isEndedByDate = draft.until?.date != null && draft.until.date < today;
  return (draft.status === 'active' || draft.status === 'unknown') && !draft.isStruck && !isEndedByDate;
}

function judgeServices({ kind, targets, level }: Draft): readonly Remark[] {
  if (targets.services.length === 0) return NOTHING;
  const remarks: Remark[] = [];
  for (const { key, registerKind, chainAllowed, requiredLevel } of targets.services) {
    if (registerKind !== 'eherkenning') remarks.push({ category: 'other-register', service: key, value: registerKind });
    if (kind === 'chain' && chainAllowed === 'no') remarks.push({ category: 'chain-not-possible', service: key });
    if (level?.level && requiredLevel && !isLevelEnough(level.level, requiredLevel)) {
      remarks.push({ category: 'level-too-low', service: key, value: level.level, required: requiredLevel });
    }
  }
  return remarks;
}

/** A start has no "indefinite": it is a date that cannot be read. */
function judgeStart(from: DateReading | null): readonly Remark[] {
  if (from === null || from.remarks.length === 0) return NOTHING;
  return from.remarks.map((remark) => (remark.category === 'end-date-indefinite' ? { ...remark, category: 'date-unreadable' } : remark));
}

function judgeEnd(draft: Draft, today: CalendarDate): readonly Remark[] {
  if (draft.until?.isEmpty !== true) return draft.until?.remarks ?? NOTHING;
  return isInForce(draft, today) ? [{ category: 'end-date-missing', value: null }] : NOTHING;
}

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** Whether a day is more than five years after another. Nearly always the years alone say so. */
function isBeyond(end: CalendarDate, start: CalendarDate): boolean {
  const years = yearOf(end) - yearOf(start);
  return years > MAX_YEARS || (years === MAX_YEARS && end > addYears(start, MAX_YEARS));
}

function judgeTerm({ from, until, status, kind, isStruck }: Draft, today: CalendarDate): readonly Remark[] {
  const end = until?.date ?? null;
  if (end === null) return NOTHING;
  const start = from?.date ?? null;
  const remarks: Remark[] = [];
  if (end < today) remarks.push({ category: 'ended', value: end });
  if (start !== null && start > end) remarks.push({ category: 'date-order' });
  if (isBeyond(end, start ?? today)) {
    remarks.push({ category: 'term-over-five-years', value: end, ...(until?.precision !== 'day' && { ambiguous: true }) });
  }
  if (kind === 'chain' && status === 'ended' && !isStruck && end > today) remarks.push({ category: 'status-conflict' });
  return remarks;
}

const NOBODY = { cell: NOTHING, row: NOTHING };
const WITHOUT_EMPLOYEE: { readonly cell: readonly Remark[]; readonly row: readonly Remark[] } = { cell: NOTHING, row: [{ category: 'chain-without-employee' }] };

function judgePersons(draft: Draft, today: CalendarDate): { cell: readonly Remark[]; row: readonly Remark[] } {
  const { persons, kind, status } = draft;
  if (persons === null) return NOBODY;
  if (persons.isEmpty && kind === 'employee') return { cell: [{ category: 'person-missing', value: null }], row: NOTHING };
  if (persons.isEmpty) return status === 'active' ? WITHOUT_EMPLOYEE : NOBODY;
  const leavers = isInForce(draft, today) ? persons.persons.filter((person) => hasLeftOn(person, today)) : [];
  return { cell: persons.remarks, row: leavers.map((person) => ({ category: 'person-left', value: person.name })) };
}

/** Judges one authorisation by the reading rules: what its parts say, and where they contradict each other, the catalogue or the day. Parts without a remark are left out. */
export function judgeAuthorisation(draft: Draft, today: CalendarDate): Judgement[] {
  const judgements: Judgement[] = [];
  const persons = judgePersons(draft, today);
  say(judgements, 'services', draft.targets.remarks);
  say(judgements, 'level', draft.level?.remarks ?? NOTHING);
  say(judgements, 'from', judgeStart(draft.from));
  say(judgements, 'until', judgeEnd(draft, today));
  say(judgements, 'persons', persons.cell);
  say(judgements, null, judgeServices(draft));
  say(judgements, null, judgeTerm(draft, today));
  say(judgements, null, persons.row);
  return judgements;
}

function say(judgements: Judgement[], about: Judgement['about'], remarks: readonly Remark[]): void {
  if (remarks.length > 0) judgements.push({ about, remarks });
}
