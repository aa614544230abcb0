import { formatDay } from '@ketenregie/messages';
import { Eye } from 'lucide-react';
import { useLanguage, useText } from '../text/provider.js';
import { useIsChecked } from './checked-since.js';
import { HollowDot } from './status-chip.js';

export interface SeenMarkProps {
  /** The calendar day on which somebody looked in the supplier's console; null where nobody ever did. */
  readonly seenOn: string | null;
  readonly seenBy?: string | null;
  /** Longer ago than the limit; unless said, by that of the office or group. */
  readonly isStale?: boolean;
  readonly evidenceClass?: 'A' | 'B' | 'C' | 'D' | null;
  /** In a column that is called "seen": the day alone, without the words. */
  readonly isShort?: boolean;
}

/** When and by whom a fact was seen at the supplier. Never, and too long ago, carry the hollow dot of "not checked". */
export function SeenMark({ seenOn, seenBy = null, isStale: said, evidenceClass = null, isShort = false }: SeenMarkProps) {
  const text = useText();
  const language = useLanguage();
  const isChecked = useIsChecked();
  if (seenOn === null) {
    return (
      <span className="k-seen" data-unseen="">
        <HollowDot />
        <span>{text('seen.never')}</span>
      </span>
    );
  }
  const day = formatDay(language, seenOn);
  const isStale = said ?? !isChecked(seenOn);
  return (
    <span className="k-seen" data-unseen={isStale ? '' : undefined}>
      {isStale ? <HollowDot /> : <Eye size={14} aria-hidden />}
      <span>
        {isShort && isStale && <span className="k-hidden">{text('seen.staleShort')}: </span>}
        {isShort ? day : isStale ? text('seen.stale', { date: day }) : text('seen.short', { date: day })}
        {seenBy !== null && <span className="k-seen-by"> {isShort ? `· ${seenBy}` : text('seen.by', { name: seenBy })}</span>}
        {evidenceClass !== null && <span className="k-seen-by"> · {text('seen.class', { class: evidenceClass })}</span>}
      </span>
    </span>
  );
}
