/**
 * Whose a backup is. A folder may hold those of several vaults, and its names do not tell them apart: the vault's id
 * stands in the clear at each one's start.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import type { FileError } from '@shared/ipc/errors';
import { areBytesEqual } from '@shared/vault/bytes';
import { backupTime } from '@shared/vault/backup-policy';
import type { VaultError } from '@shared/vault/errors';
import type { BackupFile, VaultFilesDep } from '@shared/vault/vault-files';
import type { Sodium } from './crypto/sodium';
import { createBackupReader } from './crypto/v1/backup';
import { decodeHeader } from './crypto/v1/header';
import { fileToVaultError } from './file-errors';

interface OwnerDep {
  readonly sodium: Sodium;
  readonly files: Pick<VaultFilesDep, 'readHeader' | 'listBackups' | 'readBackup'>;
}

/** Enough for any head; not the whole first chunk, so that a huge foreign file is refused at once. */
export const backupHeadBytes = 80 * 1024;

interface BackupHead {
  /** Of a vault that is not the one here. False where that cannot be known. */
  readonly isOtherVault: boolean;
  /** By its head alone: it is a backup, its keys are beside it, and the vault had no damage when it was made. */
  readonly isWhole: boolean;
}

export async function readBackupHead(
  { sodium, files }: OwnerDep,
  { name, hasKeys }: Pick<BackupFile, 'name' | 'hasKeys'>,
): Promise<Result<BackupHead, FileError>> {
  const start = await files.readBackup(name, 'body', 0, backupHeadBytes);
  if (!start.ok) return start;
  const reader = createBackupReader(sodium);
  const isRead = reader.push(start.value.bytes).ok;
  const meta = reader.info();
  return ok({
    isOtherVault: meta !== null && (await isOfOtherVault({ sodium, files }, meta.header)),
    isWhole: hasKeys && isRead && meta?.hasDamage === false,
  });
}

/** False where there is no vault here to be another than. */
export async function isOfOtherVault(
  { sodium, files }: { readonly sodium: Sodium; readonly files: Pick<VaultFilesDep, 'readHeader'> },
  header: Uint8Array,
): Promise<boolean> {
  const read = await files.readHeader();
  const here = read.ok && read.value !== null ? decodeHeader(sodium, read.value) : null;
  const there = decodeHeader(sodium, header);
  if (here?.ok !== true || !there.ok) return false;
  return !areBytesEqual(here.value.vaultId, there.value.vaultId);
}

/** Newest whole backup of this vault up to now: one from the future was made by a clock that was wrong. */
export async function newestOwnBackup(
  dep: OwnerDep,
  at: number,
): Promise<Result<{ readonly name: string | null }, VaultError>> {
  const listed = await dep.files.listBackups();
  if (!listed.ok) return err(fileToVaultError(listed.error));
  const upToNow = listed.value
    .flatMap((file) => {
      const madeAt = backupTime(file.name);
      return madeAt === null || madeAt > at ? [] : [{ file, madeAt }];
    })
    .sort((a, b) => b.madeAt - a.madeAt);
  for (const { file } of upToNow) {
    const head = await readBackupHead(dep, file);
    if (!head.ok) return err(fileToVaultError(head.error));
    if (!head.value.isOtherVault && head.value.isWhole) return ok({ name: file.name });
  }
  return ok({ name: null });
}
