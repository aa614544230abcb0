import type { FieldProblem, TextOf } from '@ketenregie/ui';
import type { ChangeCompanyMutationVariables, CompanyToChangeQuery, RecordCompanyMutationVariables } from './generated/operations.js';

/** What can be typed of a company: empty where nothing is known. */
export interface CompanyDraft {
  readonly name: string;
  readonly kvkNumber: string;
  readonly rsin: string;
  readonly clientNumber: string;
  readonly legalForm: string;
  readonly town: string;
  readonly groupName: string;
  readonly accountable: string;
  readonly endedOn: string;
}

export const COMPANY_FIELDS: Readonly<Record<keyof CompanyDraft, string>> = {
  name: 'organisatie-naam',
  kvkNumber: 'organisatie-kvk',
  rsin: 'organisatie-rsin',
  clientNumber: 'organisatie-klantnummer',
  legalForm: 'organisatie-rechtsvorm',
  town: 'organisatie-plaats',
  groupName: 'organisatie-groep',
  accountable: 'organisatie-verantwoordelijke',
  endedOn: 'organisatie-tot',
};
const KEYS = Object.keys(COMPANY_FIELDS) as (keyof CompanyDraft)[];
/** What a company has at its first recording; the rest is said of it later. */
const AT_FIRST = ['name', 'kvkNumber', 'rsin', 'clientNumber', 'legalForm', 'town', 'accountable'] as const;
export const NO_COMPANY: CompanyDraft = { name: '', kvkNumber: '', rsin: '', clientNumber: '', legalForm: '', town: '', groupName: '', accountable: '', endedOn: '' };

export type ChangedCompany = CompanyToChangeQuery['company'];

export function draftOfCompany(company: ChangedCompany): CompanyDraft {
  const known = Object.fromEntries(Object.entries(company).filter(([key, value]) => key !== 'id' && value !== null));
  return { ...NO_COMPANY, ...known };
}

/** A field without the spaces around it, a number without those and the dots inside it: as people group it. */
function typedIn(draft: CompanyDraft, key: keyof CompanyDraft): string {
  const value = draft[key].trim();
  return key === 'kvkNumber' || key === 'rsin' ? value.replaceAll(/[\s.]/g, '') : value;
}

/** What is not right in a draft, each with what to do about it. */
export function problemsOfCompany(draft: CompanyDraft, text: TextOf): FieldProblem[] {
  const [kvkNumber, rsin] = [typedIn(draft, 'kvkNumber'), typedIn(draft, 'rsin')];
  return [
    ...(draft.name.trim() === '' ? [{ fieldId: COMPANY_FIELDS.name, message: text('people.form.nameMissing') }] : []),
    ...(kvkNumber !== '' && !/^\d{8}$/.test(kvkNumber) ? [{ fieldId: COMPANY_FIELDS.kvkNumber, message: text('company.form.kvkWrong') }] : []),
    ...(rsin !== '' && !/^\d{9}$/.test(rsin) ? [{ fieldId: COMPANY_FIELDS.rsin, message: text('company.form.rsinWrong') }] : []),
  ];
}

/** A company as the API records it; what was left empty is not known. */
export function newCompanyOf(draft: CompanyDraft): RecordCompanyMutationVariables['input'] {
  const typed = Object.fromEntries(AT_FIRST.flatMap((key) => (typedIn(draft, key) === '' ? [] : [[key, typedIn(draft, key)]])));
  return { name: '', ...typed };
}

/** Only what differs goes to the API; an emptied field takes the fact away. */
export function changeOfCompany(draft: CompanyDraft, company: ChangedCompany): ChangeCompanyMutationVariables['input'] {
  const before = draftOfCompany(company);
  const changed = KEYS.filter((key) => key !== 'clientNumber' && typedIn(draft, key) !== before[key]).map((key) => [key, typedIn(draft, key) === '' ? null : typedIn(draft, key)]);
  return { id: company.id, ...Object.fromEntries(changed) };
}
