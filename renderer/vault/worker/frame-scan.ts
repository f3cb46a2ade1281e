/**
 * Goes through a run of frames and hands out each whole one. Where one did not arrive whole it looks for the next
 * whole one behind: when there is none, that was the unfinished last write; when there is, it is damage.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { createByteReader } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { Sodium } from './crypto/sodium';
import { minFrameBytes, wholeFrameAt, type WholeFrame } from './crypto/v1/frame';
import { createFileWindow, type ReadSpan } from './file-window';

export interface ScannedFrame extends WholeFrame {
  /** Something before it in the run is damaged, so it does not follow from the frame before. */
  readonly isBehindDamage: boolean;
}

export interface ScanEnd {
  /** Where the last whole frame ends. */
  readonly end: number;
  /** Bytes behind it. */
  readonly tornBytes: number;
  /** Number of the first frame that is damaged, when whole ones follow it. */
  readonly damagedFrame: number | null;
  readonly damagedBytes: number;
}

/** `firstSeq`: the number that the first frame should have. Stops at the first frame that `onFrame` refuses. */
export async function scanFrames(
  sodium: Sodium,
  read: ReadSpan,
  firstSeq: number,
  onFrame: (found: ScannedFrame) => Result<void, VaultError> | Promise<Result<void, VaultError>>,
): Promise<Result<ScanEnd, VaultError>> {
  const window = createFileWindow(read);
  let end = 0;
  let next = firstSeq;
  let damagedFrame: number | null = null;
  let damagedBytes = 0;
  for (;;) {
    const first = await window.need(4);
    if (!first.ok) return first;
    if (window.left() === 0) break;
    const length = createByteReader(first.value).uint(4) ?? 0;
    const isPlausible = length >= minFrameBytes && length <= format.maxFrameBytes && length <= window.left();
    const bytes = isPlausible ? await window.need(length) : first;
    if (!bytes.ok) return bytes;
    const whole = wholeFrameAt(sodium, bytes.value);
    if (whole === null) {
      const rest = await window.need(window.left());
      if (!rest.ok) return rest;
      const gap = bytesToNextFrame(sodium, rest.value, next);
      if (gap === null) break;
      damagedFrame ??= next;
      damagedBytes += gap;
      window.skip(gap);
      continue;
    }
    const taken = await onFrame({ ...whole, isBehindDamage: damagedFrame !== null });
    if (!taken.ok) return err(taken.error);
    next = whole.seq + 1;
    window.skip(whole.frame.length);
    end = window.at();
  }
  return ok({ end, tornBytes: window.at() + window.left() - end, damagedFrame, damagedBytes });
}

/** How far the next whole frame with a higher number is, or null when there is none. */
function bytesToNextFrame(sodium: Sodium, rest: Uint8Array, seq: number): number | null {
  const highest = seq + Math.ceil(rest.length / minFrameBytes);
  for (let at = 1; at + minFrameBytes <= rest.length; at += 1) {
    // Cheap look first: a length that fits, then a number that fits, only then the hash.
    const length =
      ((rest[at] ?? 0) * 2 ** 24) |
      ((rest[at + 1] ?? 0) << 16) |
      ((rest[at + 2] ?? 0) << 8) |
      (rest[at + 3] ?? 0);
    if (length < minFrameBytes || length > rest.length - at) continue;
    const found = createByteReader(rest.subarray(at + 4, at + 12)).uint(8);
    if (found === null || found <= seq || found > highest) continue;
    if (wholeFrameAt(sodium, rest.subarray(at)) !== null) return at;
  }
  return null;
}
