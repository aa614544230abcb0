import { Label, ProgressBar } from 'react-aria-components';

export interface ProgressProps {
  /** What it is doing, now: "Bestand lezen". */
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
  /** How far, in words: "1.200 van 4.120 regels". */
  readonly detail: string;
}

/** How far a long piece of work is: what it does, a bar and the count in words. */
export function Progress({ label, done, total, detail }: ProgressProps) {
  return (
    <ProgressBar className="k-progress" isIndeterminate={total === null} value={done} maxValue={total ?? 1} valueLabel={detail}>
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <span className="k-progress-detail">{detail}</span>
          <div className="k-progress-track" data-unknown={total === null ? '' : undefined}>
            <div className="k-progress-fill" style={{ width: `${String(percentage ?? 100)}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
