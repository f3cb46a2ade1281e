/**
 * What can still be had of a frame that did not stay whole. Its length, number, link and hash can be put back: the
 * seal then proves the rest. Where the seal itself does not fit any more, the records inside are looked for one by
 * one; each has a seal of its own.
 */
import type { RecordId } from '@shared/kernel/ids';
import { asciiBytes, concatBytes, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { readFields } from '../../renderer/vault/worker/crypto/v1/fields';
import {
  minFrameBytes,
  openFrameAlone,
  type FrameContext,
  type FrameOp,
} from '../../renderer/vault/worker/crypto/v1/frame';
import { unsealRaw } from './raw-cipher';
import { placesOf } from './scan';

export interface RunKeys {
  readonly sodium: Sodium;
  readonly vaultId: Uint8Array;
  readonly journalKey: Uint8Array;
  readonly context: FrameContext;
  /** As in the seal: the checkpoint's number, 1 in the journal. */
  readonly segment: number;
}

/** What the neighbours say that a frame's number and link should be. */
export interface Expected {
  readonly seq: number | null;
  readonly prevHash: Uint8Array | null;
}

export interface Mended {
  readonly frame: Uint8Array;
  readonly seq: number;
  readonly prevHash: Uint8Array;
  readonly ops: readonly FrameOp[];
}

const seqAt = 4;
const prevHashAt = seqAt + 8;
const nonceAt = prevHashAt + format.chainHashBytes;
const ciphertextAt = nonceAt + format.nonceBytes;

/** Null when no way of putting its clear part right makes the seal fit. */
export function mendFrame(keys: RunKeys, bytes: Uint8Array, expected: Expected): Mended | null {
  if (bytes.length < minFrameBytes) return null;
  const ownSeq = readFields(bytes.subarray(seqAt, prevHashAt)).uint(8);
  const ownHash = bytes.subarray(prevHashAt, nonceAt);
  const seqs = [...new Set([ownSeq, expected.seq])].filter((seq) => seq !== null);
  const hashes = expected.prevHash === null ? [ownHash] : [ownHash, expected.prevHash];
  for (const seq of seqs) {
    for (const prevHash of hashes) {
      const body = concatBytes(
        uintBytes(bytes.length, 4),
        uintBytes(seq, 8),
        prevHash,
        bytes.subarray(nonceAt, bytes.length - format.frameHashBytes),
      );
      const frame = concatBytes(body, keys.sodium.hash(format.frameHashBytes, body));
      const opened = openFrameAlone(
        keys.sodium,
        keys.journalKey,
        keys.vaultId,
        frame,
        keys.context,
        keys.segment,
      );
      if (opened.ok) return { frame, seq, prevHash: prevHash.slice(), ops: opened.value };
    }
  }
  return null;
}

/** Where frames seem to begin in a damaged stretch: by the number of the next one, else by their own length. */
export function* damagedFrames(
  bytes: Uint8Array,
  firstSeq: number | null,
): Generator<{ readonly at: number; readonly end: number; readonly seq: number | null }> {
  let seq = firstSeq;
  for (let at = 0; at < bytes.length;) {
    const own = readFields(bytes.subarray(at)).uint(4) ?? 0;
    const next = seq === null ? undefined : placesOf(bytes.subarray(at + 1), uintBytes(seq + 1, 8))[0];
    const byNext = next === undefined ? 0 : at + 1 + next - seqAt;
    const isOwn = own >= minFrameBytes && at + own <= bytes.length;
    const end = byNext >= at + minFrameBytes ? byNext : isOwn ? at + own : bytes.length;
    yield { at, end, seq };
    at = end;
    seq = seq === null ? null : seq + 1;
  }
}

export interface Carved {
  /** As the damaged frame has it: only the record's own seal says whether it is right. */
  readonly place: Pick<FrameOp, 'tableId' | 'recordId' | 'revision' | 'schema' | 'savedAt'>;
  /** It may end in one of these ways. */
  readonly envelopes: readonly Uint8Array[];
}

const opHeadBytes = 1 + 2 + format.recordIdBytes + 8 + 2 + 8 + 4;
const envelopeStart = concatBytes(asciiBytes(format.envelopeMagic), uintBytes(format.algXChaCha, 1));

/** Looks for sealed records in a frame whose own seal does not fit, or of which only a part is there. */
export function carveFrame(keys: RunKeys, bytes: Uint8Array): readonly Carved[] {
  if (bytes.length <= ciphertextAt) return [];
  const nonce = bytes.subarray(nonceAt, ciphertextAt);
  const plain = unsealRaw(keys.journalKey, nonce, bytes.subarray(ciphertextAt));
  const starts = placesOf(plain, envelopeStart).filter((at) => at >= opHeadBytes);
  return starts.flatMap((at, index): Carved[] => {
    const head = readFields(plain.subarray(at - opHeadBytes, at));
    head.uint(1);
    const tableId = head.uint(2);
    const recordId: RecordId | null = head.id();
    const revision = head.uint(8);
    const schema = head.uint(2);
    const savedAt = head.uint(8) ?? 0;
    const length = head.uint(4) ?? 0;
    if (tableId === null || recordId === null || revision === null || schema === null) return [];
    const following = starts[index + 1];
    const byNext = following === undefined ? 0 : following - opHeadBytes;
    const ends = [at + length, byNext].filter((end) => end > at && end <= plain.length);
    const envelopes = [...new Set(ends)].map((end) => plain.slice(at, end));
    return [{ place: { tableId, recordId, revision, schema, savedAt }, envelopes }];
  });
}
