/** Expected failures of the vault: tagged plain objects that cross the worker port unchanged. No record text, ever. */
export type VaultError =
  | { readonly tag: 'VaultLocked' }
  | { readonly tag: 'WrongPassphrase' }
  | { readonly tag: 'WrongRecoveryCode' }
  | { readonly tag: 'VaultAbsent' }
  | { readonly tag: 'VaultExists' }
  /** The key file itself is damaged: said in other words than a wrong passphrase. */
  | { readonly tag: 'HeaderCorrupt' }
  /** A sealed thing did not open: which one, by sequence number or id, never what it held. */
  | { readonly tag: 'EnvelopeCorrupt'; readonly where: string }
  | { readonly tag: 'EnvelopeTooNew'; readonly version: number }
  | { readonly tag: 'RevisionConflict'; readonly id: string; readonly currentRevision: number }
  | { readonly tag: 'StorageFull' }
  | { readonly tag: 'StorageUnavailable'; readonly code: string }
  | { readonly tag: 'KdfOutOfMemory' };

export type RecordError =
  | { readonly tag: 'RecordInvalid'; readonly issues: readonly RecordIssue[] }
  | { readonly tag: 'KindUnknown' }
  | { readonly tag: 'SchemaTooNew'; readonly version: number };

/** `path` names the field ("lastDay", "actions.0.text"); `message` is for people and holds no value. */
export interface RecordIssue {
  readonly path: string;
  readonly message: string;
}

/** Codes of `StorageUnavailable` after which the vault locks itself: it no longer knows what is on the disk. */
export const lockWorthyCodes = { defect: 'DEFECT', offset: 'OFFSET' } as const;

export function isLockWorthy(error: VaultError | RecordError): boolean {
  return (
    error.tag === 'StorageUnavailable' &&
    (error.code === lockWorthyCodes.defect || error.code === lockWorthyCodes.offset)
  );
}
