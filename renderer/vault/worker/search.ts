/** Search in an open vault: the index grows in the background, in slices so short that a save hardly waits for one. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import type { VaultError } from '@shared/vault/errors';
import type { SearchAnswer } from '@shared/vault/vault-api';
import type { Contents } from './contents';
import { SearchIndex } from './search-index';

export interface VaultSearch {
  /** Everything anew: after unlocking, and so that no word of what was erased stays in memory. */
  begin(contents: Pick<Contents, 'manifest' | 'bodies'>): void;
  changed(ids: readonly RecordId[]): void;
  find(request: { readonly text: string; readonly limit: number }): Result<SearchAnswer, VaultError>;
  end(): void;
}

/** The first screen comes first. */
const startMs = 300;
const sliceMs = 5;

/** A stopwatch, no clock: it says nothing of the day. */
const now = (): number => performance.now();

export function createVaultSearch(): VaultSearch {
  let index: SearchIndex | null = null;
  /** Not looked at before the first slice: unlocking does not wait for it. */
  let unread: ReadonlyMap<RecordId, Uint8Array> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const begun = (): SearchIndex | null => {
    if (unread !== null) index?.begin(unread.keys());
    unread = null;
    return index;
  };
  const goOnIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (begun()?.build(now() + sliceMs) === false) goOnIn(0);
    }, ms);
  };
  const end = (): void => {
    clearTimeout(timer);
    index?.wipe();
    index = null;
    unread = null;
  };

  return {
    begin: ({ manifest, bodies }) => {
      end();
      index = new SearchIndex({
        now,
        docOf: (id) => {
          const entry = manifest.get(id);
          const body = bodies.get(id);
          if (entry === undefined || body === undefined) return null;
          return { tableId: entry.tableId, schema: entry.schema, savedAt: entry.savedAt, body };
        },
      });
      unread = bodies;
      goOnIn(startMs);
    },
    changed: (ids) => {
      if (unread !== null || index === null) return;
      index.changed(ids);
      goOnIn(0);
    },
    find: ({ text, limit }) => {
      const current = begun();
      return current === null ? locked : ok(current.search(text, limit));
    },
    end,
  };
}

const locked = err({ tag: 'VaultLocked' } as const);
