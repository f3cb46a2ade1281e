/** One record, changed in place from its page: always the whole of it, each change on top of the one before. */
import { useRef } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName, RecordValue } from '@shared/records/registry';
import { errorText } from '../app/error-text';
import { useToast } from '../ui';
import { useVault } from '../vault';
import { useSaveWithUndo, type Change } from './use-save-with-undo';

/** True when it is saved. With `done`, a message says so and offers to take it back. */
export type ChangeRecord<K extends KindName> = (
  change: (value: RecordValue<K>) => RecordValue<K>,
  done?: string,
) => Promise<boolean>;

export function useChangeRecord<K extends KindName>(kind: K, id: RecordId): ChangeRecord<K> {
  const vault = useVault();
  const toast = useToast();
  const saveWithUndo = useSaveWithUndo();
  // Two quick ticks must not meet each other: each change waits for the one before and starts from its result.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return (change, done) => {
    const save = async (): Promise<boolean> => {
      const found = await vault.whole(kind, [id]);
      const before = found.ok ? found.value[0] : undefined;
      if (before === undefined) {
        if (!found.ok) toast({ text: errorText(found.error) });
        return false;
      }
      const value = change(before.value);
      const problem =
        done === undefined
          ? await vault.put(kind, value, before).then((saved) => (saved.ok ? null : errorText(saved.error)))
          : await saveWithUndo([{ kind, id, value, before } as unknown as Change], done);
      if (problem !== null) toast({ text: problem });
      return problem === null;
    };
    const run = queue.current.then(save);
    queue.current = run;
    return run;
  };
}
