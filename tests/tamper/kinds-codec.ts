/**
 * Loops over single sealed things, without a vault around them: every bit, every cut, every pair. What opens here
 * would open anywhere; the other kinds then try the whole vault.
 */
import type { Seeded } from '@shared/demo/seeded';
import type { RecordId } from '@shared/kernel/ids';
import { joinBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { must } from '../support/vault-kit';
import { openAnchor } from '../../renderer/vault/worker/crypto/v1/anchor';
import { auditHash, openAudit, sealAudit } from '../../renderer/vault/worker/crypto/v1/audit';
import { openCacheRow, sealCacheRow } from '../../renderer/vault/worker/crypto/v1/cache-row';
import { openEnvelope, type RecordKey } from '../../renderer/vault/worker/crypto/v1/envelope';
import { openFrame, openFrameAlone, type FrameOp } from '../../renderer/vault/worker/crypto/v1/frame';
import { decodeHeader } from '../../renderer/vault/worker/crypto/v1/header';
import { entryOf } from '../../renderer/vault/worker/crypto/v1/manifest';
import { openRing } from '../../renderer/vault/worker/crypto/v1/ring';
import { scanFrames } from '../../renderer/vault/worker/frame-scan';
import { placeOf } from '../../renderer/vault/worker/load';
import { flipBit, framesOf } from './bytes';
import { anchorPath, bytesAt, paths, segmentsIn, type World } from './scene';

/** Null: noticed. Else what went wrong. */
type Try = (index: number, random: Seeded) => Promise<string | null> | string | null;

export interface CodecKind {
  readonly name: string;
  /** How many there are to try; with fewer rounds they are spread over them. */
  readonly size: number;
  readonly attempt: Try;
}

const accepted = (what: string): string => `${what} was accepted`;

function withBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7));
  return flipped;
}

/** Every bit of each of these, one after the other. */
function everyBit(
  name: string,
  things: readonly Uint8Array[],
  opens: (bytes: Uint8Array, index: number) => boolean,
): CodecKind {
  const starts: number[] = [];
  let size = 0;
  for (const bytes of things) {
    starts.push(size);
    size += bytes.length * 8;
  }
  return {
    name,
    size,
    attempt: (index) => {
      const thing = starts.findLastIndex((start) => start <= index);
      const bit = index - starts[thing]!;
      return opens(withBit(things[thing]!, bit), thing) ? accepted(`bit ${String(bit)}`) : null;
    },
  };
}

const envelopes = 20;
const rows = 200;
const logEntries = 5000;
const segmentBytes = 65_536;

export function codecKinds({ vault }: World): readonly CodecKind[] {
  const { sodium, keys, vaultId, base } = vault;
  const { disk } = vault.now;
  const bytes = joinBytes(
    segmentsIn(disk, base.firstSegment).map((number) => bytesAt(disk, paths.segment(number))),
  );
  const frames = framesOf(bytes);
  const checkpoint = framesOf(bytesAt(disk, paths.checkpoint(base.number)));
  const ops = checkpoint
    .flatMap((frame) =>
      must(openFrameAlone(sodium, keys.journalKey, vaultId, frame, 'checkpoint', base.number)),
    )
    .filter((op) => op.type === 'put');
  const ring = must(openRing(sodium, keys.ringKey, vaultId, bytesAt(disk, paths.rings[0])));
  const keyOf = (keyId: Uint8Array): RecordKey['keys'] =>
    keyId.every((byte) => byte === 0)
      ? [keys.recordsKey]
      : (ring.entries.find((entry) => Buffer.compare(entry.keyId, keyId) === 0)?.keys ?? []);
  const opensAs = (op: FrameOp, envelope: Uint8Array): boolean =>
    openEnvelope(sodium, keyOf, placeOf(vaultId, op), envelope).ok;

  const some = ops.slice(0, envelopes);
  const row = (op: FrameOp): Uint8Array =>
    sealCacheRow(sodium, ring.cacheKey, vaultId, entryOf(sodium, op), op.envelope);
  const byId = new Map(ops.map((op) => [op.recordId, op]));
  const many = [...byId.values()].slice(0, rows);
  const sealedRows = many.map(row);

  return [
    everyBit(
      'an envelope: every bit of twenty',
      some.map((op) => op.envelope),
      (envelope, index) => opensAs(some[index]!, envelope),
    ),
    everyBit('header: every bit', [bytesAt(disk, paths.header)], (header) => decodeHeader(sodium, header).ok),
    everyBit(
      'keyring: every bit',
      [bytesAt(disk, paths.rings[0])],
      (sealed) => openRing(sodium, keys.ringKey, vaultId, sealed).ok,
    ),
    everyBit(
      'anchor: every bit',
      [bytesAt(disk, anchorPath(disk))],
      (anchor) => openAnchor(sodium, keys.manifestKey, vaultId, anchor) !== null,
    ),
    {
      name: `cache rows: every ordered swap of ${String(many.length)}`,
      size: many.length * (many.length - 1),
      attempt: (index) => {
        const one = Math.floor(index / (many.length - 1));
        const other = (one + 1 + (index % (many.length - 1))) % many.length;
        const id: RecordId = many[one]!.recordId;
        if (openCacheRow(sodium, ring.cacheKey, vaultId, id, sealedRows[other]!) !== null)
          return accepted(`row ${String(other)} as ${String(one)}`);
        return opensAs(many[one]!, many[other]!.envelope)
          ? accepted(`envelope ${String(other)} as ${String(one)}`)
          : null;
      },
    },
    {
      name: 'journal frames: one bit, half with the hash made anew',
      size: 50_000,
      attempt: (index, random) => {
        const at = random.whole(0, frames.length - 1);
        const frame = frames[at]!;
        const prevHash = frame.subarray(12, 12 + format.chainHashBytes);
        const seq = base.seq + 1 + at;
        const place = { vaultId, seq, prevHash } as const;
        let changed = flipBit(frame, random)!;
        if (index % 2 === 0) {
          const body = flipBit(frame.subarray(0, frame.length - format.frameHashBytes), random)!;
          changed = joinBytes([body, sodium.hash(format.frameHashBytes, body)]);
        }
        const isOpen =
          openFrame(sodium, keys.journalKey, place, changed).ok ||
          openFrameAlone(sodium, keys.journalKey, vaultId, changed).ok;
        return isOpen ? accepted(`frame ${String(seq)}`) : null;
      },
    },
    everyCut(vault),
    ...logKinds(vault.sodium, keys.auditKey, vaultId),
  ];
}

