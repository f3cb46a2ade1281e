/** What the screens read: one array for each kind, the same array until a record of that kind changes. */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';

export interface Snapshots {
  records<K extends KindName>(kind: K): readonly StoredRecord<K>[];
  subscribe(kind: KindName, listener: () => void): () => void;
  /** `ids` null: these are all. Otherwise: these are what is left of `ids`, the others stay. Tells nobody yet. */
  replace(kind: KindName, ids: readonly RecordId[] | null, records: readonly StoredRecord[]): void;
  tell(kinds: readonly KindName[]): void;
  tellAll(): void;
  clear(): void;
}

const none: readonly never[] = [];

export function createSnapshots(): Snapshots {
  const byKind = new Map<KindName, ReadonlyMap<RecordId, StoredRecord>>();
  const arrays = new Map<KindName, readonly StoredRecord[]>();
  const listeners = new Map<KindName, Set<() => void>>();

  const tell = (kinds: readonly KindName[]): void => {
    for (const kind of kinds) for (const listener of [...(listeners.get(kind) ?? [])]) listener();
  };

  return {
    // The map holds under each kind only records of that kind: `list` answered for it.
    records: <K extends KindName>(kind: K) => (arrays.get(kind) ?? none) as readonly StoredRecord<K>[],
    subscribe: (kind, listener) => {
      const set = listeners.get(kind) ?? new Set();
      listeners.set(kind, set.add(listener));
      return () => set.delete(listener);
    },
    replace: (kind, ids, records) => {
      const next = new Map(ids === null ? [] : byKind.get(kind));
      const fresh = new Map(records.map((record) => [record.id, record]));
      for (const id of ids ?? []) if (!fresh.has(id)) next.delete(id);
      for (const [id, record] of fresh) next.set(id, record);
      byKind.set(kind, next);
      arrays.set(kind, [...next.values()]);
    },
    tell,
    tellAll: () => tell([...listeners.keys()]),
    clear: () => {
      byKind.clear();
      arrays.clear();
      tell([...listeners.keys()]);
    },
  };
}
