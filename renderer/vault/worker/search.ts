/** Search in an open vault: the index grows in the background, in short slices, and stands back while anything else is done. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import type { VaultError } from '@shared/vault/errors';
import type { SearchAnswer, SearchFilter } from '@shared/vault/vault-api';
import type { Contents } from './contents';
import { SearchIndex } from './search-index';

interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  readonly filter?: SearchFilter | undefined;
}

export interface VaultSearch {
  /** Everything anew: after unlocking, and so that no word of what was erased stays in memory. */
  begin(contents: Pick<Contents, 'manifest' | 'bodies'>): void;
  changed(ids: readonly RecordId[]): void;
  find(request: SearchRequest): Result<SearchAnswer, VaultError>;
  /** Something else begins in the vault: nothing is indexed until as many `release`s have come. */
  hold(): void;
  release(): void;
  end(): void;
}

/** The first screen comes first. */
const startMs = 300;
/** Several calls mostly follow each other, and each of them goes back and forth between worker and main. */
const quietMs = 30;
const sliceMs = 5;

/** A stopwatch, no clock: it says nothing of the day. */
const now = (): number => performance.now();

export function createVaultSearch(): VaultSearch {
  let index: SearchIndex | null = null;
  /** Not looked at before the first slice: unlocking does not wait for it. */
  let unread: ReadonlyMap<RecordId, Uint8Array> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let holds = 0;
  /** From here on, by the stopwatch, there may be a slice. */
  let quietUntil = 0;

  const begun = (): SearchIndex | null => {
    if (unread !== null) index?.begin(unread.keys());
    unread = null;
    return index;
  };
  const goOnIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(goOn, ms);
  };
  const goOn = (): void => {
    timer = undefined;
    // The last release asks again.
    if (holds > 0) return;
    const wait = quietUntil - now();
    if (wait > 0) goOnIn(wait);
    else if (begun()?.build(now() + sliceMs) === false) goOnIn(0);
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
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
    find: ({ text, limit, filter }) => {
      const current = begun();
      return current === null ? locked : ok(current.search(text, limit, filter));
    },
    hold: () => {
      holds += 1;
    },
    release: () => {
      holds -= 1;
      quietUntil = now() + quietMs;
      if (holds === 0 && timer === undefined && index !== null) goOnIn(quietMs);
    },
    end,
  };
}

const locked = err({ tag: 'VaultLocked' } as const);
