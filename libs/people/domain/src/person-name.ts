const ACCENTS = /\p{M}/gu;

/** Forms of address and titles that stand before a name. */
export const NAME_TITLE = /^(?:dhr|de heer|mevr|mevrouw|mw|mr|mrs|ms|drs|ir|ing|dr)\.?\s+/i;

/** A person's name as it is compared: no case, accents, dots or double spaces. */
export function personNameKey(name: string): string {
  const plain = name.normalize('NFD').replace(ACCENTS, '').toLowerCase().replace(/[’`´]/g, "'");
  return plain.replace(NAME_TITLE, '').replace(/[.,]/g, ' ').replace(/\s*-\s*/g, '-').replace(/\s+/g, ' ').trim();
}

/** Makes the look-up of somebody by a written name. Who shares his name with another is not found by it: nobody can tell which is meant. */
export function whoIsNamed<Known extends { readonly names: readonly string[] }>(known: readonly Known[]): (name: string | null) => Known | null {
  const found = new Map<string, Known | null>();
  for (const one of known) {
    for (const key of new Set(one.names.map(personNameKey))) if (key !== '') found.set(key, found.has(key) ? null : one);
  }
  return (name) => (name === null ? null : (found.get(personNameKey(name)) ?? null));
}
