import { expect, it, vi } from 'vitest';
import { err, ok } from '@shared/kernel/result';
import { backupStamp } from '@shared/vault/backup-policy';
import { defaultBackupPolicy } from '@shared/ipc/backup-contract';
import { keepHouse, type HousekeepingParts } from '../../../renderer/vault/housekeeping';

const now = Date.UTC(2026, 10, 24, 9, 30);
const hourMs = 60 * 60 * 1000;
const nameAt = (at: number): string => `steading-${backupStamp(at)}-0badcafe.stb`;

function setup(options: {
  readonly savedAt?: number | null;
  /** When the newest backup of this vault was made. */
  readonly newest?: number | null | 'unread';
  readonly hasFolder?: boolean;
  readonly name?: 'main' | 'demo';
  readonly state?: 'locked' | 'unlocked';
}) {
  const compact = vi.fn(() => Promise.resolve(ok(null)));
  const backUp = vi.fn(() => Promise.resolve(ok()));
  const { savedAt = null, newest = null, name = 'main', state = 'unlocked', hasFolder = true } = options;
  const newestBackup = (): Promise<unknown> =>
    Promise.resolve(
      newest === 'unread'
        ? err({ tag: 'VaultLocked' })
        : ok({ name: newest === null ? null : nameAt(newest) }),
    );
  const parts = {
    client: { care: { compact, backUp, newestBackup }, lastSavedAt: () => savedAt, name, state: () => state },
    backupPolicy: () => Promise.resolve(hasFolder ? defaultBackupPolicy : null),
    now: () => now,
  } as unknown as HousekeepingParts;
  return { compact, backUp, parts };
}

it.each([
  ['nothing was ever backed up', { newest: null }, 1],
  ['something was saved since the last one, in another hour', { savedAt: now - 1, newest: now - hourMs }, 1],
  ['this hour has one', { savedAt: now - 1, newest: now - 60_000 }, 0],
  ['nothing was saved since', { newest: now - 2 * hourMs }, 0],
  ['nothing was saved, but the last one is days old', { newest: now - 50 * hourMs }, 1],
  ['the folder cannot be looked at', { savedAt: now - 1, hasFolder: false }, 0],
  ['a backup in it cannot be read', { savedAt: now - 1, newest: 'unread' }, 0],
  ['it is made-up data', { savedAt: now - 1, name: 'demo' }, 0],
] as const)('when %s: backups made %#', async (_what, options, times) => {
  const { parts, backUp, compact } = setup(options);
  await keepHouse(parts);
  expect(backUp).toHaveBeenCalledTimes(times);
  expect(compact).toHaveBeenCalledTimes(1);
});

it('leaves a locked vault alone', async () => {
  const { parts, backUp, compact } = setup({ state: 'locked' });
  await keepHouse(parts);
  expect([backUp.mock.calls.length, compact.mock.calls.length]).toEqual([0, 0]);
});
