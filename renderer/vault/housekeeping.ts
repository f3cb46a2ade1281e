/**
 * What the vault needs done now and then while it is open, in the background: a checkpoint when one is due, a backup
 * when the present hour has none and something was saved. A failure is told in Settings and tried again.
 */
import { isBackupDue, backupTime } from '@shared/vault/backup-policy';
import type { BackupPolicy } from '@shared/ipc/backup-contract';
import type { VaultClient } from './client';

export interface HousekeepingParts {
  readonly client: Pick<VaultClient, 'care' | 'lastSavedAt' | 'name' | 'state'>;
  /** How many of each sort are kept. Null when the folder cannot be looked at now. */
  readonly backupPolicy: () => Promise<BackupPolicy | null>;
  readonly now: () => number;
}

/** One round of it. Rounds never overlap: the caller waits. */
export async function keepHouse({ client, backupPolicy, now }: HousekeepingParts): Promise<void> {
  if (client.state() !== 'unlocked') return;
  await client.care.compact();
  // Made-up data needs no backup.
  if (client.name === 'demo') return;
  const policy = await backupPolicy();
  const found = policy === null ? null : await client.care.newestBackup();
  if (policy === null || found?.ok !== true) return;
  const { name } = found.value;
  if (!isBackupDue(name === null ? [] : [name], policy, now())) return;
  const madeAt = (name === null ? null : backupTime(name)) ?? 0;
  const savedAt = client.lastSavedAt();
  const isChanged = savedAt !== null && savedAt > madeAt;
  const isOld = now() - madeAt > dayMs;
  if (isChanged || isOld) await client.care.backUp();
}

const dayMs = 24 * 60 * 60 * 1000;
const firstMs = 20_000;
const everyMs = 60_000;

/** Starts a while after unlock, so that the first screen has the machine to itself. Answers with how to stop it. */
export function startHousekeeping(parts: HousekeepingParts): () => void {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const plan = (ms: number): void => {
    timer = setTimeout(() => {
      void keepHouse(parts).finally(() => {
        if (!isStopped) plan(everyMs);
      });
    }, ms);
  };
  plan(firstMs);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
