import type { IpcHandlers } from '@shared/ipc/contract';
import type { VaultFiles } from '../../services/vault-files';

type VaultChannel =
  | 'vault.readHeader'
  | 'vault.writeHeader'
  | 'vault.readJournal'
  | 'vault.appendFrame'
  | 'vault.cutTail'
  | 'vault.eraseDemo';

export function createVaultHandlers(files: VaultFiles): Pick<IpcHandlers, VaultChannel> {
  return {
    'vault.readHeader': ({ vault }) => files.readHeader(vault),
    'vault.writeHeader': ({ vault, bytes }) => files.writeHeader(vault, bytes),
    'vault.readJournal': ({ vault, offset, maxBytes }) => files.readJournal(vault, offset, maxBytes),
    'vault.appendFrame': ({ vault, offset, frame }) => files.appendFrame(vault, offset, frame),
    'vault.cutTail': ({ vault, offset }) => files.cutTail(vault, offset),
    'vault.eraseDemo': () => files.eraseDemo(),
  };
}
