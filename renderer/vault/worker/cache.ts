/**
 * The cache in IndexedDB: everything as of the newest checkpoint in sealed segments, and a row for each record saved
 * or removed since. Every piece is checked against the manifest; what does not fit is never used and is replaced.
 */
import { recordIdFromBytes, recordIdToBytes, type RecordId } from '@shared/kernel/ids';
import { areBytesEqual } from '@shared/vault/bytes';
import type { Contents } from './contents';
import type { SegmentSeal } from './crypto/segment-seal';
import type { Sodium } from './crypto/sodium';
import { openCacheRow, sealCacheRow } from './crypto/v1/cache-row';
import { openCacheSegment, sealCacheSegment, type CacheSegmentRow } from './crypto/v1/cache-segment';
import type { FrameOp } from './crypto/v1/frame';
import { entryOf, type ManifestEntry } from './crypto/v1/manifest';
import { outlineSegmentsOf } from './outlines';
import type { SealedRow, SealedSegment, SealedStoreDep } from './store/sealed-store';

export interface CacheDep {
  readonly sodium: Sodium;
  readonly segmentSeal: SegmentSeal;
  readonly store: SealedStoreDep;
}

export interface CachePlace {
  readonly vaultId: Uint8Array;
  readonly cacheKey: Uint8Array;
  /** Number of the newest checkpoint, 0 without one. */
  readonly checkpoint: number;
  /** Of that checkpoint's manifest; null without one. */
  readonly root: Uint8Array | null;
}

/** The last operation on each record since the checkpoint. */
export type Tail = Map<RecordId, FrameOp>;

export interface CacheFound {
  readonly wasEmpty: boolean;
  /** Rows that hold a later revision than the journal: saved, and lost to the journal's end by damage. */
  readonly later: readonly FrameOp[];
  /** What puts the rows right, and how many of those were really wrong. */
  readonly puts: readonly SealedRow[];
  readonly removes: readonly Uint8Array[];
  readonly wrongRows: number;
  /** Ids whose row or segment was not as it should be. */
  readonly wrongIds: readonly RecordId[];
  readonly brokenSegments: number;
}

const segmentRecords = 256;

/** Takes the bodies that fit the manifest into `contents`. A cache that cannot be read is deleted and made anew. */
export async function readCache(
  { sodium, segmentSeal, store }: CacheDep,
  place: CachePlace,
  contents: Pick<Contents, 'manifest' | 'bodies'>,
  tail: Tail,
): Promise<CacheFound> {
  // Asked for first, read beside the segments.
  const firstRead = store.readAll();
  let segments = 0;
  let brokenSegments = 0;
  if (place.checkpoint > 0) {
    await store.readSegments('bodies', async ({ number, bytes }) => {
      segments += 1;
      const where = { vaultId: place.vaultId, checkpoint: place.checkpoint, segment: number };
      const opened = await openCacheSegment(segmentSeal, place.cacheKey, where, bytes);
      if (opened === null) brokenSegments += 1;
      else takeSegment(contents, opened);
    });
  }
  let read = await firstRead;
  if (!read.ok) {
    await store.reset();
    read = await store.readAll();
  }
  const rows = read.ok ? read.value : [];
  // After a checkpoint that nothing was saved behind, there are segments and no rows.
  const wasEmpty = rows.length === 0 && segments === 0;
  return { ...compareRows(sodium, place, contents, tail, rows), wasEmpty, brokenSegments };
}

function takeSegment(
  { manifest, bodies }: Pick<Contents, 'manifest' | 'bodies'>,
  rows: readonly CacheSegmentRow[],
): void {
  for (const row of rows) {
    const entry = manifest.get(row.recordId);
    if (entry?.type !== 'put' || entry.revision !== row.revision) continue;
    if (areBytesEqual(entry.hash, row.hash)) bodies.set(row.recordId, row.json);
  }
}

function compareRows(
  sodium: Sodium,
  place: CachePlace,
  contents: Pick<Contents, 'manifest'>,
  tail: Tail,
  rows: readonly SealedRow[],
): Omit<CacheFound, 'wasEmpty' | 'brokenSegments'> {
  const byId = new Map<RecordId, Uint8Array>();
  const removes: Uint8Array[] = [];
  const later: FrameOp[] = [];
  const wrongIds: RecordId[] = [];
  for (const row of rows) {
    if (row.id.length === 16) byId.set(recordIdFromBytes(row.id), row.envelope);
    else removes.push(row.id);
  }
  for (const [id, bytes] of byId) {
    const standing = contents.manifest.get(id);
    const opened = openCacheRow(sodium, place.cacheKey, place.vaultId, id, bytes);
    if (opened !== null && opened.entry.revision > (standing?.revision ?? 0)) {
      const op = laterOp(sodium, opened.entry, opened.envelope);
      if (op !== null) {
        later.push(op);
        continue;
      }
    }
    if (tail.has(id)) continue;
    removes.push(recordIdToBytes(id));
    // A row that the checkpoint has taken over since is only left over, not wrong.
    const isLeftOver = opened !== null && standing?.revision === opened.entry.revision;
    if (!isLeftOver) wrongIds.push(id);
  }
  const puts: SealedRow[] = [];
  const laterIds = new Set(later.map((op) => op.recordId));
  for (const [id, op] of tail) {
    if (laterIds.has(id)) continue;
    const bytes = byId.get(id);
    const opened =
      bytes === undefined ? null : openCacheRow(sodium, place.cacheKey, place.vaultId, id, bytes);
    const fits =
      opened?.entry.revision === op.revision &&
      opened.entry.type === op.type &&
      areBytesEqual(opened.envelope, op.envelope);
    if (fits) continue;
    puts.push(rowOf(sodium, place, op));
    // In a cache that was lost whole, a removal is nothing that a person could miss.
    if (op.type === 'put' || rows.length > 0) wrongIds.push(id);
  }
  return {
    later,
    puts,
    removes,
    wrongRows: wrongIds.length + removes.filter((id) => id.length !== 16).length,
    wrongIds,
  };
}

