import { createCatalogueMatcher } from '@ketenregie/catalogue-domain';
import { InvalidInputError } from '@ketenregie/kernel';
import type { GridSheet, GridWorkbook } from './grid.js';
import { redactLoose } from './guess-columns.js';
import type { KnownPerson } from './person-directory.js';
import { hasLeftOn } from './person-directory.js';
import type { PlanOptions } from './plan-sheet.js';
import { planSheet } from './plan-sheet.js';
import { turnSheet } from './turn-sheet.js';
import { createReader } from './reader.js';
import { readLegend } from './read-legend.js';
import type { FileKind, ReadPerson, Reading, ReadingContext, RowReading } from './reading.js';
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

/**
 * Reads a whole file: guesses its kind and columns where they are not given, redacts, and judges every row by the reading rules.
 * Throws InvalidInputError where no sheet can be read.
 */
export function readWorkbook(workbook: GridWorkbook, context: ReadingContext, options: ReadOptions = {}): Reading {
  const { kind, sheets, legend } = planWorkbook(workbook, context, options.kind);
  const state = createReadingState(context, legend);
  const totals = emptyTotals();
  const take = (reading: RowReading): void => {
    totals.companies.push(...reading.companies);
    totals.people.push(...reading.people);
    totals.means.push(...reading.means);
    totals.authorisations.push(...reading.authorisations);
    totals.findings.push(...reading.findings);
    totals.ignoredRows.push(...reading.ignoredRows);
  };
  const plans = sheets.map(({ sheet, plan }) => ({ sheet, plan: options.plans?.find((own) => own.sheet === plan.sheet) ?? plan }));
  for (const { sheet, plan } of plans) {
    const reader = createReader(plan, state);
    for (const row of sheet.rows) take(reader.row(row));
    take(reader.end());
  }
  if (LISTS_OF_RIGHTS.has(kind)) {
    totals.companies = state.register.companies();
    totals.people.push(...peopleOf(state, legend));
  }
  return {
    file: redactLoose(workbook.file),
    kind,
    referenceDate: context.referenceOn,
    headerRow: plans[0]?.plan.headerRow ?? null,
    ...(context.supplierKey !== undefined && { supplier: context.supplierKey }),
    ...(workbook.encoding !== undefined && { encoding: workbook.encoding }),
    ...(workbook.separator !== undefined && { separator: workbook.separator }),
    sheets: plans.map(({ plan }) => ({ sheet: plan.sheet, headerRow: plan.headerRow, columns: plan.columns })),
    ...totals,
  };
}
