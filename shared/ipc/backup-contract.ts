/** The folder of the backups. The page names a backup by its file name, which says when it was made; no path. */
import { bytesSchema, z } from '@shared/kernel/zod';
import type { BackupProblem } from './errors';
import { maxChunkBytes, nothing, sized, vaultName } from './vault-contract';

/** How many backups of each sort stay: the newest one of each of that many hours, days, weeks and months. */
export const backupPolicySchema = z.strictObject({
  hourly: z.int().min(0).max(48),
  daily: z.int().min(1).max(60),
  weekly: z.int().min(0).max(52),
  monthly: z.int().min(0).max(36),
});
export type BackupPolicy = z.infer<typeof backupPolicySchema>;
export const defaultBackupPolicy: BackupPolicy = { hourly: 24, daily: 7, weekly: 4, monthly: 12 };

export const backupNamePattern = /^steading-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-[0-9a-f]{8}\.stb$/;
const backupName = z.string().regex(backupNamePattern);

const problems = ['full', 'missing', 'read-only', 'too-large', 'own-folder', 'failed'] as const;
export const backupProblemSchema = z.enum(problems satisfies readonly BackupProblem[]);

const offset = z.int().min(0);
const maxBytes = z.int().min(1).max(maxChunkBytes);
const part = z.enum(['body', 'keys']);
const span = z.strictObject({ bytes: bytesSchema, end: offset });
const inVault = z.strictObject({ vault: vaultName });
const named = inVault.extend({ name: backupName });

const status = z.strictObject({
  /** The last part of the folder's path: the page never gets the rest. */
  folderName: z.string(),
  isDefault: z.boolean(),
  /** In a folder that a cloud service copies away. */
  isCloud: z.boolean(),
  isWritable: z.boolean(),
  freeBytes: z.int().min(0).nullable(),
  policy: backupPolicySchema,
  /** What went wrong last; null once something went well again. */
  lastProblem: z.strictObject({ problem: backupProblemSchema, code: z.string() }).nullable(),
});

export const backupContract = {
  'backup.status': { request: nothing, reply: status },
  /** Asks for a folder, tries it out, and remembers it only if it can be written in. */
  'backup.chooseFolder': { request: nothing, reply: status },
  'backup.useDefaultFolder': { request: nothing, reply: status },
  'backup.setPolicy': { request: z.strictObject({ policy: backupPolicySchema }), reply: status },
  /** Asks for a backup file, which `backup.read` without a name then reads. */
  'backup.pick': {
    request: inVault,
    reply: z.strictObject({ name: backupName.nullable(), size: offset, hasKeys: z.boolean() }),
  },
  'backup.list': {
    request: inVault,
    reply: z.strictObject({
      backups: z.array(z.strictObject({ name: backupName, size: offset, hasKeys: z.boolean() })),
      policy: backupPolicySchema,
    }),
  },
  'backup.read': {
    request: inVault.extend({ name: backupName.nullable(), part, offset, maxBytes }),
    reply: span,
  },
  'backup.writePart': {
    request: named.extend({ part, offset, bytes: sized(maxChunkBytes) }),
    reply: nothing,
  },
  'backup.readPart': { request: named.extend({ part, offset, maxBytes }), reply: span },
  'backup.finish': { request: named, reply: nothing },
  'backup.drop': { request: named, reply: nothing },
  'backup.rewriteKeys': { request: named.extend({ bytes: sized(maxChunkBytes) }), reply: nothing },
} as const;
