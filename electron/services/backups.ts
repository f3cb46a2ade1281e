/**
 * Backups of both vaults: the person's own in the chosen folder, those of the made-up one inside its own folder,
 * gone with it. Also the one file that the person picked in a dialog: main remembers it, the page never learns where
 * it lies.
 */
import { basename, join } from 'node:path';
import { backupNamePattern, defaultBackupPolicy } from '@shared/ipc/backup-contract';
import type { IpcReply, IpcRequest } from '@shared/ipc/contract';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { AskWhatToOpen, FilesPort } from '../ports';
import { type BackupFiles, type BackupPart, createBackupFiles, keysPathOf } from './backup-files';
import { type BackupFolder, createBackupFolder } from './backup-folder';
import { createBackupSettings } from './backup-settings';
import { toBackupError } from './file-error';
import { createTaskQueue, type TaskQueue } from './task-queue';
import type { VaultName } from './vault-files';
import { ensureFolder, exists, readSpan } from './write-durably';

type Answer<T> = Promise<Result<T, FileError>>;
type Reading = Omit<IpcRequest<'backup.read'>, 'vault'>;

export interface Backups {
  readonly folder: Pick<BackupFolder, 'status' | 'choose' | 'useDefault' | 'setPolicy'>;
  pick(vault: VaultName): Answer<IpcReply<'backup.pick'>>;
  list(vault: VaultName): Answer<IpcReply<'backup.list'>>;
  read(vault: VaultName, what: Reading): Answer<{ bytes: Uint8Array; end: number }>;
  /** Anything that writes: its failures are what Settings shows as the last problem. */
  change<T>(vault: VaultName, task: (files: BackupFiles) => Answer<T>): Answer<T>;
  readPart(
    vault: VaultName,
    name: string,
    part: BackupPart,
    offset: number,
    maxBytes: number,
  ): Answer<{ bytes: Uint8Array; end: number }>;
  finish(vault: VaultName, name: string): Answer<Record<string, never>>;
  settled(): Promise<void>;
}

export interface BackupsDeps {
  readonly files: FilesPort;
  readonly userData: string;
  readonly documents: string;
  readonly cloudRoots: readonly string[];
  readonly askWhatToOpen: AskWhatToOpen;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** 32 random hex digits. */
  readonly createMark: () => string;
}

export function createBackups(deps: BackupsDeps): Backups {
  const { files, userData, now } = deps;
  const folder = createBackupFolder({ ...deps, settings: createBackupSettings(files, userData) });
  const demoFolder = join(userData, 'vault-demo', 'backups');
  const ofVault: Record<VaultName, BackupFiles> = {
    main: createBackupFiles({ files, now, folder: () => folder.ready() }),
    demo: createBackupFiles({
      files,
      now,
      folder: async () => {
        await ensureFolder(files, demoFolder);
        return demoFolder;
      },
    }),
  };
  const queues: Record<VaultName, TaskQueue> = { main: createTaskQueue(), demo: createTaskQueue() };
  const picked = new Map<VaultName, string>();

  function guarded<T>(vault: VaultName, task: () => Answer<T>): Answer<T> {
    return queues[vault].run(async () => {
      try {
        return await task();
      } catch (cause) {
        return err(toBackupError(cause));
      }
    });
  }

  async function change<T>(vault: VaultName, task: (backups: BackupFiles) => Answer<T>): Answer<T> {
    const result = await guarded(vault, () => task(ofVault[vault]));
    if (vault === 'main' && !result.ok && result.error.tag === 'BackupFolder')
      await folder.note(result.error);
    return result;
  }

  /** Never opened when it is no plain file: a pipe or a device would not come to an end. */
  async function readPicked(path: string, { part, offset, maxBytes }: Reading) {
    const from = part === 'body' ? path : keysPathOf(path);
    if (!(await files.stat(from)).isFile()) return err({ tag: 'ReadFailed', code: 'ENOTFILE' });
    return ok(await readSpan(files, from, offset, maxBytes));
  }

  return {
    folder,
    async pick(vault) {
      const answer = await deps.askWhatToOpen({
        defaultPath: await folder.ready().catch(() => deps.documents),
        filters: [{ name: 'Steading backup', extensions: ['stb', 'stbk'] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      const chosen = answer.filePaths[0];
      if (answer.canceled || chosen === undefined || chosen === '') return err({ tag: 'Cancelled' });
      return guarded(vault, async () => {
        // Either of the two names the pair.
        const path = chosen.replace(/\.stbk$/i, '.stb');
        const facts = await files.stat(path);
        if (!facts.isFile()) return err({ tag: 'ReadFailed', code: 'ENOTFILE' });
        picked.set(vault, path);
        const name = basename(path);
        return ok({
          // Its own name only when it is one of ours: a person may have put other people's names into it.
          name: backupNamePattern.test(name) ? name : null,
          size: facts.size,
          hasKeys: await exists(files, keysPathOf(path)),
        });
      });
    },
    list: (vault) =>
      guarded(vault, async () =>
        ok({
          backups: await ofVault[vault].list(),
          policy: vault === 'main' ? await folder.policy() : defaultBackupPolicy,
        }),
      ),
    read: (vault, what) =>
      guarded(vault, async () => {
        const path = picked.get(vault);
        if (what.name !== null) {
          return ofVault[vault].read(what.name, what.part, what.offset, what.maxBytes);
        }
        return path === undefined ? err({ tag: 'ReadFailed', code: 'ENOENT' }) : readPicked(path, what);
      }),
    change,
    readPart: (vault, ...where) => guarded(vault, () => ofVault[vault].readPart(...where)),
    async finish(vault, name) {
      const result = await change(vault, (backups) => backups.finish(name));
      if (vault === 'main' && result.ok) await folder.note(null);
      return result;
    },
    async settled() {
      await Promise.all([queues.main.settled(), queues.demo.settled()]);
      await folder.settled();
    },
  };
}
