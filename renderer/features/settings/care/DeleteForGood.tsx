import type { ReactNode } from 'react';
import { Button, Dialog } from '../../../ui';

/** Asked once more, in the dialog's own words, before something goes that nothing brings back. */
export function DeleteForGood(props: {
  readonly title: string;
  /** What the button that leaves everything as it is says. */
  readonly keepText: string;
  readonly isBusy: boolean;
  readonly onDelete: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      title={props.title}
      actions={
        <>
          <Button variant="primary" isPending={props.isBusy} pendingText="Deleting" onPress={props.onDelete}>
            Delete for good
          </Button>
          <Button onPress={props.onClose}>{props.keepText}</Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
