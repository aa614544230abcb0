import { type Finding, type Repair, isCompanyRepair, isMeantCompany, repairCompany, repairRight } from '@ketenregie/exchange-domain';
import type { Writer } from '@ketenregie/platform/db';
import { companyKey } from '../applying/company-key.js';
import { repairKeyOf } from './finding-groups.js';
import { type ImportPage, type PageItems, type StagedContent, importPages, rewritePage } from './import-page.js';

type Right = StagedContent['authorisation'];
type Company = StagedContent['company'];
type Place = Pick<Finding, 'row' | 'sheet' | 'cell'>;

const rowOf = ({ row, sheet }: Place): string => `${row} ${sheet ?? ''}`;
/** Companies know their row and not their sheet. */
const rowsOnly = (rows: Iterable<string>): ReadonlySet<number> => new Set([...rows].map((row) => Number.parseInt(row, 10)));
const hasCell = ({ cell }: Right, finding: Finding): boolean => finding.cell === undefined || finding.cell === cell;

/** What a repair goes by: the findings of its group by row, the rows and the cells of a matrix that something else still blocks, and the companies the group is about. */
interface Affected {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly blocked: ReadonlySet<string>;
  readonly blockedCells: ReadonlySet<string>;
  readonly companies: ReadonlySet<string>;
}

const cellOf = (place: Place): string => `${rowOf(place)} ${place.cell ?? ''}`;
const isBlocked = ({ blocked, blockedCells }: Pick<Affected, 'blocked' | 'blockedCells'>, right: Right): boolean => blocked.has(rowOf(right)) || (right.cell !== undefined && blockedCells.has(cellOf(right)));

const isIn = (affected: Pick<Affected, 'findings'>, right: Right): boolean => affected.findings.get(rowOf(right))?.some((finding) => hasCell(right, finding)) ?? false;

interface Asked {
  readonly repairKey: string;
  readonly isRepaired: (repairKey: string) => boolean;
}

/** Goes through the findings of an import once. */
async function affectedBy(writer: Writer, importId: string, { repairKey, isRepaired }: Asked): Promise<Omit<Affected, 'companies'>> {
  const findings = new Map<string, Finding[]>();
  const [blocked, blockedCells] = [new Set<string>(), new Set<string>()];
  for await (const page of importPages(writer, importId)) {
    for (const finding of page.findings) {
      const key = repairKeyOf(finding);
      if (key === repairKey) findings.set(rowOf(finding), [...(findings.get(rowOf(finding)) ?? []), finding]);
      if (finding.severity !== 'blocks' || isRepaired(key)) continue;
      if (finding.cell === undefined) blocked.add(rowOf(finding));
      else blockedCells.add(cellOf(finding));
    }
  }
  return { findings, blocked, blockedCells };
}

/** The companies that the group's rows are about, as they are found again within the file; a finding may name its company itself. */
async function companiesOf(writer: Writer, importId: string, affected: Omit<Affected, 'companies'>): Promise<Set<string>> {
  const keys = new Set<string>();
  // A company knows its row; what stands at a cell is said of that cell alone.
  const rows = rowsOnly([...affected.findings].filter(([, found]) => found.some(({ cell }) => cell === undefined)).map(([row]) => row));
  const named = [...affected.findings.values()].flat().flatMap(({ company }) => company ?? []);
  for (const name of named) keys.add(companyKey({ name, kvk: null, rsin: null }));
  for await (const { items } of importPages(writer, importId)) {
    for (const right of items.authorisation) if (isIn(affected, right)) keys.add(companyKey(right.company));
    for (const company of items.company) if (company.row !== undefined && rows.has(company.row)) keys.add(companyKey(company));
  }
  return keys;
}

/** Rows that name no company at all have nothing in common but that: each is itself. */
const isNamed = (key: string): boolean => key !== companyKey({ name: '', kvk: null, rsin: null });

function repairedRight(right: Right, repair: Repair, affected: Affected): Right {
  const own = isIn(affected, right);
  const blocked = own ? isBlocked(affected, right) : right.blocked;
  if (!isCompanyRepair(repair)) return own ? { ...repairRight(right, repair, affected.findings.get(rowOf(right)) ?? []), blocked } : right;
  const key = companyKey(right.company);
  return own || (isNamed(key) && affected.companies.has(key)) ? { ...right, company: repairCompany(right.company, repair), blocked } : right;
}

/** A company waits no longer once a row of it does not. */
function repairedCompany({ blocked, ...company }: Company, repair: Repair, affected: Affected): Company {
  const isAbout = affected.companies.has(companyKey(company)) && isNamed(companyKey(company));
  if (!isAbout) return blocked === true ? { ...company, blocked } : company;
  const isFree = company.row === undefined ? [...affected.findings.keys()].some((row) => !affected.blocked.has(row)) : !rowsOnly(affected.blocked).has(company.row);
  const repaired = isCompanyRepair(repair) ? repairCompany(company, repair) : company;
  return blocked === true && !isFree ? { ...repaired, blocked } : repaired;
}

function repairedItems({ items }: ImportPage, repair: Repair, affected: Affected): PageItems {
  return {
    ...items,
    authorisation: items.authorisation.map((right) => repairedRight(right, repair, affected)),
    company: items.company.map((company) => repairedCompany(company, repair, affected)),
  };
}

/** Rows that name no company bring none: the one that a person says is meant is staged beside them, on the first of their pages. */
function withMeant(items: PageItems, repair: Repair, affected: Affected): PageItems | null {
  const isStaged = [...affected.companies].some(isNamed);
  if (!isMeantCompany(repair) || isStaged || !items.authorisation.some((right) => isIn(affected, right))) return null;
  return { ...items, company: [...items.company, { ...repair.company }] };
}

const isSame = (one: PageItems, other: PageItems): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Puts a value in all rows of a group of findings, and lets go of rows that nothing blocks any more. Goes through the pages, and rewrites those it changes. */
export async function repairPages(writer: Writer, importId: string, { repair, ...asked }: Asked & { readonly repair: Repair }): Promise<void> {
  const found = await affectedBy(writer, importId, asked);
  const affected = { ...found, companies: await companiesOf(writer, importId, found) };
  let isMeantStaged = false;
  for await (const page of importPages(writer, importId)) {
    const repaired = repairedItems(page, repair, affected);
    const meant: PageItems | null = isMeantStaged ? null : withMeant(repaired, repair, affected);
    isMeantStaged ||= meant !== null;
    const items = meant ?? repaired;
    if (!isSame(items, page.items)) await rewritePage(writer, importId, { number: page.number, items });
  }
}