/** Each length of a 64 KiB journal: whole frames are found, the rest is told as torn, and nothing else comes out. */
function everyCut({ sodium, now: { disk } }: World['vault']): CodecKind {
  const bytes = joinBytes(segmentsIn(disk, 1).map((number) => bytesAt(disk, paths.segment(number))));
  const frames = framesOf(bytes);
  const firstSeq = Number(Buffer.from(bytes).readBigUInt64BE(4));
  const size = Math.min(segmentBytes, bytes.length);
  const ends: number[] = [];
  for (const frame of frames) ends.push((ends.at(-1) ?? 0) + frame.length);
  return {
    name: `journal: each cut of its first ${String(size)} bytes`,
    size,
    attempt: async (index) => {
      const cut = bytes.subarray(0, index);
      let found = 0;
      const scanned = await scanFrames(
        sodium,
        (offset, maxBytes) =>
          Promise.resolve({
            ok: true,
            value: { bytes: cut.subarray(offset, offset + maxBytes), end: index },
          }),
        firstSeq,
        () => {
          found += 1;
          return { ok: true, value: undefined };
        },
      );
      const whole = ends.filter((end) => end <= index).length;
      const boundary = whole === 0 ? 0 : ends[whole - 1]!;
      const isTold =
        scanned.ok &&
        scanned.value.end === boundary &&
        scanned.value.tornBytes === index - boundary &&
        scanned.value.damagedFrame === null;
      return isTold && found === whole ? null : `cut at ${String(index)} was not told`;
    },
  };
}

/** A log of 5,000 entries: the entry after a dropped, changed or moved one no longer opens in its place. */
function logKinds(
  sodium: World['vault']['sodium'],
  auditKey: Uint8Array,
  vaultId: Uint8Array,
): readonly CodecKind[] {
  const text = new TextEncoder().encode('{"at":1795510800000,"event":"edit","tableId":3,"count":1}');
  const payloads: Uint8Array[] = [];
  /** `heads[i]`: hash of entry i; entry 0 is none. */
  const heads: Uint8Array[] = [new Uint8Array(format.chainHashBytes)];
  for (let index = 1; index <= logEntries + 2; index += 1) {
    const prev = heads[index - 1]!;
    const payload = sealAudit(sodium, auditKey, vaultId, { index, prev }, text);
    payloads.push(payload);
    heads.push(auditHash(sodium, vaultId, index, prev, payload));
  }
  const payloadOf = (index: number): Uint8Array => payloads[index - 1]!;
  const opens = (index: number, prev: Uint8Array, payload: Uint8Array): boolean =>
    openAudit(sodium, auditKey, vaultId, { index, prev }, payload) !== null;
  return [
    {
      name: 'log: each of 5,000 entries dropped',
      size: logEntries,
      // Entry i + 1 now stands behind entry i - 1: with its own number, or renumbered.
      attempt: (at) => {
        const index = at + 1;
        const next = payloadOf(index + 1);
        return opens(index + 1, heads[index - 1]!, next) || opens(index, heads[index - 1]!, next)
          ? accepted(`the log without entry ${String(index)}`)
          : null;
      },
    },
    {
      name: 'log: each of 5,000 entries changed',
      size: logEntries,
      attempt: (at, random) => {
        const index = at + 1;
        const changed = flipBit(payloadOf(index), random)!;
        const head = auditHash(sodium, vaultId, index, heads[index - 1]!, changed);
        return opens(index, heads[index - 1]!, changed) || opens(index + 1, head, payloadOf(index + 1))
          ? accepted(`a changed entry ${String(index)}`)
          : null;
      },
    },
    {
      name: 'log: each of 5,000 entries swapped with the next',
      size: logEntries,
      attempt: (at) => {
        const index = at + 1;
        const prev = heads[index - 1]!;
        return opens(index, prev, payloadOf(index + 1)) || opens(index + 1, prev, payloadOf(index + 1))
          ? accepted(`entries ${String(index)} and ${String(index + 1)} swapped`)
          : null;
      },
    },
  ];
}
