import type { BackupProblem, FileError } from '@shared/ipc/errors';

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

export function isCode(cause: unknown, ...codes: readonly string[]): boolean {
  return cause instanceof Error && 'code' in cause && codes.includes(String(cause.code));
}

/** The disk, or this account's share of it, is full. */
export function isFull(cause: unknown): boolean {
  return isCode(cause, 'ENOSPC', 'EDQUOT');
}

/** What a refused write is called. */
export function toWriteError(cause: unknown): FileError {
  const code = systemCode(cause);
  return isFull(cause) ? { tag: 'DiskFull' } : { tag: 'WriteFailed', code };
}

/** What a refused read is called. */
export function toReadError(cause: unknown): FileError {
  return { tag: 'ReadFailed', code: systemCode(cause) };
}

/** Whether the file or folder is simply not there. */
export function isMissing(cause: unknown): boolean {
  return isCode(cause, 'ENOENT');
}

const problems: Readonly<Record<string, BackupProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'too-large',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};
const goneCodes =
  /^(ENOENT|ENOTDIR|ENODEV|ENXIO|ENOTCONN|ESTALE|ETIMEDOUT|EHOSTDOWN|EHOSTUNREACH|ENETDOWN|ENETUNREACH|ECONNRESET|ECONNABORTED)$/;

/** What went wrong in the folder of the backups. */
export function toBackupError(cause: unknown): FileError {
  const code = systemCode(cause);
  return {
    tag: 'BackupFolder',
    problem: problems[code] ?? (goneCodes.test(code) ? 'missing' : 'failed'),
    code,
  };
}
