import { useText } from '@ketenregie/ui';
import type { Tri } from './service-facts.js';

/** Whether a service accepts a chain, as a shape and words: whole links, a broken link, a hollow one. */
export function ChainMark({ chain }: { readonly chain: Tri }) {
  const text = useText();
  return (
    <span className="c-chain" data-chain={chain}>
      <svg viewBox="0 0 26 12" width="26" height="12" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.75">
        <rect x="1" y="2" width="11" height="8" rx="4" {...(chain === 'unknown' ? { strokeDasharray: '2.5 2' } : {})} />
        <rect x={chain === 'no' ? 15 : 10} y="2" width="10" height="8" rx="4" {...(chain === 'unknown' ? { strokeDasharray: '2.5 2' } : {})} />
      </svg>
      <span>{text(`portals.chain.${chain}`)}</span>
    </span>
  );
}
