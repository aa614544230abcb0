import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What belongs here. */
  readonly title: string;
  /** Why it is empty. */
  readonly children: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
}

/** An empty page of the ledger: what belongs here, why it is empty, one action. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="k-empty">
      <h3>{title}</h3>
      <p>{children}</p>
      {action !== undefined && <div>{action}</div>}
    </div>
  );
}
