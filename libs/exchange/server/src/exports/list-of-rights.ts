import { type RecordedRight, type RecordedTarget, authorisationPage, targetsByVersion } from '@ketenregie/authorisations-server';
import { type CompanyRecord, companiesById } from '@ketenregie/companies-server';
import { type PersonRecord, peopleById } from '@ketenregie/people-server';
import type { ExportAsked, ExportRow } from './export-list.js';
import { rightsFilterOf } from './export-filter.js';
import { linkedEmployees } from './office-halves.queries.js';
import { type PortalNames, portalNames } from './portal-names.js';
import { RIGHT_WORDS, endCell } from './state-words.js';
import type { ExportColumn } from './table.js';
import { EXPORT_PAGE, walkPages } from './walk-pages.js';

interface RightInFull {
  readonly right: RecordedRight;
  readonly company: CompanyRecord | undefined;
  readonly targets: readonly RecordedTarget[];
}

async function* rightsInFull({ reader, filter, on }: ExportAsked, kind: RecordedRight['kind']): AsyncGenerator<readonly RightInFull[]> {
  const asked = { ...rightsFilterOf(filter), kinds: [kind] };
  for await (const rights of walkPages((after) => authorisationPage(reader, { filter: asked, sort: 'company', first: EXPORT_PAGE, after, on, knownAt: null }))) {
    const companies = await companiesById(reader, [...new Set(rights.map(({ companyId }) => companyId))], { on });
    const targets = await targetsByVersion(reader, rights.map(({ versionId }) => versionId));
    yield rights.map((right) => ({ right, company: companies.get(right.companyId), targets: targets.get(right.versionId) ?? [] }));
  }
}

export const CHAINS_COLUMNS: readonly ExportColumn[] = [
  { title: 'Klantnummer', width: 14 }, { title: 'Klantnaam', width: 34 }, { title: 'KvK-nummer', width: 13 }, { title: 'RSIN', width: 12 }, { title: 'Dienst(en)', kind: 'long', width: 44 }, { title: 'Ketenmachtiging', width: 18 },
  { title: 'Niveau', width: 10 }, { title: 'Leverancier klant', width: 19 }, { title: 'Afgegeven op', kind: 'day', width: 16 }, { title: 'Geldig tot', kind: 'day', width: 15 }, { title: 'Gekoppelde medewerkers', kind: 'long', width: 44 },
];

/** Chains as an office keeps them: the client's half a row, with the employees that our half links. */
export async function* chainRows(asked: ExportAsked): AsyncGenerator<ExportRow> {
  const names = portalNames();
  for await (const chunk of rightsInFull(asked, 'client-half')) {
    const employeesOf = await linkedEmployees(asked.reader, [...new Set(chunk.map(({ right }) => right.companyId))], asked.on);
    for (const each of chunk) yield chainRow(each, names, employeesOf(each.right, each.targets));
  }
}

function chainRow({ right, company, targets }: RightInFull, names: PortalNames, employees: readonly string[]): ExportRow {
  return [
    company?.clientNumber ?? null, company?.name ?? null, company?.kvkNumber ?? null, company?.rsin ?? null, names.cellOf(right.scope, targets), RIGHT_WORDS[right.state], right.level,
    names.supplierName(right.supplierKey), right.startsOn, endCell(right.endsOn, right.untilPrecision), employees.join('; '),
  ];
}

export const DIRECT_COLUMNS: readonly ExportColumn[] = [
  { title: 'Bedrijf', width: 34 }, { title: 'KvK-nummer', width: 13 }, { title: 'Portaal', kind: 'long', width: 44 }, { title: 'Status', width: 14 }, { title: 'Medewerker', width: 28 }, { title: 'Niveau', width: 10 },
  { title: 'Leverancier', width: 18 }, { title: 'Afgegeven op', kind: 'day', width: 16 }, { title: 'Geldig tot', kind: 'day', width: 15 }, { title: 'Taak', width: 24 }, { title: 'Eindverantwoordelijke', width: 24 },
];

/** Rights of people for their own companies, a person a row. */
export async function* directRows(asked: ExportAsked): AsyncGenerator<ExportRow> {
  const names = portalNames();
  for await (const chunk of rightsInFull(asked, 'direct')) {
    const people = await peopleById(asked.reader, [...new Set(chunk.flatMap(({ right }) => right.personId ?? []))], { on: asked.on });
    for (const each of chunk) yield directRow(each, names, people);
  }
}

function directRow({ right, company, targets }: RightInFull, names: PortalNames, people: ReadonlyMap<string, PersonRecord>): ExportRow {
  return [
    company?.name ?? null, company?.kvkNumber ?? null, names.cellOf(right.scope, targets), RIGHT_WORDS[right.state], people.get(right.personId ?? '')?.fullName ?? null, right.level,
    names.supplierName(right.supplierKey), right.startsOn, endCell(right.endsOn, right.untilPrecision), right.task, right.accountable,
  ];
}
