/**
 * What keeps a vault sound, beside saving and reading: earlier versions, the check, tidying, the log of what was
 * done, erasure and backups. Part of the worker contract; `VaultApi` joins it.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { Result } from '@shared/kernel/result';
import type { KindName } from '@shared/records/registry';
import type { RecordError, VaultError } from './errors';
import type { StoredRecord, Write } from './vault-api';

/** Where a piece of the vault is kept. */
export type VaultPiece = 'journal' | 'checkpoint' | 'cache' | 'keyring' | 'anchor' | 'log' | 'backup';

/** One thing that is not as the manifest says. */
export interface Finding {
  readonly piece: VaultPiece;
  readonly problem: 'missing' | 'altered' | 'older' | 'extra' | 'duplicate' | 'truncated' | 'unreadable';
  /** The record that it is about, when it is about one. */
  readonly id: RecordId | null;
  readonly kind: KindName | null;
  /** Where a whole copy is, or was taken from; null when nowhere but perhaps in a backup. */
  readonly copyIn: VaultPiece | null;
  /** Put right already. */
  readonly isMended: boolean;
}

export interface CheckReport {
  readonly records: number;
  readonly frames: number;
  readonly bytes: number;
  /** The first 500; `findingCount` counts them all. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
}

/** A record's earlier version, or a removed record's last one. Newest first where several. */
export interface EarlierVersion<K extends KindName = KindName> extends StoredRecord<K> {
  /** When it was replaced or removed, epoch milliseconds. */
  readonly replacedAt: number;
}

/** In Deleted items: brought back by saving `value` with `baseRevision` = `removedRevision`. */
export interface RemovedRecord extends EarlierVersion {
  readonly removedRevision: number;
}

/** What the log holds of one event: ids and counts, never a name or a text. */
export const auditEvents = [
  'created',
  'unlock',
  'unlock-by-code',
  'unlock-refused',
  'lock',
  'passphrase-changed',
  'recovery-code-replaced',
  'view',
  'edit',
  'remove',
  'bring-back',
  'import',
  'export',
  'print',
  'backup',
  'backup-failed',
  'drill',
  'restore',
  'erase-person',
  'purge',
  'hold-set',
  'hold-lifted',
  'check',
  'mended',
  'older-copy-accepted',
  'settings-changed',
] as const;
export type AuditEvent = (typeof auditEvents)[number];

export interface ErasedCounts {
  readonly erased: number;
  readonly redacted: number;
  /**
   * Backups whose keys could not be rewritten: they still show the person to who has their passphrase, until they are
   * replaced. Null: the folder could not be looked into.
   */
  readonly backupsNotReached: number | null;
}

export interface AuditNote {
  readonly event: AuditEvent;
  readonly kind?: KindName;
  /** At most 20; `count` says how many there were. */
  readonly ids?: readonly RecordId[];
  readonly count?: number;
  /** A short code such as "csv" or "idle": lower-case letters, digits and hyphens. */
  readonly detail?: string;
}

export interface AuditEntry extends AuditNote {
  readonly index: number;
  readonly at: number;
}

export interface AuditLog {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  readonly count: number;
  /** Index of the first entry at which the chain does not hold; null when all of it does. */
  readonly brokenAt: number | null;
  /** Hash of the newest entry, 64 hex digits: on paper it proves later that the log up to here was not changed. */
  readonly head: string;
}

export interface CompactReport {
  readonly records: number;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

/** What a backup says of itself once it was read back and opened. */
export interface BackupProof {
  readonly name: string;
  readonly madeAt: number;
  readonly records: number;
  readonly recordsByKind: Readonly<Partial<Record<KindName, number>>>;
  readonly people: number;
  readonly bytes: number;
  /** Made while the vault had damage: never counted as the last good one. */
  readonly hasDamage: boolean;
  /** Of a vault that is not the one here: told, not forbidden. */
  readonly isOtherVault: boolean;
}

/** A backup file in the chosen folder (by its name), or the one that the person just picked in the file dialog. */
export type BackupSource = { readonly from: 'folder'; readonly name: string } | { readonly from: 'picked' };

export type BackupSecret =
  | { readonly by: 'passphrase'; readonly bytes: Uint8Array }
  | { readonly by: 'code'; readonly bytes: Uint8Array };

export interface VaultCareApi {
  /** Earlier versions that are still kept (30 days), newest first. */
  history<K extends KindName>(request: {
    readonly kind: K;
    readonly id: RecordId;
  }): Promise<Result<readonly EarlierVersion<K>[], VaultError>>;
  /** Of many records at once: these versions, as far as they are still kept. One look through the files for all. */
  earlierVersions<K extends KindName>(request: {
    readonly kind: K;
    readonly wanted: readonly { readonly id: RecordId; readonly revision: number }[];
  }): Promise<Result<readonly EarlierVersion<K>[], VaultError>>;
  /** Records removed in the last 30 days, newest first; no drafts. */
  removed(request: Record<string, never>): Promise<Result<readonly RemovedRecord[], VaultError>>;
  /** Reads and opens everything there is of the vault. Mends what has a whole copy elsewhere. */
  check(request: { readonly at: number }): Promise<Result<CheckReport, VaultError>>;
  /** The vault is older than the last state seen on this computer, and the person goes on with it all the same. */
  acceptOlderCopy(request: { readonly at: number }): Promise<Result<void, VaultError>>;
  /** Writes a checkpoint when one is due (or `force`); saves go on meanwhile. Null when none was due. */
  compact(request: {
    readonly at: number;
    readonly force?: boolean;
  }): Promise<Result<CompactReport | null, VaultError>>;
  note(request: {
    readonly notes: readonly AuditNote[];
    readonly at: number;
  }): Promise<Result<void, VaultError>>;
  auditLog(request: Record<string, never>): Promise<Result<AuditLog, VaultError>>;
  /**
   * Destroys the person's key. `redactions` are the shared records saved again without them, and the removal of
   * their own; a shared record that is missing there is refused (`RecordInvalid`).
   */
  erasePerson(request: {
    readonly personId: RecordId;
    readonly redactions: readonly Write[];
    readonly at: number;
  }): Promise<Result<ErasedCounts, VaultError | RecordError>>;
  /** Removes records for good, earlier versions and all: their owners get new keys, old copies open no more. */
  purge(request: {
    readonly ids: readonly RecordId[];
    readonly at: number;
  }): Promise<Result<{ readonly purged: number }, VaultError | RecordError>>;
  /** Writes a backup, reads it back, opens it, and only then gives it its name. */
  backUp(request: { readonly at: number }): Promise<Result<BackupProof, VaultError>>;
  /** The newest whole backup of this vault in the folder, those of other vaults and of a later time left out. */
  newestBackup(request: {
    readonly at: number;
  }): Promise<Result<{ readonly name: string | null }, VaultError>>;
  /** Opens a backup with a typed secret and counts what is in it. Works locked or not; the vault is not touched. */
  drill(request: {
    readonly source: BackupSource;
    readonly secret: BackupSecret;
  }): Promise<Result<BackupProof, VaultError>>;
  /** Puts a backup in the place of the vault, which is moved aside. The vault has to be locked; it stays locked. */
  restoreBackup(request: {
    readonly source: BackupSource;
    readonly secret: BackupSecret;
    readonly at: number;
  }): Promise<Result<BackupProof, VaultError>>;
}
