/** Keeps what is typed into a form safe before it is saved: a sealed 'draft' record, taken away by `clear`. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { RecordValue } from '@shared/records/registry';
import { createDraftKeeper, type AcceptDraft } from './draft-keeper';
import { useVault } from './hooks';

export interface DraftHandle {
  /** The fields as last typed, when the form was left unsaved; fixed while the form is open. */
  readonly restored: Record<string, unknown> | null;
  /** After the record itself is saved, or the draft is thrown away. */
  clear(): Promise<void>;
  /** When the draft was last sealed; null when there is none. */
  readonly savedAt: number | null;
}

const saveNow = 'steading-save-drafts';

/** Every open form seals what is typed, without waiting for the typing to stop. */
export function saveDraftsNow(): void {
  document.dispatchEvent(new Event(saveNow));
}

/** Several drafts of one form may exist side by side: `accepts` says which one this form goes on with. */
export function useDraft(
  form: RecordValue<'draft'>['form'],
  recordId: RecordId | null,
  title: string,
  fields: Record<string, unknown>,
  enabled: boolean,
  accepts?: AcceptDraft,
): DraftHandle {
  const client = useVault();
  const [keeper] = useState(() => createDraftKeeper(client, form, recordId, fields, accepts));

  useEffect(() => {
    if (enabled) keeper.note(title, fields);
  });

  useEffect(() => {
    const flush = (): void => void keeper.flush();
    const leave = client.beforeLock(keeper.flush);
    document.addEventListener('focusout', flush);
    document.addEventListener(saveNow, flush);
    window.addEventListener('blur', flush);
    return () => {
      leave();
      document.removeEventListener('focusout', flush);
      document.removeEventListener(saveNow, flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [client, keeper]);

  const savedAt = useSyncExternalStore(keeper.subscribe, keeper.savedAt);
  const clear = useCallback(() => keeper.clear(), [keeper]);
  return { restored: keeper.restored, clear, savedAt };
}
