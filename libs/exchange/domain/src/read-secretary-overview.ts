import { authorisationOf, draftOf, judgeRow } from './authorisation-row.js';
import { hasLegalForm, splitHeading } from './company-names.js';
import type { CompanyEntry } from './company-register.js';
import { readKvkNumber } from './kvk-number.js';
import { ignoreRow, looseReason, tooLongName } from './loose-row.js';
import type { RowReading } from './reading.js';
import { NOTHING_READ, readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { Step } from './step.js';
import { companyMissing, meetCompany, offerNames, offerNumbers } from './row-company.js';
import type { RowCells, SheetPlan } from './row-cells.js';
import { readRightStatus } from './status-text.js';

const SENTENCE = /^(?:let op|nb|n\.b\.|ps|opmerking|actie|todo|zie|alle|nog|graag|bijgewerkt|laatste)\b|[!?]$|:\s*\S/i;
const MOST_WORDS = 6;

/** A lone text that could be a company's name: a legal form or a KvK number is certain, a short text without a sentence is likely. */
function headingChance(text: string): 'sure' | 'maybe' | 'no' {
  if (splitHeading(text).kvkText !== null) return 'sure';
  if (SENTENCE.test(text)) return 'no';
  if (hasLegalForm(text)) return 'sure';
  return /^[\p{Lu}\d]/u.test(text) && text.split(/\s+/).length <= MOST_WORDS ? 'maybe' : 'no';
}

interface Section {
  readonly plan: SheetPlan;
  readonly state: ReadingState;
  company: CompanyEntry | null;
  /** A lone text that is a heading if a record follows, else a note. */
  pending: RowCells | null;
}

function merge(first: RowReading, second: RowReading): RowReading {
  return { ...second, findings: [...first.findings, ...second.findings], ignoredRows: [...first.ignoredRows, ...second.ignoredRows] };
}

const NUMBER_ONLY = /^(?:k\.?v\.?k\.?)?[\s.:-]*(?:nr|nummer)?[\s.:]*\d(?:[ .]?\d){7}$/i;

/** The text of a row that may be a heading: a lone cell, or a name with the KvK number in a cell beside it. */
function headingText({ row }: RowCells): string {
  return row.filled.map((index) => (row.cells[index]?.text ?? '').replace(/\n/g, ' ')).join(' ');
}

function openSection(cells: RowCells, plan: SheetPlan, state: ReadingState): { company: CompanyEntry | null; reading: RowReading } {
  const { name, kvkText } = splitHeading(headingText(cells));
  const context = { isTextFile: plan.format === 'csv', isNaturalPerson: cells.row.isNaturalPerson };
  const cell = kvkText === null ? null : { kind: 'text' as const, text: kvkText };
  const { kvk, rsin, remarks } = readKvkNumber(cell, context);
  cells.list.add(null, [...offerNumbers(remarks, name, state).filter((remark) => remark.category !== 'kvk-normalised'), ...tooLongName(name)]);
  const isTooLong = tooLongName(name).length > 0;
  const met = isTooLong ? null : state.register.meet({ row: cells.row.number, name, kvk, rsin, clientNumber: null });
  if (met !== null) cells.list.add(null, offerNames(met.remarks, met.company, state));
  const ignored = ignoreRow(cells, plan, 'header');
  return { company: met?.company ?? null, reading: { ...ignored, ignoredRows: ignored.ignoredRows.map((row) => ({ ...row, reason: 'company heading' })) } };
}

function companyOf(cells: RowCells, { plan, state, company }: Section): CompanyEntry | null {
  if (cells.has('company') || cells.has('kvk')) {
    const own = meetCompany(cells, plan, state);
    if (own !== null) return own;
  }
  return company && state.register.goOn(company.id, cells.row.number);
}

function personOrText(text: string | null, state: ReadingState): string | null {
  const match = text === null ? null : state.directory.find(text);
  return match?.kind === 'found' ? match.person.name : text;
}

function readRecord(cells: RowCells, section: Section): RowReading {
  const { plan, state } = section;
  const company = companyOf(cells, section);
  const status = cells.has('status') && cells.text('status') !== '' ? readRightStatus(cells.text('status')) : 'active';
  if (status === 'none') return readingOf({ findings: cells.list.findings });
  if (company === null) cells.list.add(null, [companyMissing(cells)]);
  if (cells.text('services') === '') cells.list.add(cells.nameOf('services'), [{ category: 'service-unknown', value: null }]);
  const draft = draftOf(cells, state, { kind: 'employee', status, company });
  judgeRow(cells, state, draft);
  const { supplier, ...read } = authorisationOf(cells, state, draft);
  const authorisation = {
    ...read,
    scope: draft.targets.scope,
    ...(plan.sheet !== null && { sheet: plan.sheet }),
    ...(cells.has('supplier') && { supplier: supplier ?? null }),
    task: cells.line('task'),
    responsible: personOrText(cells.line('responsible'), state),
  };
  return readingOf({ authorisations: [authorisation], findings: cells.list.findings });
}

/** A row is a record where it names a portal, or fills a cell beside its first with more than a KvK number. */
function isRecord(cells: RowCells, state: ReadingState): boolean {
  const portal = cells.line('services');
  const others = cells.row.filled.slice(1).map((index) => cells.row.cells[index]?.text ?? '');
  return others.some((text) => !NUMBER_ONLY.test(text)) || (portal !== null && state.matcher.matchPortal(portal).kind !== 'unknown');
}

/** Reads an overview of one's own companies: a company as a heading over its portals, or in a column of its own. */
export function createSecretaryStep(plan: SheetPlan, state: ReadingState): Step {
  const section: Section = { plan, state, company: null, pending: null };
  const settle = (isHeading: boolean): RowReading => {
    const { pending } = section;
    section.pending = null;
    if (pending === null) return NOTHING_READ;
    if (!isHeading) return ignoreRow(pending, plan, 'loose note');
    const opened = openSection(pending, plan, state);
    section.company = opened.company;
    return opened.reading;
  };
  return {
    row(cells) {
      const loose = looseReason(cells);
      if (loose !== null) return merge(settle(false), ignoreRow(cells, plan, loose));
      if (isRecord(cells, state)) return merge(settle(true), readRecord(cells, section));
      const before = settle(false);
      const chance = headingChance(headingText(cells));
      if (chance === 'no') return merge(before, ignoreRow(cells, plan, 'loose note'));
      section.pending = cells;
      return chance === 'sure' ? merge(before, settle(true)) : before;
    },
    end: () => settle(false),
  };
}
