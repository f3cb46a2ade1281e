/** Expected failures of the vault: tagged plain objects that cross the worker port unchanged. No record text, ever. */
import type { BackupFolderError } from '@shared/ipc/errors';

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
  /** The record is there, and the key that would open it is not: it was erased, or the keyring is older. */
  | { readonly tag: 'RecordKeyMissing'; readonly where: string }
  /** A file that was given as a backup: not one, of a later version, cut short, or changed since it was made. */
  | { readonly tag: 'BackupUnreadable'; readonly reason: 'foreign' | 'newer' | 'truncated' | 'altered' }
  | { readonly tag: 'RevisionConflict'; readonly id: string; readonly currentRevision: number }
  | { readonly tag: 'StorageFull' }
  | { readonly tag: 'StorageUnavailable'; readonly code: string }
  | { readonly tag: 'KdfOutOfMemory' }
  /** Another running copy of the app has this vault's folder open. */
  | { readonly tag: 'VaultInUse' }
  /** About backups alone: what is in the vault is not touched by it. */
  | BackupFolderError;

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

export function isLockWorthy(error: { readonly tag: string; readonly code?: string }): boolean {
  return (
    error.tag === 'StorageUnavailable' &&
    (error.code === lockWorthyCodes.defect || error.code === lockWorthyCodes.offset)
  );
}
