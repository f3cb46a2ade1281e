export type FileError =
  | { readonly tag: 'Cancelled' }
  | { readonly tag: 'DiskFull' }
  /** `code` is the operating system's short code (EACCES, EIO …), never a path. */
  | { readonly tag: 'WriteFailed'; readonly code: string }
  | { readonly tag: 'ReadFailed'; readonly code: string }
  /** The journal does not end where the writer thinks: another process wrote, or bytes are missing. */
  | { readonly tag: 'OffsetMismatch'; readonly end: number }
  /** Another running copy of the app has this vault's folder open. */
  | { readonly tag: 'InUse' }
  | BackupFolderError;

/** The folder of the backups did not do as asked. The vault itself is not touched by it. */
export interface BackupFolderError {
  readonly tag: 'BackupFolder';
  readonly problem: BackupProblem;
  readonly code: string;
}

export type BackupProblem =
  | 'full'
  /** Not there now: a stick that was pulled out, a network drive that went away, a folder moved or deleted. */
  | 'missing'
  | 'read-only'
  /** The folder's file system takes no file of this size (4 GB on many sticks). */
  | 'too-large'
  /** Chosen: a folder of the app's own, which a restore would move away. */
  | 'own-folder'
  | 'failed';

export type IpcError = { readonly tag: 'UntrustedSender' } | { readonly tag: 'BadArguments' };
