import { useText } from '@ketenregie/ui';
import { breakLine, shortBreak } from './break-words.js';
import type { AccessRowFactsFragment } from './generated/operations.js';

export interface BreakWordsProps {
  readonly firstBreak: NonNullable<AccessRowFactsFragment['firstBreak']>;
  /** Of the row: what it says already is not said twice. */
  readonly status: string;
}

/** The first broken link of a row, and whose turn it is; the whole sentence on pointing at it. */
export function BreakWords({ firstBreak, status }: BreakWordsProps) {
  const text = useText();
  const { what, hands } = shortBreak(firstBreak, text, status);
  return (
    <span className="a-break" title={breakLine(firstBreak, text)}>
      {what !== null && <span>{what}.</span>} <span>{hands}</span>
    </span>
  );
}
