const ACCENTS = /\p{M}/gu;

/** Forms of address and titles that stand before a name. */
export const NAME_TITLE = /^(?:dhr|de heer|mevr|mevrouw|mw|mr|mrs|ms|drs|ir|ing|dr)\.?\s+/i;

/** A person's name as it is compared: no case, accents, dots or double spaces. */
export function personNameKey(name: string): string {
  const plain = name.normalize('NFD').replace(ACCENTS, '').toLowerCase().replace(/[’`´]/g, "'");
  return plain.replace(NAME_TITLE, '').replace(/[.,]/g, ' ').replace(/\s*-\s*/g, '-').replace(/\s+/g, ' ').trim();
}
