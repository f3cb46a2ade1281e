import { History, Trash2 } from 'lucide-react';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useGo } from '../../../ui';
import type { StoredRecord } from '../../../vault';

/** What is done now and then with a record of team life: look at how it was, or delete it. */
export function useRecordMenu(request: {
  /** The first is the record itself; the others go with it. */
  readonly records: readonly [StoredRecord, ...StoredRecord[]];
  readonly href: string;
  readonly gone: string;
  readonly back: string;
}) {
  const { records, href, gone, back } = request;
  const go = useGo();
  const remove = useRemoveWithUndo();
  return [
    {
      label: 'Earlier versions',
      icon: <History aria-hidden="true" />,
      onAction: () => {
        go(`${href}/history`);
      },
    },
    {
      label: 'Delete',
      icon: <Trash2 aria-hidden="true" />,
      onAction: () =>
        void remove(records, gone).then((isGone) => {
          if (isGone) go(back);
        }),
    },
  ];
}
