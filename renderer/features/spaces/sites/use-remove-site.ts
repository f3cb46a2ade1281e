/** A site goes with its checks and its pictures, and comes back with them. What is kept there only loses its place. */
import { errorText } from '../../../app/error-text';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useGo, useToast } from '../../../ui';
import { useVault, type StoredRecord } from '../../../vault';

export function useRemoveSite(record: StoredRecord<'site'>): () => Promise<void> {
  const vault = useVault();
  const toast = useToast();
  const go = useGo();
  const remove = useRemoveWithUndo();
  return async () => {
    const checks = vault.records('space-check').filter(({ value }) => value.siteId === record.id);
    const pictures = vault.records('space-photo').filter(({ value }) => value.siteId === record.id);
    // The pictures have to be whole to come back.
    const whole = await vault.whole(
      'space-photo',
      pictures.map(({ id }) => id),
    );
    if (!whole.ok) {
      toast({ text: errorText(whole.error) });
      return;
    }
    const gone = await remove([record, ...checks, ...whole.value], 'Site deleted, with its checks.');
    if (gone) go('~/spaces');
  };
}
