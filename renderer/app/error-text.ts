/**
 * The only place where an expected failure becomes words: what happened, whether anything is lost, what to do
 * next. A tag without words does not compile.
 */
import { assertNever } from '@shared/kernel/assert';
import type { FileError, IpcError } from '@shared/ipc/errors';
import type { RecordError, VaultError } from '@shared/vault/errors';

export type ExpectedError = VaultError | RecordError | FileError | IpcError;

/** Two or three short sentences. Codes belong behind "Details": see errorCode. */
export function errorText(error: ExpectedError): string {
  switch (error.tag) {
    case 'VaultLocked':
      return 'Steading locked before this was saved. Unlock, then look at Today. If a draft was kept, it is offered there.';
    case 'WrongPassphrase':
      return 'That passphrase did not open this file. Check Caps Lock.';
    case 'WrongRecoveryCode':
      return 'That code did not open this file. Check it against your kit, or use the newest kit you made.';
    case 'VaultAbsent':
      return 'There are no records on this laptop yet. Start again to set them up.';
    case 'VaultExists':
      return 'There are records on this laptop already. Nothing was changed. Unlock them instead.';
    case 'HeaderCorrupt':
      return 'The key file on this laptop is damaged, so no passphrase can open it. Your records were not touched. Put the key file back from a backup, then try again.';
    case 'EnvelopeCorrupt':
      return 'One stored record did not open, so Steading stopped here. Nothing was overwritten. Close the app, then put the files back from a backup.';
    case 'EnvelopeTooNew':
    case 'SchemaTooNew':
      return 'These records were written by a newer Steading. Nothing was changed. Update the app, then open them again.';
    case 'RevisionConflict':
      return 'Someone changed this record since you opened it. Your words are still here. Copy them, open the record again, then add them.';
    case 'StorageFull':
    case 'DiskFull':
      return 'Not saved: this disk is full. Your words are still here. Free some space, then save again.';
    case 'StorageUnavailable':
      return 'Not saved: the files on this laptop did not answer. Your words are still here. Try again, or copy them first.';
    case 'KdfOutOfMemory':
      return 'This laptop has too little free memory to open the lock. Nothing is lost. Close other programs, then try again.';
    case 'RecordInvalid':
      return (
        error.issues.map((issue) => issue.message).join('. ') ||
        'Something in this record does not fit. Your words are still here.'
      );
    case 'KindUnknown':
      return 'This version does not know that sort of record. Nothing was changed. Update the app.';
    case 'Cancelled':
      return 'Nothing was saved, because the save window was closed.';
    case 'WriteFailed':
      return 'The file was not written. Nothing in your records changed. Choose another folder, then try again.';
    case 'ReadFailed':
      return 'A file did not open. Nothing was changed. Try again.';
    case 'OffsetMismatch':
      return 'Another program changed the files while this was saved. Your words are still here. Close the other program, then try again.';
    case 'UntrustedSender':
    case 'BadArguments':
      return 'Steading refused its own request, so nothing was done. Nothing is lost. Close the app and open it again.';
    default:
      return assertNever(error);
  }
}

/** A tag and, where there is one, a code: safe to copy into a message to whoever helps. Never record text. */
export function errorCode(error: ExpectedError): string {
  switch (error.tag) {
    case 'StorageUnavailable':
    case 'WriteFailed':
    case 'ReadFailed':
      return `${error.tag} ${error.code}`;
    case 'EnvelopeTooNew':
    case 'SchemaTooNew':
      return `${error.tag} ${String(error.version)}`;
    default:
      return error.tag;
  }
}
