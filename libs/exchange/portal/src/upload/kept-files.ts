/**
 * The files of this visit, by the import they became: the server keeps none, so that only the page can send one again as another kind of
 * list. Forgotten when the page closes.
 */
const files = new Map<string, File>();

/** Remembers the file of an import until the page closes. */
export function keepFile(importId: string, file: File): void {
  files.set(importId, file);
}

/** The file of an import; null where the page was closed since. */
export function keptFile(importId: string): File | null {
  return files.get(importId) ?? null;
}
