/**
 * Finds every whole frame of a run, wherever it stands. The app looks for what should come next; this looks for
 * anything that is still there.
 */
import { areBytesEqual, asciiBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { minFrameBytes, wholeFrameAt, type WholeFrame } from '../../renderer/vault/worker/crypto/v1/frame';
import type { ByteSource } from './sources';

export type RunPart =
  | { readonly type: 'frame'; readonly at: number; readonly end: number; readonly whole: WholeFrame }
  /** Bytes that are no whole frame, up to the next one or to the end. */
  | { readonly type: 'gap'; readonly at: number; readonly end: number };

const windowBytes = 1024 * 1024;
/** A number past this is no frame's: so bytes that only look like a length are told cheaply. */
const maxSeq = 2 ** 40;
const clearStartBytes = 12;

export function* scanRun(sodium: Sodium, source: ByteSource): Generator<RunPart> {
  for (let at = 0; at < source.size;) {
    const whole = frameAt(sodium, source, at);
    if (whole !== null) {
      const end = at + whole.frame.length;
      yield { type: 'frame', at, end, whole };
      at = end;
      continue;
    }
    const end = nextFrameFrom(sodium, source, at + 1);
    yield { type: 'gap', at, end };
    at = end;
  }
}

export function frameAt(sodium: Sodium, source: ByteSource, at: number): WholeFrame | null {
  const start = source.read(at, clearStartBytes);
  if (start.length < clearStartBytes || !isPlausible(viewOf(start), 0, source.size - at)) return null;
  return wholeFrameAt(sodium, source.read(at, viewOf(start).getUint32(0)));
}

/** The end of the run when there is none. */
function nextFrameFrom(sodium: Sodium, source: ByteSource, from: number): number {
  for (let start = from; start < source.size; start += windowBytes) {
    const window = source.read(start, windowBytes + clearStartBytes - 1);
    const view = viewOf(window);
    const last = Math.min(windowBytes, window.length - clearStartBytes + 1);
    for (let at = 0; at < last; at += 1) {
      if (!isPlausible(view, at, source.size - start - at)) continue;
      if (frameAt(sodium, source, start + at) !== null) return start + at;
    }
  }
  return source.size;
}

function isPlausible(view: DataView, at: number, left: number): boolean {
  const length = view.getUint32(at);
  if (length < minFrameBytes || length > format.maxFrameBytes || length > left) return false;
  const seq = view.getUint32(at + 4) * 2 ** 32 + view.getUint32(at + 8);
  return seq >= 1 && seq < maxSeq;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Every place where these bytes stand. */
export function placesOf(bytes: Uint8Array, wanted: Uint8Array): readonly number[] {
  const places: number[] = [];
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/** Whether a file begins with these letters. */
export function startsWith(bytes: Uint8Array, letters: string): boolean {
  return areBytesEqual(bytes.subarray(0, letters.length), asciiBytes(letters));
}
