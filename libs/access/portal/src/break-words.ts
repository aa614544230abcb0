import type { BreakCode, Hands } from '@ketenregie/messages';
import type { TextOf } from '@ketenregie/ui';

const HANDS: readonly Hands[] = ['we', 'client', 'representative', 'nobody'];

/** In whose hands, as the API writes it. */
export function handsOf(hands: string): Hands {
  return HANDS.find((each) => each === hands) ?? 'we';
}

interface Break {
  readonly code: string;
  readonly inWhoseHands: string;
}

/** The first broken link as short as a list needs it, and whose turn it is. Null where the status says it already. */
export function shortBreak({ code, inWhoseHands }: Break, text: TextOf, status: string): { readonly what: string | null; readonly hands: string } {
  return { what: code === status ? null : text(`access.break.${code as BreakCode}`), hands: `${text('answer.hands')}: ${text(`answer.hands.${handsOf(inWhoseHands)}`).toLowerCase()}` };
}

/** The first broken link in a sentence, with whose turn it is. Every code of the API has its text: a spec holds the two together. */
export function breakLine({ code, inWhoseHands }: Break, text: TextOf): string {
  return `${text(`answer.break.${code as BreakCode}`)} ${text('answer.hands')}: ${text(`answer.hands.${handsOf(inWhoseHands)}`).toLowerCase()}`;
}
