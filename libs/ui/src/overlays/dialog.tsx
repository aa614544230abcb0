import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/provider.js';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** `sheet` comes in from the side and keeps the page beside it in sight. */
  readonly look?: 'dialog' | 'sheet' | 'menu';
  /** For a decision that must not be closed by a click beside it. */
  readonly role?: 'dialog' | 'alertdialog';
  /** The buttons, the decisive one first. Its words repeat for whom ("Verlengen voor 9 organisaties"). */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A modal: focus stays inside, Escape and a click outside close it, focus returns to what opened it. */
export function Dialog({ title, isOpen, onOpenChange, look = 'dialog', role = 'dialog', actions, children }: DialogProps) {
  const text = useText();
  return (
    <ModalOverlay className="k-veil" data-look={look} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={role === 'dialog'}>
      <Modal className="k-modal" data-look={look}>
        <AriaDialog role={role} className="k-dialog">
          <header className="k-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button slot="close" className="k-button" data-kind="quiet" data-square="" aria-label={text('action.close')}>
              <X size={18} aria-hidden />
            </Button>
          </header>
          <div className="k-dialog-body">{children}</div>
          {actions !== undefined && <footer className="k-dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
