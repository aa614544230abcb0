import type { ReactNode } from 'react';
import { Button } from '../controls/button.js';
import { KeyHint } from '../controls/key-hint.js';
import { useText } from '../text/provider.js';

export interface BulkBarProps {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** What can be done with the rows that are selected; says how many, and clears. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const text = useText();
  if (count === 0) return null;
  return (
    <div className="k-bulk" role="group" aria-label={text('list.bulk')}>
      <strong aria-live="polite">{text('list.selected', { count })}</strong>
      <div className="k-bulk-actions">{children}</div>
      <Button kind="quiet" onPress={onClear}>
        {text('list.clearSelection')}
      </Button>
      <KeyHint keys={['X']} />
    </div>
  );
}
