import { useEffect } from 'react';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: string;
  /** One or two sentences: what stands here, or how it stands today. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Sets the title of the window too, which a screen reader speaks on arrival. Off in a gallery. */
  readonly isWindowTitle?: boolean;
}

/** The heading of a page: title, lead and its few actions. */
export function PageHeader({ title, lead, actions, isWindowTitle = true }: PageHeaderProps) {
  useEffect(() => {
    if (isWindowTitle) document.title = `${title} · Ketenregie`;
  }, [title, isWindowTitle]);
  return (
    <div className="k-page-head">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {actions !== undefined && <div className="k-page-actions">{actions}</div>}
    </div>
  );
}

export interface SectionHeaderProps {
  readonly title: string;
  readonly count?: number | string;
  readonly action?: ReactNode;
  readonly id?: string;
}

/** A heading on a ruled line, with its count in front of the rule and its action behind it. */
export function SectionHeader({ title, count, action, id }: SectionHeaderProps) {
  return (
    <div className="k-section-head">
      <h2 id={id}>
        {title}
        {count !== undefined && <span className="k-section-count"> {count}</span>}
      </h2>
      <span className="k-section-rule" />
      {action}
    </div>
  );
}
