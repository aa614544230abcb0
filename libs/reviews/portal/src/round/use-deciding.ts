import { problemOf, queryKey } from '@ketenregie/portal-kit';
import { usePortalChange } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useText, useToast } from '@ketenregie/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ReviewDecideDocument, ReviewKeepUsualDocument, ReviewLinesOfRoundDocument, ReviewRoundOfIdDocument, ReviewUndoActDocument, ReviewUndoLinesDocument } from '../generated/operations.js';
import type { LineFactsFragment, ReviewLineFilterInput, ReviewRoundOfIdQuery, RoundFactsFragment } from '../generated/operations.js';
import type { Decision } from '../outcome-chip.js';
import { asDecided, isUsualUndecided } from './decided-line.js';

interface Act {
  readonly id: string;
  readonly count: number;
}

interface Answer {
  readonly id: string;
  readonly count: number;
  readonly round: RoundFactsFragment;
  readonly lines?: readonly LineFactsFragment[];
}

/** Above this the lines of an undone act are read anew instead of sent. */
const FEW = 200;

/** Lines as they were said to stand since the page was read, over those of the page; a line is not fetched anew for one key. */
function useSaidLines() {
  const [said, setSaid] = useState<ReadonlyMap<string, LineFactsFragment>>(new Map());
  const put = (lines: readonly LineFactsFragment[]) => setSaid((before) => new Map([...before, ...lines.map((line) => [line.id, line] as const)]));
  return { said, put, forget: () => setSaid(new Map()) };
}

/** Puts a round as it came back in the cache; an answer that was overtaken by a later one is left out. */
function useRoundCache(portal: Portal, roundId: string) {
  const client = useQueryClient();
  const newest = useRef(0);
  const sent = useRef(0);
  const key = queryKey(portal.tenant, 'reviews', ReviewRoundOfIdDocument.toString(), { id: roundId });
  useEffect(() => () => void client.invalidateQueries({ queryKey: queryKey(portal.tenant, 'reviews'), refetchType: 'none' }), [client, portal.tenant]);
  return {
    number: () => (sent.current += 1),
    put: (number: number, round: RoundFactsFragment) => {
      if (number < newest.current) return;
      newest.current = number;
      client.setQueryData<ReviewRoundOfIdQuery>(key, (before) => (before === undefined ? before : { ...before, reviewRound: round }));
    },
    readLinesAnew: () => client.invalidateQueries({ queryKey: queryKey(portal.tenant, 'reviews', ReviewLinesOfRoundDocument.toString()) }),
  };
}

/** Runs what is sent, one answer after another in the cache; a refusal is told in words, and what it refused taken off the screen again. */
function useRun(portal: Portal, roundId: string, onRefused: (before: readonly LineFactsFragment[]) => void) {
  const text = useText();
  const toast = useToast();
  const cache = useRoundCache(portal, roundId);
  const run = async (work: () => Promise<Answer>, before: readonly LineFactsFragment[] = []): Promise<Answer | null> => {
    const number = cache.number();
    try {
      const answer = await work();
      cache.put(number, answer.round);
      return answer;
    } catch (error) {
      onRefused(before);
      const { what, why, next } = problemOf(error, text);
      toast({ kind: 'problem', title: what, detail: `${why} ${next}` });
      return null;
    }
  };
  return { run, readLinesAnew: cache.readLinesAnew };
}

