import type { MayNotCode } from '@ketenregie/messages';
import type { TextOf } from '../text/provider.js';

/** Why somebody may not log in, all reasons in one sentence; null where he may. Every code of the API has its text. */
export function mayNotLine(mayNot: readonly string[], text: TextOf): string | null {
  if (mayNot.length === 0) return null;
  return text('answer.mayNotBecause', { reasons: mayNot.map((code) => text(`answer.mayNot.${code as MayNotCode}`)).join('; ') });
}
