import { lockWorthyCodes, type VaultError } from '@shared/vault/errors';
import type { FileError } from '@shared/ipc/errors';

/** Main's file errors in the vault's words. */
export function fileToVaultError(error: FileError): VaultError {
  switch (error.tag) {
    case 'DiskFull':
      return { tag: 'StorageFull' };
    case 'Cancelled':
      return { tag: 'StorageUnavailable', code: 'CANCELLED' };
    case 'WriteFailed':
    case 'ReadFailed':
      return { tag: 'StorageUnavailable', code: error.code };
    case 'OffsetMismatch':
      return { tag: 'StorageUnavailable', code: lockWorthyCodes.offset };
    case 'InUse':
      return { tag: 'VaultInUse' };
    case 'BackupFolder':
      return error;
  }
}