/** What can be sent about the lines of a round. */
function useSending(portal: Portal, roundId: string) {
  const decide = usePortalChange(portal, 'review-decision', ReviewDecideDocument);
  const keepUsual = usePortalChange(portal, 'review-decision', ReviewKeepUsualDocument);
  const undoAct = usePortalChange(portal, 'review-decision', ReviewUndoActDocument);
  const undoLines = usePortalChange(portal, 'review-decision', ReviewUndoLinesDocument);
  return {
    decide: async (ids: string[], decision: Decision, reason: string | null): Promise<Answer> => (await decide.mutateAsync({ input: { ids, decision, reason } })).decideReviewLines,
    keepUsual: async (filter: ReviewLineFilterInput): Promise<Answer> => (await keepUsual.mutateAsync({ roundId, filter })).keepUsualReviewLines,
    undoLine: async (id: string): Promise<Answer> => (await undoLines.mutateAsync({ ids: [id] })).undoReviewDecisions,
    undoAct: async (id: string, withLines: boolean): Promise<Answer> => {
      const { lines, ...act } = (await undoAct.mutateAsync({ id, withLines })).undoReviewAct;
      return { ...act, ...(lines === undefined ? {} : { lines }) };
    },
  };
}

/** The acts of this visit, those under way too: whoever takes one back at once waits for its answer, and never takes the one before it. */
function useActs() {
  const all = useRef<Promise<Answer | null>[]>([]);
  const [count, setCount] = useState(0);
  const put = (acts: Promise<Answer | null>[]) => {
    all.current = acts;
    setCount(acts.length);
  };
  return {
    count,
    note: async (act: Promise<Answer | null>): Promise<Answer | null> => {
      put([...all.current, act]);
      const answer = await act;
      if (answer === null) put(all.current.filter((each) => each !== act));
      return answer;
    },
    /** The last act, taken out; null where there is none, or it was refused. */
    take: async (): Promise<Act | null> => {
      const last = all.current.at(-1);
      if (last === undefined) return null;
      put(all.current.slice(0, -1));
      return last;
    },
  };
}

/**
 * Deciding in a round: a decision stands on the screen at once and is taken off again where the server refuses it. `undo` takes back the last
 * act of this visit, or else what the viewer decided of the line that is named.
 */
export function useDeciding(portal: Portal, roundId: string) {
  const text = useText();
  const toast = useToast();
  const { said, put, forget } = useSaidLines();
  const { run, readLinesAnew } = useRun(portal, roundId, put);
  const send = useSending(portal, roundId);
  const acts = useActs();
  const [isBusy, setBusy] = useState(false);
  return {
    linesOf: (rows: readonly LineFactsFragment[]): readonly LineFactsFragment[] => rows.map((row) => said.get(row.id) ?? row),
    canUndo: acts.count > 0,
    isBusy,
    decide: async (lines: readonly LineFactsFragment[], decision: Decision, reason: string | null) => {
      put(lines.map((line) => asDecided(line, { decision, reason, at: new Date().toISOString() })));
      await acts.note(run(() => send.decide(lines.map(({ id }) => id), decision, reason), lines));
    },
    keepUsual: async (rows: readonly LineFactsFragment[], groupKey: string | null, isMine: boolean) => {
      setBusy(true);
      const touched = rows.filter((line) => isUsualUndecided(line) && (groupKey === null || line.groupKey === groupKey));
      const answer = await acts.note(run(() => send.keepUsual({ ...(groupKey === null ? {} : { groupKey }), ...(isMine ? { isMine } : {}) })));
      setBusy(false);
      if (answer === null) return;
      put(touched.map((line) => asDecided(line, { decision: 'keep', reason: null, at: new Date().toISOString() })));
      toast({ kind: 'done', title: text('reviews.keptMany', { count: answer.count }) });
    },
    undo: async (line: LineFactsFragment | null) => {
      const last = await acts.take();
      if (last === null && line === null) return;
      const withLines = (last?.count ?? 0) <= FEW;
      const answer = await run(() => (last === null ? send.undoLine(line?.id ?? '') : send.undoAct(last.id, withLines)));
      if (answer === null) return;
      if (!withLines) {
        forget();
        await readLinesAnew();
      } else put(answer.lines ?? []);
      toast({ kind: 'information', title: text('reviews.undone', { count: answer.count }) });
    },
  };
}

export type Deciding = ReturnType<typeof useDeciding>;
