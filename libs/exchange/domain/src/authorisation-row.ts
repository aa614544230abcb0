import type { CompanyEntry } from './company-register.js';
import type { Draft, Judgement } from './judge-authorisation.js';
import { judgeAuthorisation } from './judge-authorisation.js';
import type { Target, TargetsReading } from './portal-cell.js';
import type { ReadAuthorisation } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { RowCells } from './row-cells.js';

const MEANING = { services: 'services', level: 'level', from: 'validFrom', until: 'validUntil', persons: 'persons' } as const;

/** The services of a row; where only the provider's column is filled, that names the target. */
function targetsOf(cells: RowCells, state: ReadingState): TargetsReading {
  const provider = cells.text('provider');
  const services = cells.text('services') || provider;
  return state.read.targets(services, provider);
}

/** A draft with the company it is about; null where the row names none. */
export interface RowDraft extends Draft {
  readonly company: CompanyEntry | null;
}

/** Reads the parts of a row that are an authorisation's. A column that the file does not have is null: nothing is missing. */
export function draftOf(cells: RowCells, state: ReadingState, stated: Pick<RowDraft, 'kind' | 'status' | 'company'>): RowDraft {
  const { isStruck } = cells.row;
  return {
    kind: stated.kind,
    company: stated.company,
    status: isStruck ? 'ended' : stated.status,
    isStruck,
    targets: targetsOf(cells, state),
    level: cells.has('level') ? state.read.level(cells.text('level')) : null,
    from: cells.has('validFrom') ? state.read.date(cells.cell('validFrom')) : null,
    until: cells.has('validUntil') ? state.read.date(cells.cell('validUntil')) : null,
    persons: cells.has('persons') ? state.read.persons(cells.text('persons')) : null,
  };
}

function supplierOf(cells: RowCells, state: ReadingState): string | null {
  const text = cells.line('supplier');
  if (text === null) return null;
  const supplier = state.matcher.matchSupplier(text);
  if (supplier === null) cells.list.add('supplier', [{ category: 'supplier-unknown', value: text }]);
  return supplier?.key ?? null;
}

function noteJudgements(cells: RowCells, judgements: readonly Judgement[]): void {
  for (const { about, remarks } of judgements) cells.list.add(about === null ? null : cells.nameOf(MEANING[about]), remarks);
}

function noteDuplicate(cells: RowCells, state: ReadingState, draft: RowDraft): void {
  if (draft.company === null) return;
  const { kind, targets, persons } = draft;
  const remark = state.findDuplicate({ kind, companyId: draft.company.id, targets, persons, validUntil: draft.until?.date ?? null, row: cells.row.number });
  if (remark) cells.list.add(null, [remark]);
}

/** Judges a draft by the reading rules; the findings go to the row's list. */
export function judgeRow(cells: RowCells, state: ReadingState, draft: RowDraft): void {
  noteJudgements(cells, judgeAuthorisation(draft, state.context.referenceOn));
  noteDuplicate(cells, state, draft);
}

/** Notes only what could not be read, for a list that is a register itself. */
export function noteUnreadable(cells: RowCells, state: ReadingState, draft: Draft): void {
  noteJudgements(cells, judgeAuthorisation(draft, state.context.referenceOn).filter(({ about }) => about !== null));
}

/** An authorisation to which its kind of list adds what it alone says. */
export type Writable<Read> = { -readonly [Key in keyof Read]: Read[Key] };

/** One list for all that are empty: of alike rights staging writes the services once. */
const NO_TARGETS: readonly Target[] = [];
const NOBODY: readonly string[] = [];

/** Writes a draft as an authorisation of the reading, when all is said about its row. Its scope is for its kind of list to add. */
export function authorisationOf(cells: RowCells, state: ReadingState, draft: RowDraft): Writable<ReadAuthorisation> {
  const { company } = draft;
  if (draft.isStruck) cells.list.add(null, [{ category: 'row-struck-through', value: null }]);
  const supplier = supplierOf(cells, state);
  const note = cells.line('note');
  const read: Writable<ReadAuthorisation> = {
    row: cells.row.number,
    kind: draft.kind,
    status: draft.status,
    company: { name: company?.name ?? '', kvk: company?.kvk ?? null, rsin: company?.rsin ?? null },
    targets: draft.targets.scope === 'all' ? NO_TARGETS : draft.targets.targets,
    level: draft.level?.level ?? null,
    persons: draft.persons === null || draft.persons.persons.length === 0 ? NOBODY : draft.persons.persons.map((person) => person.name),
    validFrom: draft.from?.date ?? null,
    validUntil: draft.until?.date ?? null,
    untilPrecision: draft.until?.precision ?? 'unknown',
    supplier,
    blocked: cells.list.isBlocked(),
  };
  if (note !== null) read.note = note;
  if (isAmbiguous(cells)) read.ambiguous = true;
  return read;
}

/** Grey text means nothing certain; a number that a text file cannot tell apart makes the whole entry two-fold. */
function isAmbiguous(cells: RowCells): boolean {
  return cells.row.isGrey || cells.list.findings.some((finding) => finding.category === 'kvk-invalid' && finding.ambiguous === true);
}
