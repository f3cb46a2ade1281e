/**
 * The only place where an expected failure becomes words: what happened, whether anything is lost, what to do
 * next. A tag without words does not compile.
 */
import { assertNever } from '@shared/kernel/assert';
import type { BackupProblem, FileError, IpcError } from '@shared/ipc/errors';
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
    case 'RecordKeyMissing':
      return 'This record cannot be opened: it was erased, or its key is not on this laptop. Nothing else is affected. If it was not erased, a backup may still have its key.';
    case 'BackupUnreadable':
      return backupFileText(error.reason);
    case 'RevisionConflict':
      return 'Someone changed this record since you opened it. Your words are still here. Copy them, open the record again, then add them.';
    case 'StorageFull':
    case 'DiskFull':
      return 'Not saved: this disk is full. Your words are still here. Free some space, then save again.';
    case 'StorageUnavailable':
      return 'Not saved: the files on this laptop did not answer. Your words are still here. Try again, or copy them first.';
    case 'KdfOutOfMemory':
      return 'This laptop has too little free memory to open the lock. Nothing is lost. Close other programs, then try again.';
    case 'VaultInUse':
    case 'InUse':
      return 'Steading is already open with these records, in another window of this laptop. Nothing was changed. Close the other one, then try again. If you see no other one, restart the laptop.';
    case 'BackupFolder':
      return backupFolderText(error.problem);
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

function backupFileText(reason: Extract<VaultError, { readonly tag: 'BackupUnreadable' }>['reason']): string {
  switch (reason) {
    case 'foreign':
      return 'That file is not a Steading backup. Nothing was changed. Choose a file whose name ends in .stb.';
    case 'newer':
      return 'That backup was made by a newer Steading. Nothing was changed. Update the app, then open it again.';
    case 'truncated':
      return 'That backup stops before its end, so it was not used. Your records were not touched. Copy the file again, or choose an earlier backup.';
    case 'altered':
      return 'That backup is damaged or was changed after it was made, so it was not used. Your records were not touched. Choose an earlier backup.';
    default:
      return assertNever(reason);
  }
}

/** Also for the last problem that Settings shows. The vault is never touched by any of these. */
export function backupFolderText(problem: BackupProblem): string {
  switch (problem) {
    case 'full':
      return 'No backup was made: the backup folder has too little room. Your records and the backups you have are whole. Free some space there, or choose another folder.';
    case 'missing':
      return 'The backup folder is not there just now. Your records are safe on this laptop. Connect the stick or drive, then try again, or choose another folder.';
    case 'read-only':
      return 'No backup was made: Steading may not write in the backup folder. Your records and the backups you have are whole. Choose another folder.';
    case 'too-large':
      return 'No backup was made: this stick takes no file as large as the backup. Your records and the backups you have are whole. Choose a folder on another drive.';
    case 'own-folder':
      return 'That folder belongs to Steading itself. Nothing was changed. Choose another folder for your backups.';
    case 'failed':
      return 'The backup folder did not answer. Your records are safe on this laptop. Look whether the stick or drive is connected, then try again.';
    default:
      return assertNever(problem);
  }
}

/** What was being done, where nothing of anybody's typing is at stake. */
export type CareTask = 'read' | 'check' | 'back-up' | 'drill' | 'restore' | 'bring-back' | 'purge' | 'erase';

const undone = {
  read: 'Nothing was changed.',
  check: 'Nothing was changed.',
  'back-up': 'No backup was made. Your records and the backups you have are whole.',
  drill: 'The backup is not proven yet. Your records were not touched.',
  restore: 'Nothing was put back. Your records are as they were.',
  'bring-back': 'Nothing was brought back.',
  purge: 'Nothing was deleted.',
  erase: 'Nothing was erased.',
} as const satisfies Record<CareTask, string>;

/** As `errorText`, for tasks of looking after the records: says that nothing was done, not that nothing was saved. */
export function careErrorText(error: ExpectedError, task: CareTask): string {
  switch (error.tag) {
    case 'VaultLocked':
      return `Steading locked before this was done. ${undone[task]} Unlock, then try again.`;
    case 'WrongPassphrase':
      return task === 'drill' || task === 'restore'
        ? 'That passphrase did not open this backup. Check Caps Lock. An older backup opens with the passphrase of its day.'
        : errorText(error);
    case 'WrongRecoveryCode':
      return task === 'drill' || task === 'restore'
        ? 'That code did not open this backup. An older backup opens with the kit of its day.'
        : errorText(error);
    case 'RevisionConflict':
      return `This record was changed meanwhile. ${undone[task]} Look at it once more, then try again.`;
    case 'StorageFull':
    case 'DiskFull':
      return `This disk is full. ${undone[task]} Free some space, then try again.`;
    case 'StorageUnavailable':
    case 'ReadFailed':
    case 'WriteFailed':
      return `The files did not answer. ${undone[task]} Try again. If it stays like this, restart the laptop.`;
    case 'EnvelopeCorrupt':
      return `One stored piece did not open. ${undone[task]} Run the safety check in Settings: it says which.`;
    case 'RecordInvalid':
      return `Another record changed while this was worked out. ${undone[task]} Open the page again, then go on.`;
    case 'KindUnknown':
    case 'HeaderCorrupt':
    case 'VaultAbsent':
    case 'VaultExists':
    case 'EnvelopeTooNew':
    case 'SchemaTooNew':
    case 'RecordKeyMissing':
    case 'BackupUnreadable':
    case 'KdfOutOfMemory':
    case 'VaultInUse':
    case 'InUse':
    case 'BackupFolder':
    case 'Cancelled':
    case 'OffsetMismatch':
    case 'UntrustedSender':
    case 'BadArguments':
      return errorText(error);
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
    case 'BackupFolder':
      return `${error.tag} ${error.code}`;
    case 'EnvelopeTooNew':
    case 'SchemaTooNew':
      return `${error.tag} ${String(error.version)}`;
    default:
      return error.tag;
  }
}
