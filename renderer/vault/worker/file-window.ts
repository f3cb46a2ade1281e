/** Reads a file through main in chunks and forgets what is behind. */
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import { concatBytes } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import type { Span } from '@shared/vault/vault-files';
import { fileToVaultError } from './file-errors';

export const chunkBytes = 4 * 1024 * 1024;

export type ReadSpan = (offset: number, maxBytes: number) => Promise<Result<Span, FileError>>;

export interface FileWindow {
  /** At least `length` bytes from here on, or all that there are. */
  need(length: number): Promise<Result<Uint8Array, VaultError>>;
  skip(length: number): void;
  at(): number;
  /** 0 before the first `need`. */
  left(): number;
}

export function createFileWindow(read: ReadSpan): FileWindow {
  let at = 0;
  let end = Number.POSITIVE_INFINITY;
  let buffer: Uint8Array = new Uint8Array(0);
  return {
    need: async (length) => {
      const parts: Uint8Array[] = [buffer];
      let have = buffer.length;
      while (have < length && at + have < end) {
        const answer = await read(at + have, chunkBytes);
        if (!answer.ok) return err(fileToVaultError(answer.error));
        end = answer.value.end;
        if (answer.value.bytes.length === 0 && at + have < end) {
          return err({ tag: 'StorageUnavailable', code: 'SHORT_READ' });
        }
        parts.push(answer.value.bytes);
        have += answer.value.bytes.length;
      }
      if (parts.length > 1) buffer = concatBytes(...parts);
      return ok(buffer);
    },
    skip: (length) => {
      at += length;
      buffer = buffer.subarray(length);
    },
    at: () => at,
    left: () => (end === Number.POSITIVE_INFINITY ? 0 : end - at),
  };
}

/** The whole file, chunk by chunk; stops at the first chunk that `onChunk` refuses. */
export async function readThrough(
  read: ReadSpan,
  onChunk: (bytes: Uint8Array, end: number) => Result<void, VaultError>,
): Promise<Result<number, VaultError>> {
  let at = 0;
  let end = Number.POSITIVE_INFINITY;
  while (at < end) {
    const answer = await read(at, chunkBytes);
    if (!answer.ok) return err(fileToVaultError(answer.error));
    end = answer.value.end;
    if (end === 0) break;
    if (answer.value.bytes.length === 0) return err({ tag: 'StorageUnavailable', code: 'SHORT_READ' });
    at += answer.value.bytes.length;
    const taken = onChunk(answer.value.bytes, end);
    if (!taken.ok) return taken;
  }
  return ok(at);
}
