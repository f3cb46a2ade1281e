/** The keyring files that lie beside the backups: a copy for when both of the vault's own are lost, and to shred. */
import { err, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import type { VaultError } from '@shared/vault/errors';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { readBackupHead } from './backup-owner';
import type { Sodium } from './crypto/sodium';
import { decodeBackupRing, encodeBackupRing, type BackupRing } from './crypto/v1/backup';
import { openRing, sealRing } from './crypto/v1/ring';
import { fileToVaultError } from './file-errors';
import type { OpenVault } from './load';

interface RingDep {
  readonly sodium: Sodium;
  readonly files: Pick<VaultFilesDep, 'readHeader' | 'listBackups' | 'readBackup' | 'rewriteBackupKeys'>;
}

/** More than any ring: thousands of people's keys fit in it. */
const maxRingBytes = 32 * 1024 * 1024;

/** Null when there is no backup, or none whose keys open: those of another vault in the folder do not. */
export async function newestBackupRing(
  dep: RingDep,
  vaultId: Uint8Array,
  ringKey: Uint8Array,
): Promise<Uint8Array | null> {
  const listed = await dep.files.listBackups();
  if (!listed.ok) return null;
  for (const { name } of [...listed.value].sort((a, b) => (a.name < b.name ? 1 : -1))) {
    const read = await readBackupRing(dep, name);
    if (read.ok && openRing(dep.sodium, ringKey, vaultId, read.value.ring).ok) return read.value.ring;
  }
  return null;
}

export async function readBackupRing(
  { sodium, files }: RingDep,
  name: string | null,
): Promise<Result<BackupRing, VaultError>> {
  const read = await files.readBackup(name, 'keys', 0, maxRingBytes);
  if (!read.ok) return err(fileToVaultError(read.error));
  return decodeBackupRing(sodium, read.value.bytes);
}

/**
 * Takes the people's keys out of every backup of this vault that can be reached. Answers with how many were not; null
 * when the folder could not be looked into.
 */
export async function shredBackupRings(
  dep: RingDep,
  current: Pick<OpenVault, 'header' | 'keys'>,
  isGone: (owners: readonly RecordId[]) => boolean,
): Promise<number | null> {
  const { sodium, files } = dep;
  const listed = await files.listBackups();
  if (!listed.ok) return null;
  let notReached = 0;
  for (const file of listed.value) {
    const { name } = file;
    const read = await readBackupRing(dep, name);
    const opened = read.ok
      ? openRing(sodium, current.keys.ringKey, current.header.vaultId, read.value.ring)
      : read;
    if (!read.ok || !opened.ok) {
      const head = await readBackupHead(dep, file);
      if (!head.ok || !head.value.isOtherVault) notReached += 1;
      continue;
    }
    const entries = opened.value.entries.filter((entry) => !isGone(entry.owners));
    if (entries.length === opened.value.entries.length) continue;
    const ring = sealRing(sodium, current.keys.ringKey, current.header.vaultId, { ...opened.value, entries });
    const { backupId } = read.value;
    const written = await files.rewriteBackupKeys(name, encodeBackupRing(sodium, { backupId, ring }));
    if (!written.ok) notReached += 1;
  }
  return notReached;
}

export function isHeldByAny(ids: ReadonlySet<RecordId>): (owners: readonly RecordId[]) => boolean {
  return (owners) => owners.some((owner) => ids.has(owner));
}
