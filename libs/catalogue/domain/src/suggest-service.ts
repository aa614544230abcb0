import type { Catalogue } from './catalogue.js';
import { normalisePortalText } from './portal-text.js';

const WORD_GAP = / /g;

function pairsOf(text: string): Map<string, number> {
  const letters = text.replace(WORD_GAP, '');
  const pairs = new Map<string, number>();
  for (let at = 0; at < letters.length - 1; at += 1) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient over letter pairs: 0 (nothing shared) to 1 (the same letters). */
function likeness(left: Map<string, number>, right: Map<string, number>): number {
  let shared = 0;
  let total = 0;
  for (const [pair, count] of left) {
    shared += Math.min(count, right.get(pair) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** Finds the nearest service name for a text that matches nothing, or null where nothing comes near. An offer to a person, never a reading. */
export type ServiceSuggester = (text: string) => string | null;

/** At this likeness a person sees at a glance whether the offer is right; below it offers are noise. */
const NEAR = 0.6;
/** A longer text is no service name. */
const LONGEST = 120;
/** One list repeats its own spellings: so many answers are remembered. */
const REMEMBERED = 1000;

/** Prepares a catalogue for suggestions. */
export function createServiceSuggester(catalogue: Catalogue): ServiceSuggester {
  const names = catalogue.services.flatMap((service) =>
    [service.nameNl, service.nameEn, ...service.aliases].map((name) => ({ offer: service.nameNl, pairs: pairsOf(normalisePortalText(name)) })),
  );
  const answers = new Map<string, string | null>();
  const nearest = (text: string): string | null => {
    const pairs = pairsOf(text);
    let best: { offer: string; score: number } | null = null;
    for (const name of names) {
      const score = likeness(pairs, name.pairs);
      if (score >= NEAR && score > (best?.score ?? 0)) best = { offer: name.offer, score };
    }
    return best?.offer ?? null;
  };
  return (raw) => {
    const text = normalisePortalText(raw.slice(0, LONGEST));
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = nearest(text);
    if (answers.size < REMEMBERED) answers.set(text, answer);
    return answer;
  };
}
