import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components';

/** A name or short fact on hover and focus. Never the only place where something stands. */
export function Tooltip({ children }: { readonly children: ReactNode }) {
  return (
    <AriaTooltip className="k-tooltip" offset={6}>
      {children}
    </AriaTooltip>
  );
}
