import type { Right } from '@ketenregie/authorisations-domain';
import { breakOrder } from './break.js';
import type { Candidate } from './candidate.js';
import { CANS, type Judgement } from './judge-path.js';

type Key = readonly (string | number)[];

const rightKey = (right: Right | null): Key => [right?.ordinal ?? -1, right?.id ?? ''];

/** The place of a path in its source: chain before direct, then row order, then id, so that the choice never depends on the order of reading. */
function sourceKey(candidate: Candidate): Key {
  const meansId = candidate.means?.id ?? '';
  if (candidate.kind === 'direct') return [1, ...rightKey(candidate.right), ...rightKey(null), meansId];
  return [0, ...rightKey(candidate.clientHalf), ...rightKey(candidate.officeHalf), meansId];
}

/** Orders two keys of the same shape, place by place. */
function compareKeys(a: Key, b: Key): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  if (index === -1) return 0;
  return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Later ends first; a path without a known end comes last, for what is known is what can be promised. */
const compareEnds = (a: Judgement, b: Judgement): number => compareText(b.endsOn ?? '', a.endsOn ?? '');

const placeOf = ({ firstBreak }: Judgement): number => (firstBreak === null ? -1 : breakOrder(firstBreak));

/** Orders two judgements, the better first: yes, unknown, no; the latest end; of two that do not work the one that breaks latest; the first row. */
export function compareJudgements(a: Judgement, b: Judgement): number {
  return (
    CANS.indexOf(a.can) - CANS.indexOf(b.can) ||
    compareEnds(a, b) ||
    placeOf(b) - placeOf(a) ||
    compareKeys(sourceKey(a.candidate), sourceKey(b.candidate))
  );
}

/** The best of some judgements, at least one. */
export function chooseBest(judgements: readonly Judgement[]): Judgement {
  return judgements.reduce((best, each) => (compareJudgements(each, best) < 0 ? each : best));
}
