/** The address part of a company: its KvK number, or `x-` and its id where it has none. */
export function companyKeyOf({ id, kvkNumber }: { readonly id: string; readonly kvkNumber: string | null }): string {
  return kvkNumber ?? `x-${id}`;
}

/** What an address part asks the API for. */
export function companyOfKey(key: string): { readonly id: string } | { readonly kvkNumber: string } {
  return key.startsWith('x-') ? { id: key.slice(2) } : { kvkNumber: key };
}
