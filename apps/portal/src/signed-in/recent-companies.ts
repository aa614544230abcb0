import { companyKeyOf } from '@ketenregie/companies-portal';
import type { IndexedCompany } from './shell-facts.js';

const MOST = 9;

/** The companies visited in this tab, the last first; forgotten when the tab closes or the viewer signs out. */
export function recentCompanies(tenant: string): readonly IndexedCompany[] {
  try {
    return JSON.parse(sessionStorage.getItem(`recent ${tenant}`) ?? '[]') as IndexedCompany[];
  } catch {
    return [];
  }
}

/** Puts a company first among the recent ones. */
export function visitCompany(tenant: string, company: IndexedCompany): void {
  const others = recentCompanies(tenant).filter((other) => companyKeyOf(other) !== companyKeyOf(company));
  sessionStorage.setItem(`recent ${tenant}`, JSON.stringify([company, ...others].slice(0, MOST)));
}
