/** The two vaults' folders: the person's own, and the made-up one of "Look around". */
import { join } from 'node:path';
import type { IpcReply, IpcRequest } from '@shared/ipc/contract';
import type { FilesPort, ProcessesPort, TimerPort } from '../ports';
import { freeBytes, lowBytes } from './disk-reserve';
import { createVaultFolder, type VaultFolder } from './vault-folder';

export type VaultName = IpcRequest<'vault.readHeader'>['vault'];

export interface VaultFilesDeps {
  readonly files: FilesPort;
  readonly processes: ProcessesPort;
  readonly monotonic: () => number;
  readonly timer: Pick<TimerPort, 'every'>;
  readonly userData: string;
  /** Where the app's own folders lie, outside the profile. */
  readonly appData: string;
  /** Room ran short while something was saved. */
  readonly onLow: () => void;
  readonly segmentBytes?: number;
  readonly reserveBytes?: number;
}

export interface VaultFiles {
  of(vault: VaultName): VaultFolder;
  diskStatus(): Promise<IpcReply<'disk.status'>>;
  /** Resolves when no file call is under way: the app may leave then. */
  settled(): Promise<void>;
}

const idleMs = 15_000;

export function createVaultFiles(deps: VaultFilesDeps): VaultFiles {
  const { files, processes, monotonic, userData, onLow } = deps;
  const create = (folder: string, anchorFolder: string): VaultFolder =>
    createVaultFolder({
      files,
      processes,
      monotonic,
      folder,
      anchorFolder,
      segmentBytes: deps.segmentBytes ?? 8 * 1024 * 1024,
      reserveBytes: deps.reserveBytes ?? 16 * 1024 * 1024,
      onLow,
    });
  const demoFolder = join(userData, 'vault-demo');
  const folders: Record<VaultName, VaultFolder> = {
    main: create(join(userData, 'vault'), join(deps.appData, 'Steading Anchor')),
    // Made up, and gone without a trace when it is erased.
    demo: create(demoFolder, join(demoFolder, 'anchor')),
  };
  deps.timer.every(idleMs, () => {
    folders.main.closeIdle();
    folders.demo.closeIdle();
  });
  return {
    of: (vault) => folders[vault],
    async diskStatus() {
      const free = await freeBytes(files, userData);
      return {
        freeBytes: free,
        isLow: free !== null && free < lowBytes,
        isReserveUsed: folders.main.isReserveUsed(),
      };
    },
    async settled() {
      await Promise.all([folders.main.settled(), folders.demo.settled()]);
    },
  };
}
