/** Says that one record was saved, and offers to put it back as it was: after a form's own save. */
import type { KindName } from '@shared/records/registry';
import { useToast } from '../ui';
import { useVault, type Saved, type StoredRecord } from '../vault';
import { undoneText } from './undone-text';

/** `before` null: it was new, and undoing takes it away. */
export function useToldWithUndo<K extends KindName>(
  kind: K,
): (done: string, saved: Saved, before: StoredRecord<K> | null) => void {
  const vault = useVault();
  const toast = useToast();
  return (done, { id, revision }, before) => {
    const undo = async (): Promise<void> => {
      const undone =
        before === null
          ? await vault.remove(kind, id, revision)
          : await vault.put(kind, before.value, { id, revision });
      toast({ text: undoneText(undone, 'Undone.') });
    };
    toast({ text: done, actions: [{ label: 'Undo', onPress: () => void undo() }] });
  };
}
