import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx';
import overlay from './overlay.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the one that goes on first. */
  readonly actions: ReactNode;
  /** A door of its own is told by more than its words: by this colour and the icon beside the title. */
  readonly tone?: 'house' | 'plum';
  readonly icon?: ReactNode;
}

/** Over the page; Escape and a click beside it leave it. The focus goes back to what opened it. */
export function Dialog(props: DialogProps) {
  return (
    <ModalOverlay
      className={overlay.scrim ?? ''}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable
    >
      <Modal className={cx(overlay.modal, props.tone === 'plum' && overlay.plum)}>
        <AriaDialog className={overlay.dialog ?? ''}>
          <Heading slot="title" level={2} className={overlay.dialogTitle ?? ''}>
            {props.icon}
            {props.title}
          </Heading>
          <div className={overlay.dialogBody}>{props.children}</div>
          <div className={overlay.dialogActions}>{props.actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
