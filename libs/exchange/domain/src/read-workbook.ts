import { createCatalogueMatcher } from '@ketenregie/catalogue-domain';
import { InvalidInputError } from '@ketenregie/kernel';
import type { GridSheet, GridWorkbook } from './grid.js';
import { ambiguousNames } from './ambiguous-names.js';
import { redactLoose } from './guess-columns.js';
import type { KnownPerson } from './person-directory.js';
import { hasLeftOn } from './person-directory.js';
import type { PlanOptions } from './plan-sheet.js';
import { planSheet } from './plan-sheet.js';
import { turnSheet } from './turn-sheet.js';
import { createReader } from './reader.js';
import { readLegend } from './read-legend.js';
import type { FileKind, ReadPerson, Reading, ReadingContext, RowReading } from './reading.js';
import { readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import { createReadingState } from './reading-state.js';
import type { SheetPlan } from './row-cells.js';

/** What a person may say before a file is read. */
export interface ReadOptions {
  /** The kind of file; absent, it is guessed from the content. */
  readonly kind?: FileKind;
  /** Plans as corrected by a person on the import screen; absent, they are guessed. */
  readonly plans?: readonly SheetPlan[];
}

/** How a workbook is read: the sheets with rows, and the persons of its legends. */
export interface WorkbookPlan {
  readonly kind: FileKind;
  readonly sheets: readonly { readonly sheet: GridSheet; readonly plan: SheetPlan }[];
  readonly legend: readonly KnownPerson[];
}

type PlannedSheet = WorkbookPlan['sheets'][number];

const weight = ({ sheet, plan }: PlannedSheet): number => (plan.kind === 'staff' ? 0 : 1_000_000) + sheet.rows.length;

/** A sheet as it stands or, where it has no header that way, a matrix with its companies in columns. */
function planEitherWay(sheet: GridSheet, options: PlanOptions): PlannedSheet | null {
  const plan = planSheet(sheet, options);
  const isSure = plan !== null && plan.headerRow !== null;
  const turned = isSure || (options.kind !== undefined && options.kind !== 'matrix') ? null : turnSheet(sheet);
  const turnedPlan = turned && planSheet(turned, options);
  if (turned && turnedPlan?.kind === 'matrix' && turnedPlan.headerRow !== null) return { sheet: turned, plan: { ...turnedPlan, isTurned: true } };
  return plan ? { sheet, plan } : null;
}

/** Plans a whole workbook. Throws InvalidInputError (field `kind`) where no sheet is a list that we read. */
export function planWorkbook(workbook: GridWorkbook, context: ReadingContext, kind?: FileKind): WorkbookPlan {
  const matcher = createCatalogueMatcher(context.catalogue);
  const sheets = workbook.sheets.filter((sheet) => sheet.rows.length > 0);
  const plan = (sheet: GridSheet, legends: number): PlannedSheet | null =>
    planEitherWay(sheet, { format: workbook.format, matcher, ...(kind && { kind }), sheetName: sheets.length - legends > 1 ? redactLoose(sheet.name) : null });
  const legends = new Map(sheets.map((sheet) => [sheet, sheets.length > 1 ? readLegend(sheet, matcher, context.referenceOn) : null] as const));
  const lists = sheets.filter((sheet) => legends.get(sheet) === null);
  const read = lists.length > 0 ? lists : sheets;
  const planned = read.flatMap((sheet) => {
    const found = plan(sheet, sheets.length - read.length);
    return found ? [found] : [];
  });
  const main = [...planned].sort((a, b) => weight(b) - weight(a))[0]?.plan.kind;
  if (main === undefined) throw new InvalidInputError('In dit bestand is geen lijst herkend die ingelezen kan worden; kies zelf wat voor lijst het is.', 'kind');
  const legend = read === lists ? [...legends.values()].flatMap((people) => people ?? []) : [];
  return { kind: main, sheets: planned.filter(({ plan: { kind: own } }) => own === main), legend };
}

function emptyTotals(): { -readonly [Key in keyof RowReading]: RowReading[Key][number][] } {
  return { companies: [], people: [], means: [], authorisations: [], findings: [], ignoredRows: [] };
}

/** Persons that a list of rights speaks of: its legend, or who was known before. */
function peopleOf(state: ReadingState, legend: readonly KnownPerson[]): ReadPerson[] {
  const today = state.context.referenceOn;
  const names = new Set(legend.map((person) => person.name));
  const people = legend.length === 0 ? state.directory.people : state.directory.people.filter((person) => names.has(person.name));
  return people.map((person) => ({
    name: person.name,
    initials: person.initials ?? null,
    ...(person.email != null && { email: person.email }),
    left: hasLeftOn(person, today),
    ...(legend.length > 0 && { director: person.isDirector ?? false }),
  }));
}

const LISTS_OF_RIGHTS: ReadonlySet<FileKind> = new Set(['accountant-chains', 'secretary-overview', 'matrix', 'employee-authorisations', 'chain-authorisations']);

/** So many companies or findings of the end of a file are handed over at once. */
const AT_ONCE = 500;

function* inParts<Value>(values: Iterable<Value>): Generator<Value[]> {
  let part: Value[] = [];
  for (const value of values) {
    part.push(value);
    if (part.length < AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/**
 * What is only known when a whole file was read, part by part: what is ambiguous, then the companies of a list of rights, for a later row may
 * add a name, and its people. What blocks a company comes before it.
 */
export function* closingOf(kind: FileKind, state: ReadingState, legend: readonly KnownPerson[] = []): Generator<RowReading> {
  if (!LISTS_OF_RIGHTS.has(kind)) return;
  const { register, context } = state;
  for (const findings of inParts(ambiguousNames(register, context.knownCompanies ?? []))) yield readingOf({ findings });
  for (const companies of inParts(register.companies())) yield readingOf({ companies });
  yield readingOf({ people: peopleOf(state, legend) });
}

/** What a file is and how its columns are understood, before its rows are read. */
export type FileCard = Omit<Reading, keyof RowReading>;

/** A file that is being read: what it is, and its rows one by one, with what is known at the end as the last. */
export interface OpenedReading {
  readonly card: FileCard;
  readonly readings: Iterable<RowReading>;
}

/** The card of a file by the plans of its sheets. */
export function fileCard(file: Pick<GridWorkbook, 'file' | 'encoding' | 'separator'> & { readonly kind: FileKind; readonly plans: readonly SheetPlan[] }, context: ReadingContext): FileCard {
  return {
    file: redactLoose(file.file),
    kind: file.kind,
    referenceDate: context.referenceOn,
    headerRow: file.plans[0]?.headerRow ?? null,
    ...(context.supplierKey !== undefined && { supplier: context.supplierKey }),
    ...(file.encoding !== undefined && { encoding: file.encoding }),
    ...(file.separator !== undefined && { separator: file.separator }),
    sheets: file.plans.map(({ sheet, headerRow, columns }) => ({ sheet, headerRow, columns })),
  };
}

/**
 * Opens a whole file: guesses its kind and columns where they are not given. Its rows are redacted and judged as they are walked over, once.
 * Throws InvalidInputError where no sheet can be read.
 */
export function openWorkbook(workbook: GridWorkbook, context: ReadingContext, options: ReadOptions = {}): OpenedReading {
  const { kind, sheets, legend } = planWorkbook(workbook, context, options.kind);
  const planned = sheets.map(({ sheet, plan }) => ({ sheet, plan: options.plans?.find((own) => own.sheet === plan.sheet) ?? plan }));
  const state = createReadingState(context, legend);
  function* readings(): Generator<RowReading> {
    for (const { sheet, plan } of planned) {
      const reader = createReader(plan, state);
      for (const row of sheet.rows) yield reader.row(row);
      yield reader.end();
    }
    yield* closingOf(kind, state, legend);
  }
  return { card: fileCard({ ...workbook, kind, plans: planned.map(({ plan }) => plan) }, context), readings: readings() };
}

/** Gathers readings into one; for a file that is held in memory as a whole. */
export class ReadingTotals {
  private readonly totals = emptyTotals();

  take(reading: RowReading): void {
    for (const key of Object.keys(this.totals) as (keyof RowReading)[]) for (const one of reading[key]) (this.totals[key] as unknown[]).push(one);
  }

  under(card: FileCard): Reading {
    return { ...card, ...this.totals };
  }
}

/** Reads a whole file at once; see {@link openWorkbook}. */
export function readWorkbook(workbook: GridWorkbook, context: ReadingContext, options: ReadOptions = {}): Reading {
  const { card, readings } = openWorkbook(workbook, context, options);
  const totals = new ReadingTotals();
  for (const reading of readings) totals.take(reading);
  return totals.under(card);
}
