import { useLanguage, useText } from '@ketenregie/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { LineFactsFragment } from '../generated/operations.js';
import type { Decision } from '../outcome-chip.js';
import { ownDecisionOf } from './decided-line.js';
import type { LineListHandle } from './line-list.js';
import { holderWords, scopeWords } from './line-words.js';
import type { Deciding } from './use-deciding.js';
import { useLineKeys } from './use-line-keys.js';
import type { LineKeys } from './use-line-keys.js';

interface DeskInput {
  readonly lines: readonly LineFactsFragment[];
  readonly deciding: Deciding;
  readonly mayDecide: boolean;
  readonly list: RefObject<LineListHandle | null>;
}

interface Asking {
  readonly decision: Exclude<Decision, 'keep'>;
  readonly lines: readonly LineFactsFragment[];
  /** Which line is meant, or how many. */
  readonly aim: string;
  /** Who and what, where it is one. */
  readonly detail: string;
}

const STEPS: Readonly<Record<Parameters<LineKeys['onMove']>[0], (at: number, count: number, page: number) => number>> = {
  next: (at) => at + 1,
  previous: (at) => at - 1,
  first: () => 0,
  last: (_, count) => count - 1,
  'page-down': (at, _, page) => at + page,
  'page-up': (at, _, page) => at - page,
};

/** Selected lines by id, one at a time or the range from the last one. */
function useSelectedLines(lines: readonly LineFactsFragment[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef(0);
  const toggle = (index: number, isRange: boolean) => {
    const id = lines[index]?.id;
    if (id === undefined) return;
    const range = lines.slice(Math.min(anchor.current, index), Math.max(anchor.current, index) + 1).map((line) => line.id);
    anchor.current = index;
    setSelected((before) => {
      if (isRange) return new Set([...before, ...range]);
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  return { selected, toggle, clear: () => setSelected(new Set()) };
}

/** Where the reviewer is in the list and what he does there: by keys, by buttons, for one line or for those selected. */
export function useLineDesk({ lines, deciding, mayDecide, list }: DeskInput) {
  const text = useText();
  const language = useLanguage();
  const [place, setActive] = useState(0);
  const active = Math.min(place, Math.max(0, lines.length - 1));
  const { selected, toggle, clear } = useSelectedLines(lines);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [lastReason, setLastReason] = useState('');
  const goTo = (index: number) => {
    const target = Math.min(Math.max(0, index), lines.length - 1);
    setActive(target);
    list.current?.goTo(target);
  };
  const decide = (aimed: readonly LineFactsFragment[], decision: Decision) => {
    const open = aimed.filter((line) => !line.isOwn && (decision !== 'keep' || ownDecisionOf(line) !== 'keep'));
    if (open.length === 0) return;
    const [only] = open;
    if (decision === 'keep') void deciding.decide(open, decision, null);
    else if (only !== undefined && open.length === 1) setAsking({ decision, lines: open, aim: only.companyName, detail: `${holderWords(only, text)}. ${scopeWords(only, text, language)}.` });
    else setAsking({ decision, lines: open, aim: text('reviews.manyLines', { count: open.length }), detail: '' });
  };
  const chosen = (): readonly LineFactsFragment[] => lines.filter(({ id }) => selected.has(id));
  const decideSelected = (decision: Decision) => {
    decide(chosen(), decision);
    if (decision === 'keep') clear();
  };
  const decideActive = (decision: Decision) => {
    if (selected.size > 0) return decideSelected(decision);
    const line = lines[active];
    if (line === undefined) return;
    decide([line], decision);
    if (decision === 'keep') goTo(active + 1);
  };
  const undo = () => void deciding.undo(deciding.canUndo ? null : ownLine(lines[active]));
  useLineKeys({ onMove: (to) => goTo(STEPS[to](active, lines.length, list.current?.pageSize() ?? 1)), onDecide: decideActive, onUndo: undo, onSelect: (isRange) => toggle(active, isRange) }, mayDecide);
  return {
    active, setActive, selected, clear, asking, lastReason, undo, decideSelected,
    select: useStable(toggle),
    decideOne: useStable((line: LineFactsFragment, decision: Decision) => decide([line], decision)),
    stopAsking: () => setAsking(null),
    giveReason: (reason: string) => {
      if (asking === null) return;
      void deciding.decide(asking.lines, asking.decision, reason);
      setLastReason(reason);
      setAsking(null);
      if (asking.lines.length > 1) clear();
      else if (asking.lines[0]?.id === lines[active]?.id) goTo(active + 1);
    },
  };
}

const ownLine = (line: LineFactsFragment | undefined): LineFactsFragment | null => (line !== undefined && ownDecisionOf(line) !== null ? line : null);

/** A function that stays the same and always does what its latest version does: rows are not drawn anew for it. */
function useStable<Arguments extends unknown[]>(work: (...given: Arguments) => void): (...given: Arguments) => void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
