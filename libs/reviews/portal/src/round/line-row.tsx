import { formatKvk } from '@ketenregie/messages';
import { LevelGlyph, SeenMark, useLanguage, useText } from '@ketenregie/ui';
import type { Level } from '@ketenregie/ui';
import { TriangleAlert, UserRoundX } from 'lucide-react';
import { memo } from 'react';
import type { LineFactsFragment } from '../generated/operations.js';
import { DECISIONS, OUTCOME_ICONS, OutcomeChip, outcomeOf } from '../outcome-chip.js';
import type { Decision } from '../outcome-chip.js';
import { ownDecisionOf } from './decided-line.js';
import { endWords, exceptionWords, holderWords, lineName, scopeWords } from './line-words.js';

export interface LineRowProps {
  readonly line: LineFactsFragment;
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** False: the round is closed, or the viewer does not decide. */
  readonly mayDecide: boolean;
  readonly onActive: (index: number) => void;
  readonly onSelect: (index: number, isRange: boolean) => void;
  readonly onDecide: (line: LineFactsFragment, decision: Decision) => void;
}

/** One line of a round: for whom, who, what, at which level, until when, seen when; what is unusual; what stands; and the three decisions. */
export const LineRow = memo(function LineRow({ line, index, isActive, isSelected, mayDecide, onActive, onSelect, onDecide }: LineRowProps) {
  const text = useText();
  const language = useLanguage();
  const tabIndex = isActive ? 0 : -1;
  return (
    <div role="row" className="v-line" data-line={index} data-active={isActive ? '' : undefined} aria-rowindex={index + 1} aria-selected={isSelected} tabIndex={tabIndex} onFocus={(event) => event.target === event.currentTarget && onActive(index)} onClick={() => onActive(index)}>
      <div role="gridcell" className="v-line-box">
        {mayDecide && <input type="checkbox" className="k-box" checked={isSelected} tabIndex={tabIndex} aria-label={text('list.selectRow', { name: lineName(line, text, language) })} onChange={(event) => onSelect(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)} />}
      </div>
      <div role="gridcell" className="v-line-words">
        <p className="v-line-name">
          <strong>{line.companyName}</strong>
          {line.companyKvk !== null && <span className="v-quiet"> {formatKvk(line.companyKvk)}</span>}
        </p>
        <p>{scopeWords(line, text, language)}</p>
        <p className="v-quiet">{holderWords(line, text)}</p>
      </div>
      <div role="gridcell" className="v-line-facts">
        <LevelGlyph level={line.facts.level as Level | null} needed={line.exceptions.includes('level-too-low') ? (line.facts.requiredLevel as Level | null) : null} />
        <span>{endWords(line, text, language)}</span>
        <SeenMark seenOn={line.facts.seenOn} isStale={line.exceptions.includes('not-seen') && line.facts.seenOn !== null} />
      </div>
      <div role="gridcell" className="v-line-unusual">
        <Unusual line={line} />
      </div>
      <div role="gridcell" className="v-line-decision">
        <OutcomeChip outcome={outcomeOf(line.outcome)} />
        <Said line={line} />
        {mayDecide && <DecisionButtons line={line} tabIndex={tabIndex} onDecide={onDecide} />}
      </div>
    </div>
  );
});

function Unusual({ line }: { readonly line: LineFactsFragment }) {
  const text = useText();
  const words = exceptionWords(line, text);
  if (words.length === 0) return null;
  return (
    <p className="v-unusual">
      <TriangleAlert size={16} aria-hidden />
      <span>
        <span className="k-hidden">{text('reviews.unusual')}: </span>
        {words.join(', ')}
      </span>
    </p>
  );
}

/** Who decided what and why, where that says more than the chip: a reason, or somebody else. */
function Said({ line }: { readonly line: LineFactsFragment }) {
  const text = useText();
  const told = line.decisions.filter(({ isOwn, reason }) => !isOwn || reason !== null);
  return told.map(({ decision, decidedByName, isOwn, reason }) => (
    <p key={`${decision}${decidedByName}`} className="v-said">
      {isOwn ? text('reviews.you') : decidedByName}: {text(`reviews.outcome.${outcomeOf(decision)}`)}
      {reason !== null && `. ${reason}`}
    </p>
  ));
}

function DecisionButtons({ line, tabIndex, onDecide }: Pick<LineRowProps, 'line' | 'onDecide'> & { readonly tabIndex: number }) {
  const text = useText();
  const language = useLanguage();
  if (line.isOwn) {
    return (
      <p className="v-own">
        <UserRoundX size={16} aria-hidden />
        <span>{text('reviews.line.own')}</span>
      </p>
    );
  }
  const own = ownDecisionOf(line);
  return (
    <div className="v-decisions" role="group" aria-label={text('reviews.decideFor', { name: lineName(line, text, language) })}>
      {DECISIONS.map((decision) => {
        const Icon = OUTCOME_ICONS[decision];
        return (
          <button key={decision} type="button" className="v-decide" data-decision={decision} aria-pressed={own === decision} tabIndex={tabIndex} onClick={() => onDecide(line, decision)}>
            <Icon size={16} aria-hidden />
            {text(`reviews.outcome.${decision}`)}
          </button>
        );
      })}
    </div>
  );
}
