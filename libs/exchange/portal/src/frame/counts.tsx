import { formatCount } from '@ketenregie/messages';
import { useLanguage, useText } from '@ketenregie/ui';
import type { ChangeCounts } from '../import-facts.js';

const OUTCOMES = ['created', 'updated', 'unchanged', 'skipped'] as const;

/** What an import changes or changed, as four figures in the columns of an account. */
export function CountsPanel({ counts }: { readonly counts: ChangeCounts }) {
  const text = useText();
  const language = useLanguage();
  return (
    <dl className="x-counts">
      {OUTCOMES.map((outcome) => (
        <div key={outcome} data-zero={counts[outcome] === 0 ? '' : undefined}>
          <dt>{text(`import.count.${outcome}.name`)}</dt>
          <dd>{formatCount(language, counts[outcome])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in one line: "212 nieuw, 3 gewijzigd". What is nothing is left out. */
export function CountsLine({ counts }: { readonly counts: ChangeCounts }) {
  const text = useText();
  const parts = [
    ...(counts.created > 0 ? [text('import.count.new', { count: counts.created })] : []),
    ...(counts.updated > 0 ? [text('import.count.changed', { count: counts.updated })] : []),
    ...(counts.created + counts.updated === 0 ? [text('import.count.unchanged', { count: counts.unchanged })] : []),
    ...(counts.skipped > 0 ? [text('import.count.skipped', { count: counts.skipped })] : []),
  ];
  return <span>{parts.join(', ')}</span>;
}
