import type { ReactNode } from 'react';

export interface Fact {
  readonly term: string;
  readonly value: ReactNode;
  /** Which clock, which source: what makes the value true. */
  readonly note?: ReactNode;
}

export interface FactListProps {
  readonly facts: readonly Fact[];
  /** `columns`: side by side, each with its figure below its name. */
  readonly look?: 'rows' | 'columns';
}

/** Names and values, ruled like an account. */
export function FactList({ facts, look = 'rows' }: FactListProps) {
  return (
    <dl className="k-facts" data-look={look}>
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>
            {fact.value}
            {fact.note !== undefined && <span className="k-facts-note">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
