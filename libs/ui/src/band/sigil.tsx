import { useId } from 'react';
import { sigilLetters } from './sigil-letters.js';

/** `company`: solid. `all`: stripes. `chain`: solid with a hatched outer edge. `demo`: dotted ground. */
export type SigilLook = 'company' | 'all' | 'chain' | 'demo';

export interface SigilProps {
  readonly look: SigilLook;
  /** Whose letters; not needed for `all`. */
  readonly name?: string;
  /** Edge in px; the drawing is made for 60. */
  readonly size?: number;
}

const EDGE = 60;
const HATCHED = 14;

/** The mark at the left of the company band: for whom you work, readable before any word. Drawn in SVG, so it stands in forced colours. */
export function Sigil({ look, name = '', size = EDGE }: SigilProps) {
  const id = useId();
  const letters = look === 'demo' && name === '' ? 'VB' : sigilLetters(name);
  const middle = look === 'chain' ? (EDGE - HATCHED) / 2 : EDGE / 2;
  return (
    <svg className="k-sigil" data-look={look} viewBox={`0 0 ${String(EDGE)} ${String(EDGE)}`} width={size} height={size} aria-hidden>
      <defs>
        <pattern id={`${id}s`} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="k-sigil-ink" width="6.5" height="10" />
        </pattern>
        <pattern id={`${id}h`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="k-sigil-ink" width="2" height="5" />
        </pattern>
        <pattern id={`${id}d`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle className="k-sigil-ink" cx="3" cy="3" r="1" />
        </pattern>
      </defs>
      <rect className="k-sigil-ground" width={EDGE} height={EDGE} />
      {look === 'all' && <rect width={EDGE} height={EDGE} fill={`url(#${id}s)`} />}
      {look === 'company' && <rect className="k-sigil-ink" width={EDGE} height={EDGE} />}
      {look === 'chain' && (
        <>
          <rect className="k-sigil-ink" width={EDGE - HATCHED} height={EDGE} />
          <rect x={EDGE - HATCHED} width={HATCHED} height={EDGE} fill={`url(#${id}h)`} />
        </>
      )}
      {look === 'demo' && (
        <>
          <rect width={EDGE} height={EDGE} fill={`url(#${id}d)`} />
          <rect className="k-sigil-ground" x="12" y="16" width="36" height="28" />
          <rect className="k-sigil-frame" x="0.75" y="0.75" width={EDGE - 1.5} height={EDGE - 1.5} />
        </>
      )}
      {look !== 'all' && (
        <text className="k-sigil-letters" x={middle} y="31" textAnchor="middle" dominantBaseline="central">
          {letters}
        </text>
      )}
    </svg>
  );
}
