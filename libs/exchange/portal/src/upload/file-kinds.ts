/** Kinds of list that a person may name; left to us, the kind is recognised. */
export const FILE_KIND_CHOICES = ['staff', 'clients', 'means', 'accountant-chains', 'secretary-overview', 'matrix', 'employee-authorisations', 'chain-authorisations'] as const;
export type FileKindChoice = (typeof FILE_KIND_CHOICES)[number];

/** What the file dialog offers. */
export const ACCEPTED_FILES: readonly string[] = ['.xlsx', '.ods', '.csv'];
export const MOST_MEGABYTES = 32;

/** The kind of a word of the API; null for one that this portal does not know. */
export function kindOf(word: string | null): FileKindChoice | null {
  return FILE_KIND_CHOICES.find((kind) => kind === word) ?? null;
}
