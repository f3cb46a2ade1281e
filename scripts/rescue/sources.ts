/** Runs of bytes that lie in one file or in several, read piece by piece: a file may be larger than memory. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export interface FilePlace {
  /** Name inside what was given, never a path of the machine. */
  readonly file: string;
  readonly from: number;
  /** First byte behind it. */
  readonly to: number;
}

export interface ByteSource {
  readonly size: number;
  /** A view or a copy; shorter only at the end. */
  read(at: number, length: number): Uint8Array;
  /** Where these bytes of the run lie on the disk: one place for each file. */
  locate(from: number, to: number): readonly FilePlace[];
}

/** Opens files, and closes them all at the end. */
export interface Disk {
  open(path: string, name: string): ByteSource;
  /** What the disk itself refused to give: read as zeros. */
  readonly refused: readonly FilePlace[];
  close(): void;
}

const blockBytes = 4096;

export function createDisk(): Disk {
  const open: number[] = [];
  const refused: FilePlace[] = [];
  return {
    refused,
    open: (path, name) => {
      const file = openSync(path, 'r');
      open.push(file);
      const { size } = fstatSync(file);
      return {
        size,
        read: (at, length) => {
          const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
          try {
            fill(file, bytes, at);
          } catch {
            // A disk that fails in places still gives the rest.
            for (let from = 0; from < bytes.length; from += blockBytes) {
              const block = bytes.subarray(from, from + blockBytes);
              try {
                fill(file, block, at + from);
              } catch {
                block.fill(0);
                note(refused, { file: name, from: at + from, to: at + from + block.length });
              }
            }
          }
          return bytes;
        },
        locate: (from, to) => [{ file: name, from, to }],
      };
    },
    close: () => {
      for (const file of open.splice(0)) closeSync(file);
    },
  };
}

function fill(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) {
    const read = readSync(file, bytes, done, bytes.length - done, at + done);
    if (read === 0) throw new Error('Shorter than it was');
    done += read;
  }
}

function note(refused: FilePlace[], place: FilePlace): void {
  const isKnown = refused.some((other) => other.file === place.file && other.from === place.from);
  if (!isKnown) refused.push(place);
}

/** One behind the other, with nothing between them. */
export function joinSources(sources: readonly ByteSource[]): ByteSource {
  let size = 0;
  const placed = sources.map((source) => {
    const start = size;
    size += source.size;
    return { source, start, end: size };
  });
  const touched = (from: number, to: number): typeof placed =>
    placed.filter(({ start, end }) => start < to && end > from);
  return {
    size,
    read: (at, length) => {
      const end = Math.min(at + length, size);
      const parts = touched(at, end).map((part) => {
        const from = Math.max(at, part.start);
        return part.source.read(from - part.start, Math.min(end, part.end) - from);
      });
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      const joined = new Uint8Array(Math.max(0, end - at));
      let done = 0;
      for (const part of parts) {
        joined.set(part, done);
        done += part.length;
      }
      return joined;
    },
    locate: (from, to) =>
      touched(from, Math.max(to, from + 1)).flatMap((part) =>
        part.source.locate(Math.max(from, part.start) - part.start, Math.min(to, part.end) - part.start),
      ),
  };
}
