/** Reads a run of frames to its end, whatever state it is in, and says what is wrong where. */
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { decodeCheckpointInfo, type CheckpointInfo } from '../../renderer/vault/worker/crypto/v1/checkpoint';
import {
  chainHash,
  openFrameAlone,
  type FrameOp,
  type WholeFrame,
} from '../../renderer/vault/worker/crypto/v1/frame';
import { readFields } from '../../renderer/vault/worker/crypto/v1/fields';
import { decodeHead, type Head } from '../../renderer/vault/worker/crypto/v1/head';
import { decodeEntries, entryOf, type ManifestEntry } from '../../renderer/vault/worker/crypto/v1/manifest';
import { carveFrame, damagedFrames, mendFrame, type Expected, type RunKeys } from './mend';
import type { FrameSpot, Records } from './records';
import type { Fault, FaultKind, RunFrame, RunPlan, RunReading } from './run-types';
import { scanRun } from './scan';

export interface ReadingParts {
  readonly sodium: Sodium;
  readonly vaultId: Uint8Array;
  readonly journalKey: Uint8Array;
  readonly records: Records;
}

/** More than two of the largest frames: what lies beyond in one damaged stretch is not looked into. */
const maxGapBytes = 2 * format.maxFrameBytes;

interface Reading {
  readonly parts: ReadingParts;
  readonly keys: RunKeys;
  readonly plan: RunPlan;
  readonly frames: RunFrame[];
  readonly faults: Fault[];
  foreign: number;
  /** What the next frame should be, as far as it is known. */
  next: Expected;
}

export function readRun(parts: ReadingParts, plan: RunPlan): RunReading {
  const { sodium, vaultId, journalKey } = parts;
  const { context, segment, first } = plan;
  const reading: Reading = {
    parts,
    keys: { sodium, vaultId, journalKey, context, segment },
    plan,
    frames: [],
    faults: [],
    foreign: 0,
    next: first,
  };
  let gap: { readonly at: number; readonly end: number } | null = null;
  for (const part of scanRun(sodium, plan.source)) {
    if (part.type === 'gap') {
      gap = part;
      continue;
    }
    if (gap !== null) readGap(reading, gap, part.whole);
    takeWhole(reading, part, gap !== null);
    gap = null;
  }
  if (gap !== null) readGap(reading, gap, null);
  return reading;
}

function fault(
  { plan, faults }: Reading,
  kind: FaultKind,
  at: number,
  end: number,
  frames: Fault['frames'],
  carved = 0,
): void {
  faults.push({ run: plan.name, kind, places: plan.source.locate(at, end), frames, carved });
}

function takeWhole(
  reading: Reading,
  { at, end, whole }: { readonly at: number; readonly end: number; readonly whole: WholeFrame },
  isBehindGap: boolean,
): void {
  const { keys, next } = reading;
  const { seq, prevHash, frame } = whole;
  const opened = openFrameAlone(
    keys.sodium,
    keys.journalKey,
    keys.vaultId,
    frame,
    keys.context,
    keys.segment,
  );
  if (!opened.ok) {
    takeClosed(reading, { at, end, whole }, opened.error);
    return;
  }
  const follows = next.prevHash === null || areBytesEqual(next.prevHash, prevHash);
  if (next.seq !== null && seq > next.seq) {
    if (!isBehindGap) fault(reading, 'missing', at, at, [next.seq, seq - 1]);
  } else if ((next.seq !== null && seq < next.seq) || !follows) {
    fault(reading, 'order', at, end, [seq, seq]);
  }
  takeFrame(reading, at, end, { seq, prevHash, frame, ops: opened.value });
}

/** Its hash fits, its seal does not: somebody made the hash fit, or it is another vault's, or a newer app's. */
function takeClosed(
  reading: Reading,
  { at, end, whole }: { readonly at: number; readonly end: number; readonly whole: WholeFrame },
  error: VaultError,
): void {
  const { keys } = reading;
  const { seq, frame } = whole;
  if (error.tag === 'EnvelopeTooNew') {
    fault(reading, 'newer', at, end, [seq, seq]);
    reading.next = { seq: seq + 1, prevHash: chainHash(keys.sodium, frame) };
    return;
  }
  const mended = mendFrame(keys, frame, reading.next);
  if (mended !== null) {
    fault(reading, 'mended', at, end, [mended.seq, mended.seq]);
    takeFrame(reading, at, end, mended);
    return;
  }
  reading.foreign += 1;
  const number = reading.next.seq ?? seq;
  const carved = carve(reading, at, frame, number);
  fault(reading, carved > 0 ? 'altered' : 'foreign', at, end, [number, number], carved);
  reading.next = { seq: number + 1, prevHash: null };
}

