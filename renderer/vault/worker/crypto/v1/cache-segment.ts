/**
 * Up to 256 records' bodies under one seal: what unlock reads instead of 256 envelopes. Each row says which version it
 * is of; the manifest says whether that is the one that stands.
 */
import type { RecordId } from '@shared/kernel/ids';
import { asciiBytes, concatBytes, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { SegmentSeal } from '../segment-seal';
import { readFields, writeFields } from './fields';

export interface CacheSegmentPlace {
  readonly vaultId: Uint8Array;
  /** Number of the checkpoint that it was made of. */
  readonly checkpoint: number;
  readonly segment: number;
}

export interface CacheSegmentRow {
  readonly tableId: number;
  readonly recordId: RecordId;
  readonly revision: number;
  readonly schema: number;
  readonly savedAt: number;
  /** Of the envelope that `json` came out of. */
  readonly hash: Uint8Array;
  readonly json: Uint8Array;
}

const rowHeadBytes = 2 + format.recordIdBytes + 8 + 2 + 8 + format.manifestHashBytes + 4;

export async function sealCacheSegment(
  seal: SegmentSeal,
  cacheKey: Uint8Array,
  place: CacheSegmentPlace,
  rows: readonly CacheSegmentRow[],
): Promise<Uint8Array> {
  const length = rows.reduce((total, row) => total + rowHeadBytes + row.json.length, 4);
  const plain = writeFields(length, (to) => {
    to.uint(rows.length, 4);
    for (const row of rows) {
      to.uint(row.tableId, 2);
      to.id(row.recordId);
      to.uint(row.revision, 8);
      to.uint(row.schema, 2);
      to.uint(row.savedAt, 8);
      to.bytes(row.hash);
      to.uint(row.json.length, 4);
      to.bytes(row.json);
    }
  });
  const sealed = await seal.seal(plain, segmentAssociatedData(place), cacheKey);
  plain.fill(0);
  return sealed;
}

/** Null when it is not ours or not of this place. Hashes and bodies are views into one buffer. */
export async function openCacheSegment(
  seal: SegmentSeal,
  cacheKey: Uint8Array,
  place: CacheSegmentPlace,
  bytes: Uint8Array,
): Promise<readonly CacheSegmentRow[] | null> {
  const plain = await seal.open(bytes, segmentAssociatedData(place), cacheKey);
  if (plain === null) return null;
  const reader = readFields(plain);
  const count = reader.uint(4);
  if (count === null) return null;
  const rows: CacheSegmentRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const tableId = reader.uint(2);
    const recordId = reader.id();
    const revision = reader.uint(8);
    const schema = reader.uint(2);
    const savedAt = reader.uint(8);
    const hash = reader.take(format.manifestHashBytes);
    const length = reader.uint(4);
    const json = length === null ? null : reader.take(length);
    if (tableId === null || recordId === null || revision === null || schema === null) return null;
    if (savedAt === null || hash === null || json === null) return null;
    rows.push({ tableId, recordId, revision, schema, savedAt, hash, json });
  }
  return reader.left() === 0 ? rows : null;
}

function segmentAssociatedData(place: CacheSegmentPlace): Uint8Array {
  return concatBytes(
    asciiBytes(format.context.cache),
    place.vaultId,
    uintBytes(place.checkpoint, 4),
    uintBytes(place.segment, 4),
  );
}
