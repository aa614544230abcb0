import { Button, LevelGlyph, useLanguage, useText } from '@ketenregie/ui';
import type { Level } from '@ketenregie/ui';
import type { LineFactsFragment } from '../generated/operations.js';
import { holderWords, scopeWords } from './line-words.js';

/** Where the lines with something unusual begin, and where those without do. */
export function PartHeading({ isUsual }: { readonly isUsual: boolean }) {
  const text = useText();
  return (
    <div role="row" className="v-part">
      <div role="gridcell">
        <strong>{text(isUsual ? 'reviews.part.usual' : 'reviews.part.unusual')}</strong> <span className="v-quiet">{text(isUsual ? 'reviews.part.usualNote' : 'reviews.part.unusualNote')}</span>
      </div>
    </div>
  );
}

/** What equals have in common, and the one press that keeps those of them that are undecided. */
export function GroupHeading({ line, onKeep }: { readonly line: LineFactsFragment; readonly onKeep?: () => void }) {
  const text = useText();
  const language = useLanguage();
  const name = `${holderWords(line, text)}, ${scopeWords(line, text, language)}`;
  return (
    <div role="row" className="v-group">
      <div role="gridcell" className="v-group-words">
        <strong>{holderWords(line, text)}</strong>
        <span>{scopeWords(line, text, language)}</span>
        <LevelGlyph level={line.facts.level as Level | null} />
      </div>
      {onKeep !== undefined && (
        <div role="gridcell">
          <Button onPress={onKeep} aria-label={text('reviews.keepGroupNamed', { name })}>
            {text('reviews.keepGroup')}
          </Button>
        </div>
      )}
    </div>
  );
}
