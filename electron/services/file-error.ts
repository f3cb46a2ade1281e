import type { FileError } from '@shared/ipc/errors';

/**
 * The operating system's short code of a failed file call. A thing without one is a defect and is thrown on.
 * The message is never kept: it holds the path.
 */
function systemCode(cause: unknown): string {
  if (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    /^E[A-Z0-9_]{1,40}$/.test(cause.code)
  ) {
    return cause.code;
  }
  throw cause;
}

/** What a refused write is called. */
export function toWriteError(cause: unknown): FileError {
  const code = systemCode(cause);
  return code === 'ENOSPC' || code === 'EDQUOT' ? { tag: 'DiskFull' } : { tag: 'WriteFailed', code };
}

/** What a refused read is called. */
export function toReadError(cause: unknown): FileError {
  return { tag: 'ReadFailed', code: systemCode(cause) };
}

/** Whether the file or folder is simply not there. */
export function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
