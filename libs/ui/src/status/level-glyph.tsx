import { useText } from '../text/provider.js';

/** Levels of assurance as written; EH1 and EH2 are legacy and fill no bar. */
export type Level = 'EH1' | 'EH2' | 'EH2+' | 'EH3' | 'EH4';

const filled: Readonly<Record<Level, number>> = { EH1: 0, EH2: 0, 'EH2+': 1, EH3: 2, EH4: 3 };
const BARS = [0, 1, 2] as const;

export interface LevelGlyphProps {
  readonly level: Level | null;
  /** The level that the service asks, given only where the own one is lower. */
  readonly needed?: Level | null;
}

/** One to three rising bars for EH2+, EH3 and EH4, always followed by the level in words. */
export function LevelGlyph({ level, needed = null }: LevelGlyphProps) {
  const text = useText();
  const count = level === null ? 0 : filled[level];
  return (
    <span className="k-level">
      <svg className="k-level-bars" viewBox="0 0 17 15" width="17" height="15" aria-hidden>
        {BARS.map((bar) => {
          const height = 5 + bar * 4.5;
          const isFilled = bar < count;
          return <rect key={bar} x={bar * 6 + 0.5} y={14.5 - height} width="4" height={height} fill={isFilled ? 'currentColor' : 'none'} stroke="currentColor" strokeOpacity={isFilled ? 1 : 0.45} />;
        })}
      </svg>
      <span>{level ?? text('level.unknown')}</span>
      {needed !== null && <span className="k-level-needed">{text('level.needed', { level: needed })}</span>}
    </span>
  );
}
