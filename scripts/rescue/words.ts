/** The tool's words: what is wrong where. Ids, numbers and file names only; never what a record holds. */
import { kindOfTable } from '@shared/records/registry';
import type { UnreadableReason } from './findings';
import type { RecordPlace } from './records';
import type { RingCopy } from './rings';
import type { Fault } from './run-types';
import type { FilePlace } from './sources';

export function kindWord(tableId: number): string {
  return kindOfTable(tableId) ?? `table ${String(tableId)}`;
}

/** "2026-11-24 09:00 UTC" */
export function timeWord(at: number): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return 'at no known time';
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function recordWord({ tableId, recordId, revision }: RecordPlace): string {
  return `${kindWord(tableId)} ${recordId} revision ${String(revision)}`;
}

export function countWord(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

function framesWord([first, last]: readonly [number, number]): string {
  return first === last ? `frame ${String(first)}` : `frames ${String(first)} to ${String(last)}`;
}

function placeWord({ file, from, to }: FilePlace): string {
  if (to <= from) return `${file}, at byte ${String(from)}`;
  return `${file}, bytes ${String(from)} to ${String(to - 1)}`;
}

export function faultWords(fault: Fault): string {
  const places = fault.places.map(placeWord).join(' and ');
  const where = places === '' ? fault.run : places;
  const frames = fault.frames === null ? null : framesWord(fault.frames);
  const carved =
    fault.carved === 0
      ? ''
      : ` ${countWord(fault.carved, 'record was', 'records were')} read out of it one by one.`;
  return `${where}: ${faultWord(fault.kind, frames)}${carved}`;
}

function faultWord(kind: Fault['kind'], frames: string | null): string {
  const what = frames ?? 'a frame';
  switch (kind) {
    case 'altered':
      return `${what} was changed: its seal does not fit any more.`;
    case 'mended':
      return `${what} was changed in its length, number, link or hash only. What it holds is whole.`;
    case 'torn':
      return `the file ends within ${what}: a write that did not finish, or a file cut short.`;
    case 'foreign':
      return `${what} was not sealed by this vault.`;
    case 'newer':
      return `${what} was written by a newer version of Steading.`;
    case 'missing':
      return `${what} ${frames?.startsWith('frames') === true ? 'are' : 'is'} not there.`;
    case 'order':
      return `${what} does not follow from the frame before it.`;
    case 'extra':
      return 'these bytes belong to no frame.';
    case 'unfinished':
      return 'its end is not there, or its parts do not add up.';
    case 'empty':
      return 'the file is empty: a write that did not begin, or a file that was emptied.';
    case 'chunk':
      return 'this piece of the sealed stream was changed.';
    case 'signature':
      return 'the end, which proves that the file is whole, is not there or does not fit.';
    case 'head':
      return 'the beginning of the backup was changed.';
    case 'disk':
      return 'the disk itself could not read these bytes.';
  }
}

export function reasonWord(reason: UnreadableReason): string {
  switch (reason) {
    case 'damaged':
      return 'damaged';
    case 'missing':
      return 'in no file that was read';
    case 'no-key':
      return 'its key is not in the keyring';
    case 'erased':
      return 'its key was destroyed: erased after the backup was made';
    case 'newer-version':
      return 'sealed by a newer version of Steading';
  }
}

export function ringWord({ state, ring }: RingCopy): string {
  const revision = ring === null ? '' : `, revision ${String(ring.revision)}`;
  switch (state) {
    case 'whole':
      return `whole${revision}`;
    case 'mended':
      return `changed, but what it holds is whole${revision}`;
    case 'older':
      return `older than the other copy${revision}`;
    case 'other-backup':
      return `whole, but made for another backup of this vault${revision}`;
    case 'unproven':
      return `damaged: its seal does not fit; what can be read was tried${revision}`;
    case 'unreadable':
      return 'damaged: it does not open';
    case 'newer':
      return 'written by a newer version of Steading';
  }
}
