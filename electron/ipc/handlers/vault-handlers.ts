import type { InvokeChannel } from '@shared/ipc/channels';
import type { IpcHandlers } from '@shared/ipc/contract';
import { err, ok } from '@shared/kernel/result';
import type { VaultFiles } from '../../services/vault-files';

export type VaultChannel = Extract<InvokeChannel, `vault.${string}` | `restore.${string}`> | 'disk.status';

export interface VaultHandlersDeps extends Pick<VaultFiles, 'of' | 'diskStatus'> {
  /** Deletes the page's databases, also those that do not open any more. */
  readonly clearCache: () => Promise<void>;
}

export function createVaultHandlers({
  of,
  diskStatus,
  clearCache,
}: VaultHandlersDeps): Pick<IpcHandlers, VaultChannel> {
  return {
    'vault.readHeader': ({ vault }) => of(vault).header.read(),
    'vault.writeHeader': ({ vault, bytes }) => of(vault).header.write(bytes),
    'vault.readRing': ({ vault }) => of(vault).ring.read(),
    'vault.writeRing': ({ vault, bytes }) => of(vault).ring.write(bytes),
    'vault.journalStart': ({ vault }) => of(vault).journal.start(),
    'vault.readJournal': ({ vault, fromSegment, offset, maxBytes }) =>
      of(vault).journal.read(fromSegment, offset, maxBytes),
    'vault.appendFrame': ({ vault, fromSegment, offset, frame, newSegment }) =>
      of(vault).journal.append(fromSegment, offset, frame, newSegment),
    'vault.cutTail': ({ vault, fromSegment, offset }) => of(vault).journal.cutTail(fromSegment, offset),
    'vault.dropSegments': ({ vault, before }) => of(vault).journal.dropSegments(before),
    'vault.listCheckpoints': ({ vault }) => of(vault).checkpoints.list(),
    'vault.readCheckpoint': ({ vault, number, offset, maxBytes }) =>
      of(vault).checkpoints.read(number, offset, maxBytes),
    'vault.writeCheckpoint': ({ vault, number, offset, bytes }) =>
      of(vault).checkpoints.write(number, offset, bytes),
    'vault.readCheckpointPart': ({ vault, number, offset, maxBytes }) =>
      of(vault).checkpoints.readPart(number, offset, maxBytes),
    'vault.finishCheckpoint': ({ vault, number }) => of(vault).checkpoints.finish(number),
    'vault.dropCheckpoint': ({ vault, number }) => of(vault).checkpoints.drop(number),
    'vault.readAnchor': ({ vault, name }) => of(vault).anchor.read(name),
    'vault.writeAnchor': ({ vault, name, bytes }) => of(vault).anchor.write(name, bytes),
    'vault.eraseDemo': () => of('demo').erase(),
    'vault.clearCache': async () => {
      try {
        await clearCache();
        return ok({});
      } catch {
        return err({ tag: 'WriteFailed', code: 'ECACHE' });
      }
    },
    'restore.begin': ({ vault }) => of(vault).restore.begin(),
    'restore.write': ({ vault, piece, number, offset, bytes }) =>
      of(vault).restore.write(piece, number, offset, bytes),
    'restore.read': ({ vault, piece, number, offset, maxBytes }) =>
      of(vault).restore.read(piece, number, offset, maxBytes),
    'restore.finish': ({ vault }) => of(vault).restore.finish(),
    'restore.aside': ({ vault }) => of(vault).restore.aside(),
    'restore.deleteAside': ({ vault }) => of(vault).restore.deleteAside(),
    'disk.status': async () => ok(await diskStatus()),
  };
}
