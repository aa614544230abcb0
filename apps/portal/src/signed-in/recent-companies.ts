const MOST = 9;

/** The companies visited in this tab, the last first; forgotten when the tab closes. */
export function recentCompanies(tenant: string): readonly string[] {
  return (sessionStorage.getItem(`recent ${tenant}`) ?? '').split(' ').filter(Boolean);
}

/** Puts a company first among the recent ones. */
export function visitCompany(tenant: string, key: string): void {
  const others = recentCompanies(tenant).filter((other) => other !== key);
  sessionStorage.setItem(`recent ${tenant}`, [key, ...others].slice(0, MOST).join(' '));
}
