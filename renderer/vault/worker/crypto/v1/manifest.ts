/**
 * What every record stands at, and one keyed hash over it all. A record that is missing, older, swapped or altered
 * anywhere makes another root. 256 buckets by the id's first byte, so that a save hashes one of them again.
 */
import { type RecordId } from '@shared/kernel/ids';
import { asciiBytes, concatBytes, joinBytes, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';
import { firstByteOf, readFields, writeFields, type FieldWriter } from './fields';
import type { FrameOp } from './frame';

export interface ManifestEntry {
  readonly type: 'put' | 'remove' | 'purge';
  readonly tableId: number;
  readonly recordId: RecordId;
  readonly revision: number;
  readonly schema: number;
  readonly savedAt: number;
  /** Of the envelope; zeros where there is none. */
  readonly hash: Uint8Array;
}

export interface Manifest {
  set(entry: ManifestEntry): void;
  get(id: RecordId): ManifestEntry | undefined;
  delete(id: RecordId): void;
  /** In the order of their ids. */
  entries(): Iterable<ManifestEntry>;
  /** Removed and purged ones too. */
  readonly size: number;
  liveCount(): number;
  root(): Uint8Array;
}

export const entryBytes = 1 + 2 + format.recordIdBytes + 8 + 2 + 8 + format.manifestHashBytes;
const entryNumbers = { put: 1, remove: 2, purge: 5 } as const;
const noHash = new Uint8Array(format.manifestHashBytes);

/** `op` is a put, a remove or a purge: nothing else stands in the manifest. */
export function entryOf(sodium: Sodium, op: FrameOp): ManifestEntry {
  const { type, tableId, recordId, revision, schema, savedAt } = op;
  if (type !== 'put' && type !== 'remove' && type !== 'purge') throw new Error('Not about a record');
  const hash = type === 'put' ? sodium.hash(format.manifestHashBytes, op.envelope) : noHash;
  return { type, tableId, recordId, revision, schema, savedAt, hash };
}

export function encodeEntries(entries: readonly ManifestEntry[]): Uint8Array {
  return writeFields(entries.length * entryBytes, (to) => {
    for (const entry of entries) writeEntry(to, entry);
  });
}

/** Null when they are not whole entries. The hashes are views. */
export function decodeEntries(bytes: Uint8Array): readonly ManifestEntry[] | null {
  const reader = readFields(bytes);
  const entries: ManifestEntry[] = [];
  while (reader.left() > 0) {
    const type = entryTypeOf(reader.uint(1));
    const tableId = reader.uint(2);
    const recordId = reader.id();
    const revision = reader.uint(8);
    const schema = reader.uint(2);
    const savedAt = reader.uint(8);
    const hash = reader.take(format.manifestHashBytes);
    if (type === null || tableId === null || recordId === null || revision === null) return null;
    if (schema === null || savedAt === null || hash === null) return null;
    entries.push({ type, tableId, recordId, revision, schema, savedAt, hash });
  }
  return entries;
}

export interface ManifestKeys {
  readonly vaultId: Uint8Array;
  readonly manifestKey: Uint8Array;
}

export function createManifest(sodium: Sodium, keys: ManifestKeys): Manifest {
  return manifestFrom(
    sodium,
    keys,
    Array.from({ length: format.buckets }, () => null),
  );
}

/**
 * Of a checkpoint's catalogue, in its order: each id higher than the one before. Null when that is not so or when the
 * bytes are not whole entries. The root is made of the bytes as they are; a bucket's entries are read when one of them
 * is asked for.
 */
export function manifestOf(
  sodium: Sodium,
  keys: ManifestKeys,
  catalogue: readonly Uint8Array[],
): Manifest | null {
  const bytes = catalogue.length === 1 && catalogue[0] !== undefined ? catalogue[0] : joinBytes(catalogue);
  if (bytes.length % entryBytes !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = new Uint32Array(format.buckets);
  let bucket = -1;
  for (let at = 0; at < bytes.length; at += entryBytes) {
    if (!isEntryAt(view, at) || (at > 0 && !isIdHigher(view, at))) return null;
    bucket = view.getUint8(at + idAt);
    ends[bucket] = at + entryBytes;
  }
  let from = 0;
  const unread = Array.from(ends, (end) => {
    if (end === 0) return null;
    const slice = bytes.subarray(from, end);
    from = end;
    return slice;
  });
  return manifestFrom(sodium, keys, unread);
}

const idAt = 1 + 2;

function isEntryAt(view: DataView, at: number): boolean {
  if (entryTypeOf(view.getUint8(at)) === null) return false;
  const revisionAt = at + idAt + format.recordIdBytes;
  const savedAtAt = revisionAt + 8 + 2;
  return view.getUint32(revisionAt) < 2 ** 21 && view.getUint32(savedAtAt) < 2 ** 21;
}

/** Than the one of the entry before. */
function isIdHigher(view: DataView, at: number): boolean {
  for (let index = 0; index < format.recordIdBytes; index += 4) {
    const mine = view.getUint32(at + idAt + index);
    const before = view.getUint32(at - entryBytes + idAt + index);
    if (mine !== before) return mine > before;
  }
  return false;
}

/** `unread`: the bytes of each bucket's entries, in order; null where there are none. */
function manifestFrom(
  sodium: Sodium,
  { vaultId, manifestKey }: ManifestKeys,
  unread: (Uint8Array | null)[],
): Manifest {
  const buckets = unread.map(() => new Map<RecordId, ManifestEntry>());
  const bucketHashes = new Uint8Array(format.buckets * format.manifestHashBytes);
  const dirty = new Set<number>(buckets.keys());
  const sorted: (readonly ManifestEntry[] | null)[] = buckets.map(() => null);
  const bucketContext = concatBytes(asciiBytes(format.context.bucket), vaultId);
  const rootContext = concatBytes(asciiBytes(format.context.root), vaultId);
  let size = 0;
  let live = 0;
  for (const bytes of unread) {
    for (let at = 0; at < (bytes?.length ?? 0); at += entryBytes) {
      size += 1;
      if (bytes?.[at] === entryNumbers.put) live += 1;
    }
  }
  let root: Uint8Array | null = null;

  const bucketOf = (number: number): Map<RecordId, ManifestEntry> => {
    const bucket = buckets[number];
    if (bucket === undefined) throw new Error('Not a record id');
    const bytes = unread[number] ?? null;
    if (bytes === null) return bucket;
    const entries = decodeEntries(bytes) ?? [];
    for (const entry of entries) bucket.set(entry.recordId, entry);
    sorted[number] = entries;
    unread[number] = null;
    return bucket;
  };
  const sortedIn = (number: number): readonly ManifestEntry[] => {
    const bucket = bucketOf(number);
    return (sorted[number] ??= [...bucket.values()].sort((left, right) =>
      left.recordId < right.recordId ? -1 : 1,
    ));
  };
  const changed = (number: number): void => {
    dirty.add(number);
    sorted[number] = null;
    root = null;
  };
  const count = (entry: ManifestEntry | undefined, step: 1 | -1): void => {
    if (entry === undefined) return;
    size += step;
    if (entry.type === 'put') live += step;
  };

  return {
    set: (entry) => {
      const number = firstByteOf(entry.recordId);
      const bucket = bucketOf(number);
      count(bucket.get(entry.recordId), -1);
      count(entry, 1);
      bucket.set(entry.recordId, entry);
      changed(number);
    },
    get: (id) => bucketOf(firstByteOf(id)).get(id),
    delete: (id) => {
      const number = firstByteOf(id);
      count(bucketOf(number).get(id), -1);
      if (bucketOf(number).delete(id)) changed(number);
    },
    entries: function* () {
      for (const number of buckets.keys()) yield* sortedIn(number);
    },
    get size() {
      return size;
    },
    liveCount: () => live,
    root: () => {
      if (root !== null) return root;
      for (const number of dirty) {
        const message = joinBytes([
          bucketContext,
          uintBytes(number, 1),
          unread[number] ?? encodeEntries(sortedIn(number)),
        ]);
        const hash = sodium.keyedHash(format.manifestHashBytes, message, manifestKey);
        bucketHashes.set(hash, number * format.manifestHashBytes);
      }
      dirty.clear();
      root = sodium.keyedHash(format.manifestHashBytes, concatBytes(rootContext, bucketHashes), manifestKey);
      return root;
    },
  };
}

function writeEntry(to: FieldWriter, entry: ManifestEntry): void {
  to.uint(entryNumbers[entry.type], 1);
  to.uint(entry.tableId, 2);
  to.id(entry.recordId);
  to.uint(entry.revision, 8);
  to.uint(entry.schema, 2);
  to.uint(entry.savedAt, 8);
  to.bytes(entry.hash);
}

function entryTypeOf(number: number | null): ManifestEntry['type'] | null {
  switch (number) {
    case entryNumbers.put:
      return 'put';
    case entryNumbers.remove:
      return 'remove';
    case entryNumbers.purge:
      return 'purge';
    default:
      return null;
  }
}
