import type { InvokeChannel } from '@shared/ipc/channels';
import type { IpcHandlers } from '@shared/ipc/contract';
import type { Backups } from '../../services/backups';

export type BackupChannel = Extract<InvokeChannel, `backup.${string}`>;

export function createBackupHandlers(backups: Backups): Pick<IpcHandlers, BackupChannel> {
  return {
    'backup.status': () => backups.folder.status(),
    'backup.chooseFolder': () => backups.folder.choose(),
    'backup.useDefaultFolder': () => backups.folder.useDefault(),
    'backup.setPolicy': ({ policy }) => backups.folder.setPolicy(policy),
    'backup.pick': ({ vault }) => backups.pick(vault),
    'backup.list': ({ vault }) => backups.list(vault),
    'backup.read': ({ vault, ...what }) => backups.read(vault, what),
    'backup.writePart': ({ vault, name, part, offset, bytes }) =>
      backups.change(vault, (files) => files.writePart(name, part, offset, bytes)),
    'backup.readPart': ({ vault, name, part, offset, maxBytes }) =>
      backups.readPart(vault, name, part, offset, maxBytes),
    'backup.finish': ({ vault, name }) => backups.finish(vault, name),
    'backup.drop': ({ vault, name }) => backups.change(vault, (files) => files.drop(name)),
    'backup.rewriteKeys': ({ vault, name, bytes }) =>
      backups.change(vault, (files) => files.rewriteKeys(name, bytes)),
  };
}
