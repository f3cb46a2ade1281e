/** Where backups go and how many stay. Kept beside the vault, in plain text: a folder and four numbers. */
import { join } from 'node:path';
import { backupPolicySchema, backupProblemSchema, defaultBackupPolicy } from '@shared/ipc/backup-contract';
import { z } from '@shared/kernel/zod';
import type { FilesPort } from '../ports';
import { ensureFolder, readSpan, writeAtomically } from './write-durably';

const maxBytes = 64 * 1024;

/** Each counts for itself: a number that is out of range does not forget the folder. */
const settingsSchema = z.object({
  /** null: the default folder, beside the vault. */
  chosen: z.object({ path: z.string(), mark: z.string() }).nullable().catch(null),
  policy: backupPolicySchema.catch(defaultBackupPolicy),
  lastProblem: z.object({ problem: backupProblemSchema, code: z.string() }).nullable().catch(null),
});
export type BackupSettings = z.infer<typeof settingsSchema>;

export interface BackupSettingsStore {
  read(): Promise<BackupSettings>;
  change(part: Partial<BackupSettings>): Promise<void>;
}

export function createBackupSettings(files: FilesPort, userData: string): BackupSettingsStore {
  const path = join(userData, 'backup-settings.json');
  let known: BackupSettings | null = null;

  async function read(): Promise<BackupSettings> {
    if (known !== null) return known;
    try {
      const { bytes } = await readSpan(files, path, 0, maxBytes);
      known = settingsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      // Not there yet, or damaged: the default folder is always a good answer.
      known = settingsSchema.parse({});
    }
    return known;
  }

  return {
    read,
    async change(part) {
      const next = { ...(await read()), ...part };
      await ensureFolder(files, userData);
      await writeAtomically(files, path, new TextEncoder().encode(JSON.stringify(next)));
      known = next;
    },
  };
}
