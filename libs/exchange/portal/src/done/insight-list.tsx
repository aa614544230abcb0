import { formatCount } from '@ketenregie/messages';
import type { MessageId } from '@ketenregie/messages';
import { addressIn } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useLanguage, useText } from '@ketenregie/ui';
import { Link } from 'react-aria-components';
import type { ImportResult } from '../import-facts.js';

/** What a fresh import tells at once: figures that lead to their lists. A nought is said too, for it is news as well. */
export function InsightList({ portal, result }: { readonly portal: Portal; readonly result: ImportResult }) {
  const text = useText();
  const language = useLanguage();
  const insights: readonly { readonly count: number; readonly words: MessageId; readonly href: string }[] = [
    { count: result.endingSoon, words: 'import.done.ending', href: addressIn(portal, 'toegang', { status: 'expiring' }) },
    { count: result.levelTooLow, words: 'import.done.levelTooLow', href: addressIn(portal, 'toegang', { status: 'level-too-low' }) },
    { count: result.withoutStandIn, words: 'import.done.noStandIn', href: addressIn(portal, 'medewerkers') },
  ];
  return (
    <ul className="x-insights">
      {insights.map(({ count, words, href }) => (
        <li key={words} data-zero={count === 0 ? '' : undefined}>
          <strong className="x-figure">{formatCount(language, count)}</strong>
          <span>{text(words)}</span>
          {count > 0 && (
            <Link href={href} className="x-insight-link">
              {text('import.done.show')}
              <span className="k-hidden">: {text(words)}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
