/** Notes in the log that a record was opened: once in a quarter of an hour, however often it is drawn meanwhile. */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { VaultCare } from './care';

export interface ViewNotes {
  seen(kind: KindName, id: RecordId): void;
  clear(): void;
}

const quietMs = 15 * 60_000;

export function createViewNotes(note: VaultCare['note'], now: () => number): ViewNotes {
  const notedAt = new Map<RecordId, number>();
  return {
    seen: (kind, id) => {
      const at = now();
      const last = notedAt.get(id);
      // A clock that was put back does not silence the log until it has caught up.
      if (last !== undefined && at >= last && at - last < quietMs) return;
      notedAt.set(id, at);
      void note([{ event: 'view', kind, ids: [id] }]).then((answer) => {
        // Not in the log: the next drawing tries again.
        if (!answer.ok && notedAt.get(id) === at) notedAt.delete(id);
      });
    },
    clear: () => {
      notedAt.clear();
    },
  };
}
