/** The machine in facts that name nobody: no host, no user, no path. */
import { statfsSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

export interface MachineFacts {
  readonly platform: string;
  readonly arch: string;
  readonly node: string;
  readonly chromium: string;
  readonly processors: number;
  readonly processor: string;
  readonly memoryGiB: number;
  /** Where the profiles were; in memory an fsync costs nothing. */
  readonly fileSystem: string;
  readonly loadAtStart: number;
}

/** Magic numbers of statfs(2). */
const fileSystems = new Map([
  [0xef53, 'ext4'],
  [0x0102_1994, 'tmpfs (in memory)'],
  [0x5846_5342, 'xfs'],
  [0x9123_683e, 'btrfs'],
  [0x794c_7630, 'overlayfs'],
  [0x2fc1_2fc1, 'zfs'],
]);

export function machineFacts(folder: string, chromium: string): MachineFacts {
  const [first] = cpus();
  const { type } = statfsSync(folder);
  return {
    platform: platform(),
    arch: arch(),
    node: process.versions.node,
    chromium,
    processors: cpus().length,
    processor: first?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    fileSystem: fileSystems.get(type) ?? `type 0x${type.toString(16)}`,
    loadAtStart: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}
