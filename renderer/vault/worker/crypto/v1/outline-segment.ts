/**
 * Up to 512 outlines under one seal: what the page's lists are made of. Bound to the root of the manifest that they were
 * made from, to how many segments there are, and to the versions of all kinds, so that they open as a whole or not at
 * all. Each names its records and revisions: after unlocking they are held against the manifest.
 */
import type { RecordId } from '@shared/kernel/ids';
import { asciiBytes, concatBytes, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { SegmentSeal } from '../segment-seal';
import { readFields, writeFields } from './fields';

export interface OutlinePlace {
  readonly vaultId: Uint8Array;
  /** Of the checkpoint's manifest. */
  readonly root: Uint8Array;
  /** 32 bytes over the versions of all kinds: see `kindsHash`. */
  readonly kinds: Uint8Array;
  readonly segment: number;
  readonly segments: number;
}

export interface OutlineHead {
  readonly recordId: RecordId;
  readonly revision: number;
}

export interface OutlineSegment {
  /** Read when they are asked for: that is after the page has the rest. Null when the bytes are not whole heads. */
  readonly heads: () => readonly OutlineHead[] | null;
  /** UTF-8 of a JSON array, in the order of the heads. A view into a buffer of its own. */
  readonly json: Uint8Array<ArrayBuffer>;
}

const rowBytes = format.recordIdBytes + 8;

export async function sealOutlineSegment(
  seal: SegmentSeal,
  cacheKey: Uint8Array,
  place: OutlinePlace,
  { heads, json }: { readonly heads: readonly OutlineHead[]; readonly json: Uint8Array },
): Promise<Uint8Array> {
  const plain = writeFields(4 + heads.length * rowBytes + json.length, (to) => {
    to.uint(heads.length, 4);
    for (const { recordId, revision } of heads) {
      to.id(recordId);
      to.uint(revision, 8);
    }
    to.bytes(json);
  });
  const sealed = await seal.seal(plain, associatedData(place), cacheKey);
  plain.fill(0);
  // How many there are stands in front: a reader needs it to open the first.
  return concatBytes(uintBytes(place.segments, 4), sealed);
}

/** Null when it is not ours or not of this place. */
export async function openOutlineSegment(
  seal: SegmentSeal,
  cacheKey: Uint8Array,
  place: Omit<OutlinePlace, 'segments'>,
  bytes: Uint8Array,
): Promise<(OutlineSegment & { readonly segments: number }) | null> {
  const segments = bytes.length < 4 ? 0 : (readFields(bytes.subarray(0, 4)).uint(4) ?? 0);
  const plain = await seal.open(bytes.subarray(4), associatedData({ ...place, segments }), cacheKey);
  const count = plain === null ? null : readFields(plain).uint(4);
  if (plain === null || count === null || 4 + count * rowBytes > plain.length) return null;
  const headsEnd = 4 + count * rowBytes;
  // A copy: the page takes the buffer that the text lies in.
  const heads = plain.slice(4, headsEnd);
  return {
    segments,
    heads: () => readHeads(heads),
    json: plain.subarray(headsEnd) as Uint8Array<ArrayBuffer>,
  };
}

function readHeads(bytes: Uint8Array): readonly OutlineHead[] | null {
  const reader = readFields(bytes);
  const heads: OutlineHead[] = [];
  while (reader.left() > 0) {
    const recordId = reader.id();
    const revision = reader.uint(8);
    if (recordId === null || revision === null) return null;
    heads.push({ recordId, revision });
  }
  return heads;
}

function associatedData(place: OutlinePlace): Uint8Array {
  return concatBytes(
    asciiBytes(format.context.outline),
    place.vaultId,
    place.root,
    place.kinds,
    uintBytes(place.segment, 4),
    uintBytes(place.segments, 4),
  );
}
