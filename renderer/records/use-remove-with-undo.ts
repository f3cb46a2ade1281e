/** Deletes at once and offers to put it back, instead of asking whether one is sure. */
import { useToast } from '../ui';
import { useVault, type StoredRecord, type Write } from '../vault';
import { undoneText } from './undone-text';
import { errorText } from '../app/error-text';

const keptFor = 'You can bring it back from Deleted items for 30 days.';

/** The first record is what the words are about; the others go and come back with it. */
export function useRemoveWithUndo(): (records: readonly StoredRecord[], done: string) => Promise<boolean> {
  const vault = useVault();
  const toast = useToast();
  return async (records, done) => {
    const removed = await vault.commit(
      records.map(({ kind, id, revision }): Write => ({ type: 'remove', kind, id, baseRevision: revision })),
    );
    if (!removed.ok) {
      toast({ text: errorText(removed.error) });
      return false;
    }
    const undo = async (): Promise<void> => {
      const restored = await vault.commit(
        records.map(({ kind, id, value }, index): Write => ({
          type: 'put',
          kind,
          id,
          baseRevision: removed.value[index]?.revision ?? 0,
          value,
        })),
      );
      toast({ text: undoneText(restored, 'Put back.') });
    };
    toast({ text: `${done} ${keptFor}`, actions: [{ label: 'Undo', onPress: () => void undo() }] });
    return true;
  };
}
