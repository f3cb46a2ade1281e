/**
 * The main process's files as the page gets them: the real services behind the real wrapper of the channels, over
 * any file system. Only the window, the dialogs and Electron's message passing are not there.
 */
import type { VaultName } from '@shared/vault/vault-api';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { Desktop, IpcHandlers } from '@shared/ipc/contract';
import { bindHandlers } from '../../electron/ipc/bind-handlers';
import { createBackupHandlers } from '../../electron/ipc/handlers/backup-handlers';
import { createVaultHandlers } from '../../electron/ipc/handlers/vault-handlers';
import type { FilesPort, InvokeEvent, OpenDialogOptions, ProcessesPort } from '../../electron/ports';
import { createBackups } from '../../electron/services/backups';
import { createVaultFiles } from '../../electron/services/vault-files';
import { createDesktopFiles } from '../../renderer/vault/desktop-files';

export interface ServedFiles {
  readonly desktop: Desktop;
  dep(vault?: VaultName): VaultFilesDep;
  settled(): Promise<void>;
  /** How often the page was told that room ran short. */
  readonly lowTold: number;
  /** Runs what the app does each quarter of a minute. */
  tick(): void;
}

export interface ServedOptions {
  readonly files: FilesPort;
  readonly userData?: string;
  readonly appData?: string;
  readonly segmentBytes?: number;
  /** None unless asked for: 16 MiB of zeros for each vault would make tests slow. */
  readonly reserveBytes?: number;
  readonly processes?: Partial<ProcessesPort>;
  readonly cloudRoots?: readonly string[];
  /** What the person picks in the open dialog; null cancels. */
  readonly pick?: (options: OpenDialogOptions) => string | null;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Milliseconds that never go backwards. */
  readonly monotonic?: () => number;
}

const origin = 'app://local';
const fromOurPage: InvokeEvent = { senderFrame: { origin, parent: null } };

export function serveFiles(options: ServedOptions): ServedFiles {
  const { files, userData = '/profile', appData = '/appdata' } = options;
  const now = options.now ?? ((): number => Date.UTC(2026, 10, 24));
  let lowTold = 0;
  let marks = 0;
  let tick = (): void => undefined;
  const vaultFiles = createVaultFiles({
    files,
    processes: {
      pid: 100,
      isAlive: () => false,
      startMark: () => Promise.resolve('boot 1'),
      bootedAt: () => 0,
      now,
      ...options.processes,
    },
    monotonic: options.monotonic ?? ((): number => 0),
    timer: {
      every: (_ms, task) => {
        tick = task;
        return () => undefined;
      },
    },
    userData,
    appData,
    onLow: () => {
      lowTold += 1;
    },
    segmentBytes: options.segmentBytes,
    reserveBytes: options.reserveBytes ?? 0,
  });
  const backups = createBackups({
    files,
    userData,
    documents: '/documents',
    cloudRoots: options.cloudRoots ?? [],
    askWhatToOpen: (dialog) => {
      const path = options.pick?.(dialog) ?? null;
      return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
    },
    now,
    createMark: () => {
      marks += 1;
      return String(marks).padStart(32, '0');
    },
  });

  const channels: Record<string, (request: unknown) => Promise<unknown>> = {};
  const refuse = (): Promise<never> => Promise.reject(new Error('not served here'));
  bindHandlers({
    ipcMain: {
      handle: (channel, listener) => {
        channels[channel] = (request) => listener(fromOurPage, request);
      },
    },
    trustedOrigin: origin,
    refusals: { note: () => undefined },
    handlers: new Proxy(
      {
        ...createVaultHandlers({ ...vaultFiles, clearCache: () => Promise.resolve() }),
        ...createBackupHandlers(backups),
      } as IpcHandlers,
      {
        get: (handlers, name) => (handlers as unknown as Record<string | symbol, unknown>)[name] ?? refuse,
      },
    ),
  });
  const desktop = channels as unknown as Desktop;
  return {
    desktop,
    dep: (vault = 'main') => createDesktopFiles(desktop, vault),
    async settled() {
      await Promise.all([vaultFiles.settled(), backups.settled()]);
    },
    get lowTold() {
      return lowTold;
    },
    tick: () => {
      tick();
    },
  };
}
