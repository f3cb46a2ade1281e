/**
 * The folder of the backups. The page learns its last name only. A chosen folder is marked by a small file: without
 * the mark it is not that folder (a stick that was pulled out leaves its empty place behind), and nothing is
 * written there.
 */
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { BackupPolicy } from '@shared/ipc/backup-contract';
import type { IpcReply } from '@shared/ipc/contract';
import type { BackupFolderError, FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { AskWhatToOpen, FilesPort } from '../ports';
import { isInCloudFolder } from './app-info';
import type { BackupSettingsStore } from './backup-settings';
import { freeBytes } from './disk-reserve';
import { isMissing, toBackupError, toWriteError } from './file-error';
import { createTaskQueue } from './task-queue';
import { ensureFolder, readSpan, syncFolder, withFile, writeAll } from './write-durably';

type Status = IpcReply<'backup.status'>;

export interface BackupFolder {
  status(): Promise<Result<Status, FileError>>;
  choose(): Promise<Result<Status, FileError>>;
  useDefault(): Promise<Result<Status, FileError>>;
  setPolicy(policy: BackupPolicy): Promise<Result<Status, FileError>>;
  policy(): Promise<BackupPolicy>;
  /** The folder as it is to be used now. Throws what the system says when it is not there. */
  ready(): Promise<string>;
  /** Remembers what went wrong last, or that all went well. */
  note(problem: BackupFolderError | null): Promise<void>;
  settled(): Promise<void>;
}

export interface BackupFolderDeps {
  readonly files: FilesPort;
  readonly settings: BackupSettingsStore;
  readonly userData: string;
  /** Where the dialog starts. */
  readonly documents: string;
  readonly cloudRoots: readonly string[];
  readonly askWhatToOpen: AskWhatToOpen;
  readonly createMark: () => string;
}

const markName = '.steading-backups';
const probeName = '.steading-probe';
const maxMarkBytes = 256;
const markPattern = /^[0-9a-f]{32}$/;

/** As the system would say it of a folder that is not there. */
const gone = (): Error => Object.assign(new Error('not the chosen folder'), { code: 'ENOENT' });

export function createBackupFolder(deps: BackupFolderDeps): BackupFolder {
  const { files, settings } = deps;
  const queue = createTaskQueue();
  const defaultFolder = join(deps.userData, 'backups');

  async function readMark(folder: string): Promise<string | null> {
    try {
      const { bytes } = await readSpan(files, join(folder, markName), 0, maxMarkBytes);
      const mark = new TextDecoder().decode(bytes).trim();
      return markPattern.test(mark) ? mark : null;
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
  }

  async function ready(): Promise<string> {
    const { chosen } = await settings.read();
    if (chosen === null) {
      await ensureFolder(files, defaultFolder);
      return defaultFolder;
    }
    if ((await readMark(chosen.path)) !== chosen.mark) throw gone();
    return chosen.path;
  }

  /** Everything that a backup needs of a folder: a file written, fsynced, renamed, deleted. */
  async function probe(folder: string): Promise<void> {
    const [path, renamed] = [join(folder, `${probeName}.part`), join(folder, probeName)];
    try {
      await withFile(files, path, 'w', async (handle) => {
        await writeAll(handle, new Uint8Array(512), 0);
        await handle.sync();
      });
      await files.rename(path, renamed);
      await files.rm(renamed, {});
    } catch (cause) {
      await files.rm(path, { force: true }).catch(() => undefined);
      await files.rm(renamed, { force: true }).catch(() => undefined);
      throw cause;
    }
  }

  async function isWritable(): Promise<boolean> {
    try {
      await probe(await ready());
      return true;
    } catch {
      return false;
    }
  }

  async function status(): Promise<Result<Status, FileError>> {
    const { chosen, policy, lastProblem } = await settings.read();
    const path = chosen?.path ?? defaultFolder;
    const canWrite = await isWritable();
    return ok({
      folderName: basename(path),
      isDefault: chosen === null,
      isCloud: isInCloudFolder(path, deps.cloudRoots),
      isWritable: canWrite,
      freeBytes: canWrite ? await freeBytes(files, path) : null,
      policy,
      lastProblem,
    });
  }

  /** The app's own folders: a restore moves them about. */
  function isOwn(folder: string): boolean {
    const way = relative(resolve(deps.userData), folder);
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
  }

  async function adopt(folder: string): Promise<Result<Status, FileError>> {
    if (isOwn(folder)) {
      if (folder === resolve(defaultFolder)) return useDefault();
      return err({ tag: 'BackupFolder', problem: 'own-folder', code: 'EINVAL' });
    }
    let mark: string;
    try {
      await probe(folder);
      // A folder that was used before keeps its mark: two computers may share it.
      const found = await readMark(folder);
      mark = found ?? deps.createMark();
      if (found === null) {
        await withFile(files, join(folder, markName), 'w', async (handle) => {
          await writeAll(handle, new TextEncoder().encode(`${mark}\n`), 0);
          await handle.sync();
        });
        await syncFolder(files, folder);
      }
    } catch (cause) {
      return err(toBackupError(cause));
    }
    return change({ chosen: { path: folder, mark }, lastProblem: null });
  }

  async function change(
    part: Parameters<BackupSettingsStore['change']>[0],
  ): Promise<Result<Status, FileError>> {
    try {
      await settings.change(part);
    } catch (cause) {
      return err(toWriteError(cause));
    }
    return status();
  }

  const useDefault = (): Promise<Result<Status, FileError>> => change({ chosen: null, lastProblem: null });

  return {
    status: () => queue.run(status),
    async choose() {
      const { chosen } = await settings.read();
      const answer = await deps.askWhatToOpen({
        defaultPath: chosen?.path ?? deps.documents,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      const path = answer.filePaths[0];
      if (answer.canceled || path === undefined || path === '') return err({ tag: 'Cancelled' });
      return queue.run(() => adopt(resolve(path)));
    },
    useDefault: () => queue.run(useDefault),
    setPolicy: (policy) => queue.run(() => change({ policy })),
    policy: () => settings.read().then(({ policy }) => policy),
    ready,
    note: (problem) =>
      queue.run(async () => {
        const { lastProblem } = await settings.read();
        const next = problem === null ? null : { problem: problem.problem, code: problem.code };
        if (lastProblem?.problem === next?.problem && lastProblem?.code === next?.code) return;
        // Only a note: it is not worth failing a backup for.
        await settings.change({ lastProblem: next }).catch(() => undefined);
      }),
    settled: () => queue.settled(),
  };
}
