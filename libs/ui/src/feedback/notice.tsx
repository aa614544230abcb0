import { CircleCheck, Info, OctagonAlert, TriangleAlert, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../text/provider.js';

export type NoticeKind = 'done' | 'information' | 'warning' | 'problem';

export interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children?: ReactNode;
  /** One thing to do next, such as undo. */
  readonly action?: ReactNode;
  readonly onClose?: () => void;
}

const icons: Readonly<Record<NoticeKind, LucideIcon>> = { done: CircleCheck, information: Info, warning: TriangleAlert, problem: OctagonAlert };

/** A bar that says what happened and what to do next; a problem is announced at once, the rest when convenient. */
export function Notice({ kind, title, children, action, onClose }: NoticeProps) {
  const text = useText();
  const Icon = icons[kind];
  return (
    <div className="k-notice" data-kind={kind} role={kind === 'problem' ? 'alert' : 'status'}>
      <Icon size={20} aria-hidden />
      <div className="k-notice-words">
        <strong>{title}</strong>
        {children !== undefined && <div>{children}</div>}
      </div>
      {(action !== undefined || onClose !== undefined) && (
        <div className="k-notice-actions">
          {action}
          {onClose !== undefined && (
            <Button className="k-button" data-kind="quiet" data-square="" aria-label={text('action.close')} onPress={onClose}>
              <X size={18} aria-hidden />
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
