/** Saves several records as one, says so, and offers to put everything back as it was. */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName, RecordValue } from '@shared/records/registry';
import { useToast, type ToastMessage } from '../ui';
import { useVault, type StoredRecord, type Write } from '../vault';
import { undoneText } from './undone-text';
import { errorText } from '../app/error-text';

export type Change = {
  readonly [K in KindName]: {
    readonly kind: K;
    readonly id: RecordId;
    readonly value: RecordValue<K>;
    /** As it was; null for a new record. */
    readonly before: StoredRecord<K> | null;
  };
}[KindName];

/**
 * Null when it was saved; else the words for what went wrong. `clearDraft` comes before the message, so that whoever
 * reads it finds the page that follows, not the form on its way out. `offers` stand before "Undo".
 */
export function useSaveWithUndo(): (
  changes: readonly Change[],
  done: string,
  clearDraft?: () => Promise<void>,
  offers?: NonNullable<ToastMessage['actions']>,
) => Promise<string | null> {
  const vault = useVault();
  const toast = useToast();
  return async (changes, done, clearDraft, offers = []) => {
    const saved = await vault.commit(
      changes.map(({ kind, id, value, before }): Write => ({
        type: 'put',
        kind,
        id,
        baseRevision: before?.revision ?? 0,
        value,
      })),
    );
    if (!saved.ok) return errorText(saved.error);
    const undo = async (): Promise<void> => {
      const undone = await vault.commit(
        changes.map(({ kind, id, before }, index): Write => {
          const baseRevision = saved.value[index]?.revision ?? 0;
          return before === null
            ? { type: 'remove', kind, id, baseRevision }
            : { type: 'put', kind, id, baseRevision, value: before.value };
        }),
      );
      toast({ text: undoneText(undone, 'Undone.') });
    };
    await clearDraft?.();
    toast({ text: done, actions: [...offers, { label: 'Undo', onPress: () => void undo() }] });
    return null;
  };
}
