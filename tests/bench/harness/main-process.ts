/** Main's own file services and channel handlers on a real folder, without the windows around them. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { createBackupHandlers } from '../../../electron/ipc/handlers/backup-handlers.js';
import { createVaultHandlers } from '../../../electron/ipc/handlers/vault-handlers.js';
import { createBackups } from '../../../electron/services/backups.js';
import { createProcesses } from '../../../electron/services/processes.js';
import { createVaultFiles } from '../../../electron/services/vault-files.js';

export type Handler = (request: unknown) => Promise<unknown>;
export type MainProcess = ReadonlyMap<string, Handler>;

export function createMainProcess(folder: string): MainProcess {
  const vaultFiles = createVaultFiles({
    files: fs,
    processes: createProcesses({ wall: () => Date.now() }),
    monotonic: () => performance.now(),
    timer: {
      every: (ms, task) => {
        const interval = setInterval(task, ms).unref();
        return () => clearInterval(interval);
      },
    },
    userData: folder,
    appData: join(folder, 'app-data'),
    onLow: () => process.stderr.write('The disk is nearly full.\n'),
  });
  const backups = createBackups({
    files: fs,
    userData: folder,
    documents: join(folder, 'documents'),
    cloudRoots: [],
    askWhatToOpen: () => Promise.resolve({ canceled: true, filePaths: [] }),
    now: () => Date.now(),
    createMark: () => randomBytes(16).toString('hex'),
  });
  const handlers = {
    ...createVaultHandlers({ ...vaultFiles, clearCache: () => Promise.resolve() }),
    ...createBackupHandlers(backups),
  };
  // What the page sends fits: it comes from the app's own createDesktopFiles.
  return new Map(Object.entries(handlers) as unknown as readonly (readonly [string, Handler])[]);
}
