import { expect, it, vi } from 'vitest';
import { ok } from '@shared/kernel/result';
import { backupStamp } from '@shared/vault/backup-policy';
import { defaultBackupPolicy } from '@shared/ipc/backup-contract';
import { keepHouse, type HousekeepingParts } from '../../../renderer/vault/housekeeping';

const now = Date.UTC(2026, 10, 24, 9, 30);
const hourMs = 60 * 60 * 1000;
const nameAt = (at: number): string => `steading-${backupStamp(at)}-0badcafe.stb`;

function setup(options: {
  readonly savedAt?: number | null;
  readonly backups?: readonly number[] | null;
  readonly name?: 'main' | 'demo';
  readonly state?: 'locked' | 'unlocked';
}) {
  const compact = vi.fn(() => Promise.resolve(ok(null)));
  const backUp = vi.fn(() => Promise.resolve(ok()));
  const { savedAt = null, backups = [], name = 'main', state = 'unlocked' } = options;
  const parts = {
    client: { care: { compact, backUp }, lastSavedAt: () => savedAt, name, state: () => state },
    listBackups: () =>
      Promise.resolve(backups === null ? null : { names: backups.map(nameAt), policy: defaultBackupPolicy }),
    now: () => now,
  } as unknown as HousekeepingParts;
  return { compact, backUp, parts };
}

it.each([
  ['nothing was ever backed up', { backups: [] }, 1],
  [
    'something was saved since the last one, in another hour',
    { savedAt: now - 1, backups: [now - hourMs] },
    1,
  ],
  ['this hour has one', { savedAt: now - 1, backups: [now - 60_000] }, 0],
  ['nothing was saved since', { backups: [now - 2 * hourMs] }, 0],
  ['nothing was saved, but the last one is days old', { backups: [now - 50 * hourMs] }, 1],
  ['the folder cannot be looked at', { savedAt: now - 1, backups: null }, 0],
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
