/**
 * Up to 512 outlines under one seal: what the page's lists are made of. Bound to the root of the manifest that they were
 * made from, to how many segments there are, and to the versions of all kinds, so that they open as a whole or not at
 * all. Each names its records and revisions: after unlocking they are held against the manifest.
 */
import type { RecordId } from '@shared/kernel/ids';
import { asciiBytes, concatBytes, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';
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
  readonly heads: readonly OutlineHead[];
  /** UTF-8 of a JSON array, in the order of the heads. A view into a buffer of its own. */
  readonly json: Uint8Array<ArrayBuffer>;
}

const rowBytes = format.recordIdBytes + 8;

export function sealOutlineSegment(
  sodium: Sodium,
  cacheKey: Uint8Array,
  place: OutlinePlace,
  { heads, json }: { readonly heads: readonly OutlineHead[]; readonly json: Uint8Array },
): Uint8Array {
  const plain = writeFields(4 + heads.length * rowBytes + json.length, (to) => {
    to.uint(heads.length, 4);
    for (const { recordId, revision } of heads) {
      to.id(recordId);
      to.uint(revision, 8);
    }
    to.bytes(json);
  });
  const nonce = sodium.randomBytes(format.nonceBytes);
  const sealed = sodium.seal(plain, associatedData(place), nonce, cacheKey);
  sodium.wipe(plain);
  // How many there are stands in front: a reader needs it to open the first.
  return concatBytes(uintBytes(place.segments, 4), nonce, sealed);
}

/** Null when it is not ours or not of this place. */
export function openOutlineSegment(
  sodium: Sodium,
  cacheKey: Uint8Array,
  place: Omit<OutlinePlace, 'segments'>,
  bytes: Uint8Array,
): (OutlineSegment & { readonly segments: number }) | null {
  const sealedAt = 4 + format.nonceBytes;
  if (bytes.length < sealedAt + format.tagBytes) return null;
  const segments = readFields(bytes.subarray(0, 4)).uint(4) ?? 0;
  const nonce = bytes.subarray(4, sealedAt);
  const data = associatedData({ ...place, segments });
  const plain = sodium.open(bytes.subarray(sealedAt), data, nonce, cacheKey);
  if (plain === null) return null;
  const reader = readFields(plain);
  const count = reader.uint(4) ?? 0;
  const heads: OutlineHead[] = [];
  for (let index = 0; index < count; index += 1) {
    const recordId = reader.id();
    const revision = reader.uint(8);
    if (recordId === null || revision === null) return null;
    heads.push({ recordId, revision });
  }
  return { segments, heads, json: plain.subarray(plain.length - reader.left()) as Uint8Array<ArrayBuffer> };
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