function readGap(
  reading: Reading,
  gap: { readonly at: number; readonly end: number },
  following: WholeFrame | null,
): void {
  const { plan, keys } = reading;
  const first = reading.next.seq;
  const last = following === null ? null : following.seq - 1;
  if (first !== null && last !== null && last < first) {
    fault(reading, 'extra', gap.at, gap.end, null);
    return;
  }
  const bytes = plan.source.read(gap.at, Math.min(gap.end - gap.at, maxGapBytes));
  const isOne = first !== null && first === last;
  const pieces = isOne ? [{ at: 0, end: bytes.length, seq: first }] : damagedFrames(bytes, first);
  for (const piece of pieces) {
    const at = gap.at + piece.at;
    const end = piece.end === bytes.length ? gap.end : gap.at + piece.end;
    const frame = bytes.subarray(piece.at, piece.end);
    const mended = mendFrame(keys, frame, { seq: piece.seq, prevHash: reading.next.prevHash });
    if (mended !== null) {
      fault(reading, 'mended', at, end, [mended.seq, mended.seq]);
      takeFrame(reading, at, end, mended);
      continue;
    }
    const carved = carve(reading, at, frame, piece.seq ?? 0);
    const isWholeLength = readFields(frame).uint(4) === end - at;
    const kind = following === null && end === gap.end && !isWholeLength ? 'torn' : 'altered';
    fault(reading, kind, at, end, piece.seq === null ? null : [piece.seq, piece.seq], carved);
    reading.next = { seq: piece.seq === null ? null : piece.seq + 1, prevHash: null };
  }
  const reached = reading.next.seq;
  if (reached !== null && last !== null && reached <= last) {
    fault(reading, 'missing', gap.end, gap.end, [reached, last]);
  }
}

function carve(reading: Reading, at: number, frame: Uint8Array, seq: number): number {
  const { keys, parts, plan } = reading;
  const spot = spotOf(plan, at, seq);
  return carveFrame(keys, frame).filter((carved) => parts.records.takeCarved(carved, spot)).length;
}

function spotOf(plan: RunPlan, at: number, frame: number): FrameSpot {
  const file = plan.source.locate(at, at + 1)[0]?.file ?? plan.name;
  return { run: plan.name, isInJournal: plan.context === 'frame', file, frame };
}

function takeFrame(
  reading: Reading,
  at: number,
  end: number,
  opened: {
    readonly seq: number;
    readonly prevHash: Uint8Array;
    readonly frame: Uint8Array;
    readonly ops: readonly FrameOp[];
  },
): void {
  const { parts, plan, keys } = reading;
  const { seq, prevHash } = opened;
  const spot = spotOf(plan, at, seq);
  const entries: ManifestEntry[] = [];
  const trail: RunFrame['trail'][number][] = [];
  const catalogue: ManifestEntry[] = [];
  let head: Head | null = null;
  let info: CheckpointInfo | null = null;
  for (const op of opened.ops) {
    switch (op.type) {
      case 'put':
      case 'remove':
      case 'purge': {
        const entry = entryOf(keys.sodium, op);
        entries.push(entry);
        if (op.type === 'put') parts.records.takePut(op, entry.hash, spot);
        break;
      }
      case 'audit':
        trail.push({ type: 'audit', op: { ...op, envelope: op.envelope.slice() } });
        break;
      case 'head':
        head = decodeHead(op.envelope.slice());
        if (head !== null) trail.push({ type: 'head', head });
        break;
      case 'checkpoint':
        info = decodeCheckpointInfo(op.envelope.slice());
        break;
      case 'catalogue':
        catalogue.push(...(decodeEntries(op.envelope.slice()) ?? []));
        break;
      case 'end':
        break;
    }
  }
  const hash = chainHash(keys.sodium, opened.frame);
  reading.frames.push({
    seq,
    at,
    end,
    prevHash: prevHash.slice(),
    hash,
    entries,
    trail,
    head,
    info,
    catalogue,
  });
  reading.next = { seq: seq + 1, prevHash: hash };
}
