/** What the worker needs of the main process, over the IPC channels of one vault. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { Desktop } from '@shared/ipc/contract';
import type { FileError, IpcError } from '@shared/ipc/errors';
import type { VaultFilesDep, VaultName } from '@shared/vault/vault-api';

type VaultChannels = Pick<
  Desktop,
  'vault.readHeader' | 'vault.writeHeader' | 'vault.readJournal' | 'vault.appendFrame' | 'vault.cutTail'
>;

export function createDesktopFiles(desktop: VaultChannels, vault: VaultName): VaultFilesDep {
  return {
    readHeader: async () => map(await desktop['vault.readHeader']({ vault }), (reply) => reply.bytes),
    writeHeader: async (bytes) => map(await desktop['vault.writeHeader']({ vault, bytes }), nothing),
    readJournal: async (offset, maxBytes) =>
      map(await desktop['vault.readJournal']({ vault, offset, maxBytes }), (reply) => reply),
    appendFrame: async (offset, frame) =>
      map(await desktop['vault.appendFrame']({ vault, offset, frame }), (reply) => reply),
    cutTail: async (offset) => map(await desktop['vault.cutTail']({ vault, offset }), nothing),
  };
}

const nothing = (): void => undefined;

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