/** The operation that the row is a copy of, when its envelope is the one that the entry names. */
function laterOp(sodium: Sodium, entry: ManifestEntry, envelope: Uint8Array): FrameOp | null {
  const { type, tableId, recordId, revision, schema, savedAt } = entry;
  const op: FrameOp = { type, tableId, recordId, revision, schema, savedAt, envelope };
  return areBytesEqual(entryOf(sodium, op).hash, entry.hash) ? op : null;
}

export function rowOf(sodium: Sodium, place: CachePlace, op: FrameOp): SealedRow {
  return {
    id: recordIdToBytes(op.recordId),
    envelope: sealCacheRow(sodium, place.cacheKey, place.vaultId, entryOf(sodium, op), op.envelope),
  };
}

/** Told in the report; a failure only means that the next unlock finds the same again. */
export async function repairRows(store: SealedStoreDep, found: CacheFound): Promise<void> {
  if (found.puts.length + found.removes.length === 0) return;
  const applied = await store.apply(found.puts, found.removes);
  if (applied.ok) return;
  await store.reset();
  await store.apply(found.puts, []);
}

/** The rows of a commit. When it fails the records are saved all the same, and the next unlock puts it right. */
export async function putRows(
  { sodium, store }: CacheDep,
  place: CachePlace,
  ops: readonly FrameOp[],
): Promise<void> {
  const last = new Map(ops.map((op) => [op.recordId, op]));
  await store.apply(
    [...last.values()].map((op) => rowOf(sodium, place, op)),
    [],
  );
}

/** Everything anew, as of `place.checkpoint`; `tail` holds what was saved since. */
export async function rebuildCache(
  { sodium, segmentSeal, store }: CacheDep,
  place: CachePlace,
  contents: Contents,
  tail: Tail,
  isEnded: () => boolean,
): Promise<boolean> {
  const rows = [...tail.values()].map((op) => rowOf(sodium, place, op));
  const { root } = place;
  const segments =
    root === null
      ? { bodies: [], outlines: [] }
      : {
          // First, and short: they are what the next unlock shows first.
          outlines: outlineSegmentsOf({ sodium, segmentSeal }, { ...place, root }, contents, isEnded),
          bodies: segmentsOf(segmentSeal, place, contents, isEnded),
        };
  const rebuilt = await store.rebuild(segments, rows);
  return rebuilt.ok;
}

/** The outlines alone. `place` has a checkpoint. */
export async function rebuildOutlines(
  { sodium, segmentSeal, store }: CacheDep,
  { root, ...place }: CachePlace,
  contents: Contents,
  isEnded: () => boolean,
): Promise<boolean> {
  if (root === null) return true;
  const rebuilt = await store.rebuildOutlines(
    outlineSegmentsOf({ sodium, segmentSeal }, { ...place, root }, contents, isEnded),
  );
  return rebuilt.ok;
}

/** Kinds one behind the other, so that a kind's records lie together. */
async function* segmentsOf(
  segmentSeal: SegmentSeal,
  place: CachePlace,
  contents: Contents,
  isEnded: () => boolean,
): AsyncGenerator<SealedSegment> {
  const entries = [...contents.manifest.entries()].filter((entry) => contents.bodies.has(entry.recordId));
  entries.sort((a, b) => a.tableId - b.tableId || (a.recordId < b.recordId ? -1 : 1));
  for (let start = 0, number = 1; start < entries.length; start += segmentRecords, number += 1) {
    // After a lock the cache key is zeros.
    if (isEnded()) return;
    const rows = entries.slice(start, start + segmentRecords).flatMap((entry): CacheSegmentRow[] => {
      const json = contents.bodies.get(entry.recordId);
      return json === undefined ? [] : [{ ...entry, json }];
    });
    const bytes = await sealCacheSegment(
      segmentSeal,
      place.cacheKey,
      { vaultId: place.vaultId, checkpoint: place.checkpoint, segment: number },
      rows,
    );
    yield { number, bytes };
  }
}
