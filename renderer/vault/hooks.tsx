/** React's view of the vault. Screens redraw when `{ kind, ids }` changes; nothing is fetched while drawing. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type JSX,
  type ReactNode,
} from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { clock } from '../platform/clock';
import type { VaultCare } from './care';
import type { VaultClient } from './client';
import { createViewNotes, type ViewNotes } from './view-notes';

const VaultContext = createContext<VaultClient | null>(null);

export function VaultProvider(props: {
  readonly client: VaultClient;
  readonly children: ReactNode;
}): JSX.Element {
  return <VaultContext value={props.client}>{props.children}</VaultContext>;
}

export function useVault(): VaultClient {
  const client = useContext(VaultContext);
  if (client === null) throw new Error('useVault outside VaultProvider');
  return client;
}

/** All records of a kind without their long texts (see `useWholeRecord`), the same array until one of them changes. Empty while locked. */
export function useRecords<K extends KindName>(kind: K): readonly StoredOutline<K>[] {
  const client = useVault();
  const subscribe = useCallback((listener: () => void) => client.subscribe(kind, listener), [client, kind]);
  return useSyncExternalStore(subscribe, () => client.records(kind));
}

export function useRecord<K extends KindName>(kind: K, id: string | undefined): StoredOutline<K> | undefined {
  const records = useRecords(kind);
  return useMemo(() => records.find((record) => record.id === id), [records, id]);
}

/**
 * The record with every field, as it stands now. Undefined until it has come, null when it is not there. Read anew when
 * a record of the kind changes.
 */
export function useWholeRecord<K extends KindName>(
  kind: K,
  id: string | undefined,
): StoredRecord<K> | null | undefined {
  const client = useVault();
  const standing = useRecord(kind, id);
  const [whole, setWhole] = useState<StoredRecord<K> | null>();
  useEffect(() => {
    if (standing === undefined) return undefined;
    let isWanted = true;
    void client.whole(kind, [standing.id]).then((found) => {
      if (isWanted) setWhole(found.ok ? (found.value[0] ?? null) : null);
    });
    return () => {
      isWanted = false;
    };
  }, [client, kind, standing]);
  if (standing === undefined) return null;
  return whole?.id === standing.id || whole === null ? whole : undefined;
}

/** Instant of the last save of this session, for the quiet "Saved" in the corner; null before the first. */
export function useLastSavedAt(): number | null {
  const client = useVault();
  return useSyncExternalStore(client.subscribeState, client.lastSavedAt);
}

export function useVaultCare(): VaultCare {
  return useVault().care;
}

const viewNotes = new WeakMap<VaultClient, ViewNotes>();

function viewNotesOf(client: VaultClient): ViewNotes {
  const known = viewNotes.get(client);
  if (known !== undefined) return known;
  const made = createViewNotes(client.care.note, clock.now);
  client.clearOnLock(made.clear);
  viewNotes.set(client, made);
  return made;
}

/** The page shows this record: the log says so. Undefined while it is not there. */
export function useViewNote(kind: KindName, id: RecordId | undefined): void {
  const client = useVault();
  useEffect(() => {
    if (id !== undefined) viewNotesOf(client).seen(kind, id);
  }, [client, kind, id]);
}
