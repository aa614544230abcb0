const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
const ACCENTS = /\p{M}/gu;
const OTHER = /[^a-z0-9]+/g;

/** A portal, service or supplier name as it is compared: no zero-width characters, case, accents or punctuation, single spaces. */
export function normalisePortalText(text: string): string {
  return text.replace(INVISIBLE, '').toLowerCase().normalize('NFD').replace(ACCENTS, '').replace(OTHER, ' ').trim();
}
