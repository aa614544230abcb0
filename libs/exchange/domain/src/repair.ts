import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { Finding } from './findings.js';
import type { CompanyRef, ReadAuthorisation, ReadCompany } from './reading.js';

/** What stands in place of what could not be read, checked before: the keys of the catalogue, days, names as they are known. */
export type Repair =
  | { readonly kind: 'service'; readonly service: string; readonly provider: string }
  | { readonly kind: 'level'; readonly level: AssuranceLevel }
  | { readonly kind: 'date'; readonly on: CalendarDate }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'status'; readonly status: ReadAuthorisation['status'] }
  | { readonly kind: 'supplier'; readonly supplier: string }
  | CompanyRepair;

/** A repair of a company holds for all that the file says under the same name or number. */
export type CompanyRepair =
  | { readonly kind: 'kvk'; readonly kvk: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'company'; readonly company: CompanyRef }
  | { readonly kind: 'new-company'; readonly company: NewCompany };

/** A company that a person adds while checking a file whose rows name none. */
export interface NewCompany extends CompanyRef {
  readonly clientNumber: string | null;
}

export type RepairKind = Repair['kind'];
export const REPAIR_KINDS = ['service', 'level', 'date', 'person', 'status', 'supplier', 'kvk', 'name', 'company', 'new-company'] as const satisfies readonly RepairKind[];

/** Whether a repair is of the company that rows are about. */
export function isCompanyRepair(repair: Repair): repair is CompanyRepair {
  return repair.kind === 'kvk' || repair.kind === 'name' || isMeantCompany(repair);
}

/** Whether a repair says which company is meant, whatever the rows call it: then the file's companies have it too. */
export function isMeantCompany(repair: Repair): repair is Extract<CompanyRepair, { company: CompanyRef }> {
  return repair.kind === 'company' || repair.kind === 'new-company';
}

/** Targets whose text a finding names get the service; the others of the same cell stay. */
function withService(right: ReadAuthorisation, { service, provider }: Extract<Repair, { kind: 'service' }>, findings: readonly Finding[]): ReadAuthorisation {
  const named = new Set(findings.map(({ value }) => value?.toLowerCase()));
  const targets = right.targets.map((target) => (target.service === null && named.has(target.text.toLowerCase()) ? { ...target, service, provider } : target));
  return { ...right, targets };
}

/** A right with a value put in where its findings stand. */
export function repairRight(right: ReadAuthorisation, repair: Exclude<Repair, CompanyRepair>, findings: readonly Finding[]): ReadAuthorisation {
  switch (repair.kind) {
    case 'service':
      return withService(right, repair, findings);
    case 'level':
      return { ...right, level: repair.level };
    case 'date':
      return { ...right, validUntil: repair.on };
    case 'person':
      return right.persons.includes(repair.name) ? right : { ...right, persons: [...right.persons, repair.name] };
    case 'status':
      return { ...right, status: repair.status };
    case 'supplier':
      return { ...right, supplier: repair.supplier };
  }
}

/** A company of the file, or what a right says of its company, with a repair of it. */
export function repairCompany<Company extends CompanyRef & Pick<ReadCompany, 'otherNames'>>(company: Company, repair: CompanyRepair): Company {
  switch (repair.kind) {
    case 'kvk':
      return { ...company, kvk: repair.kvk };
    case 'name': {
      const { otherNames } = company;
      return { ...company, name: repair.name, ...(otherNames && { otherNames: [...new Set([company.name, ...otherNames])].filter((name) => name !== '' && name !== repair.name) }) };
    }
    case 'company':
    case 'new-company':
      return { ...company, ...repair.company };
  }
}
