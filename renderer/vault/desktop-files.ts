/** What the worker needs of the main process, over the IPC channels of one vault. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { InvokeChannel } from '@shared/ipc/channels';
import type { Desktop } from '@shared/ipc/contract';
import type { FileError, IpcError } from '@shared/ipc/errors';
import type { VaultName } from '@shared/vault/vault-api';
import type { CacheRemovalDep, VaultFilesDep } from '@shared/vault/vault-files';

type FileChannel = Exclude<
  Extract<InvokeChannel, `vault.${string}` | `restore.${string}` | `backup.${string}`>,
  | 'vault.eraseDemo'
  | 'restore.aside'
  | 'restore.deleteAside'
  | 'backup.status'
  | 'backup.chooseFolder'
  | 'backup.useDefaultFolder'
  | 'backup.setPolicy'
  | 'backup.pick'
>;

export function createDesktopFiles(
  desktop: Pick<Desktop, FileChannel>,
  vault: VaultName,
): VaultFilesDep & CacheRemovalDep {
  return {
    readHeader: async () => map(await desktop['vault.readHeader']({ vault }), (reply) => reply.bytes),
    writeHeader: async (bytes) => map(await desktop['vault.writeHeader']({ vault, bytes }), nothing),

    readRing: async () => map(await desktop['vault.readRing']({ vault }), (reply) => reply.copies),
    writeRing: async (bytes) => map(await desktop['vault.writeRing']({ vault, bytes }), nothing),

    journalStart: async () => map(await desktop['vault.journalStart']({ vault }), same),
    readJournal: async (fromSegment, offset, maxBytes) =>
      map(await desktop['vault.readJournal']({ vault, fromSegment, offset, maxBytes }), same),
    appendFrame: async (fromSegment, offset, frame, newSegment) =>
      map(await desktop['vault.appendFrame']({ vault, fromSegment, offset, frame, newSegment }), same),
    cutTail: async (fromSegment, offset) =>
      map(await desktop['vault.cutTail']({ vault, fromSegment, offset }), nothing),
    dropSegments: async (before) => map(await desktop['vault.dropSegments']({ vault, before }), nothing),

    listCheckpoints: async () =>
      map(await desktop['vault.listCheckpoints']({ vault }), (reply) => reply.numbers),
    readCheckpoint: async (number, offset, maxBytes) =>
      map(await desktop['vault.readCheckpoint']({ vault, number, offset, maxBytes }), same),
    writeCheckpoint: async (number, offset, bytes) =>
      map(await desktop['vault.writeCheckpoint']({ vault, number, offset, bytes }), nothing),
    readCheckpointPart: async (number, offset, maxBytes) =>
      map(await desktop['vault.readCheckpointPart']({ vault, number, offset, maxBytes }), same),
    finishCheckpoint: async (number) =>
      map(await desktop['vault.finishCheckpoint']({ vault, number }), nothing),
    dropCheckpoint: async (number) => map(await desktop['vault.dropCheckpoint']({ vault, number }), nothing),

    readAnchor: async (name) =>
      map(await desktop['vault.readAnchor']({ vault, name }), (reply) => reply.bytes),
    writeAnchor: async (name, bytes) =>
      map(await desktop['vault.writeAnchor']({ vault, name, bytes }), nothing),

    listBackups: async () => map(await desktop['backup.list']({ vault }), (reply) => reply.backups),
    backupPolicy: async () => map(await desktop['backup.list']({ vault }), (reply) => reply.policy),
    readBackup: async (name, part, offset, maxBytes) =>
      map(await desktop['backup.read']({ vault, name, part, offset, maxBytes }), same),
    writeBackupPart: async (name, part, offset, bytes) =>
      map(await desktop['backup.writePart']({ vault, name, part, offset, bytes }), nothing),
    readBackupPart: async (name, part, offset, maxBytes) =>
      map(await desktop['backup.readPart']({ vault, name, part, offset, maxBytes }), same),
    finishBackup: async (name) => map(await desktop['backup.finish']({ vault, name }), nothing),
    dropBackup: async (name) => map(await desktop['backup.drop']({ vault, name }), nothing),
    rewriteBackupKeys: async (name, bytes) =>
      map(await desktop['backup.rewriteKeys']({ vault, name, bytes }), nothing),

    beginRestore: async () => map(await desktop['restore.begin']({ vault }), nothing),
    writeRestore: async (piece, number, offset, bytes) =>
      map(await desktop['restore.write']({ vault, piece, number, offset, bytes }), nothing),
    readRestore: async (piece, number, offset, maxBytes) =>
      map(await desktop['restore.read']({ vault, piece, number, offset, maxBytes }), same),
    clearCache: async () => map(await desktop['vault.clearCache']({}), nothing),

    finishRestore: async () => map(await desktop['restore.finish']({ vault }), nothing),
  };
}

const nothing = (): void => undefined;
const same = <T>(reply: T): T => reply;

/** A refusal by the wrapper is a defect of ours on one side; to the vault it is a file that did not do as asked. */
function map<A, B>(answer: Result<A, FileError | IpcError>, onValue: (value: A) => B): Result<B, FileError> {
  if (answer.ok) return ok(onValue(answer.value));
  switch (answer.error.tag) {
    case 'UntrustedSender':
      return err({ tag: 'WriteFailed', code: 'UNTRUSTED' });
    case 'BadArguments':
      return err({ tag: 'WriteFailed', code: 'BADARGS' });
    default:
      return err(answer.error);
  }
}
