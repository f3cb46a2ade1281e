export type FileError =
  | { readonly tag: 'Cancelled' }
  | { readonly tag: 'DiskFull' }
  /** `code` is the operating system's short code (EACCES, EIO …), never a path. */
  | { readonly tag: 'WriteFailed'; readonly code: string }
  | { readonly tag: 'ReadFailed'; readonly code: string }
  /** The journal does not end where the writer thinks: another process wrote, or bytes are missing. */
  | { readonly tag: 'OffsetMismatch'; readonly end: number };

export type IpcError = { readonly tag: 'UntrustedSender' } | { readonly tag: 'BadArguments' };
