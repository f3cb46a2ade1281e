/** What the screens read: one array for each kind, the same array until a record of that kind changes. */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { OutlineRow } from '@shared/vault/outline-codec';
import type { StoredOutline } from '@shared/vault/vault-api';

export interface Snapshots {
  records<K extends KindName>(kind: K): readonly StoredOutline<K>[];
  subscribe(kind: KindName, listener: () => void): () => void;
  /** `ids` null: these are all. Otherwise: these are what is left of `ids`, the others stay. Tells nobody yet. */
  replace(kind: KindName, ids: readonly RecordId[] | null, records: readonly StoredOutline[]): void;
  /** Everything goes, for what `add` brings. Tells nobody yet. */
  begin(): void;
  /** More of everything; what comes later counts. Tells nobody yet. */
  add(rows: readonly OutlineRow[]): void;
  tell(kinds: readonly KindName[]): void;
  tellAll(): void;
  clear(): void;
}

const none: readonly never[] = [];

export function createSnapshots(): Snapshots {
  const byKind = new Map<KindName, Map<RecordId, StoredOutline>>();
  const arrays = new Map<KindName, readonly StoredOutline[]>();
  const listeners = new Map<KindName, Set<() => void>>();

  const tell = (kinds: readonly KindName[]): void => {
    for (const kind of kinds) for (const listener of [...(listeners.get(kind) ?? [])]) listener();
  };

  return {
    // The map holds under each kind only records of that kind: `list` answered for it.
    records: <K extends KindName>(kind: K) => {
      const map = byKind.get(kind);
      if (map === undefined) return none;
      const array = arrays.get(kind) ?? [...map.values()];
      arrays.set(kind, array);
      return array as readonly StoredOutline<K>[];
    },
    subscribe: (kind, listener) => {
      const set = listeners.get(kind) ?? new Set();
      listeners.set(kind, set.add(listener));
      return () => set.delete(listener);
    },
    begin: () => {
      byKind.clear();
      arrays.clear();
    },
    add: (rows) => {
      for (const row of rows) {
        const map = byKind.get(row.kind) ?? new Map<RecordId, StoredOutline>();
        if (row.value === null) map.delete(row.id);
        else map.set(row.id, row);
        byKind.set(row.kind, map);
        arrays.delete(row.kind);
      }
    },
    replace: (kind, ids, records) => {
      // In place: a save of one record must not copy fifty thousand. The array is made when somebody reads it.
      const map = (ids === null ? undefined : byKind.get(kind)) ?? new Map<RecordId, StoredOutline>();
      const fresh = new Set(records.map((record) => record.id));
      for (const id of ids ?? []) if (!fresh.has(id)) map.delete(id);
      for (const record of records) map.set(record.id, record);
      byKind.set(kind, map);
      arrays.delete(kind);
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
