/** What the screens may ask of the worker beside saving and reading. The client supplies the clock and the bytes. */
import type { RecordId } from '@shared/kernel/ids';
import type { Result } from '@shared/kernel/result';
import type { KindName } from '@shared/records/registry';
import type { RecordError, VaultError } from '@shared/vault/errors';
import type { Write } from '@shared/vault/vault-api';
import type {
  AuditLog,
  AuditNote,
  BackupProof,
  BackupSource,
  CheckReport,
  CompactReport,
  EarlierVersion,
  ErasedCounts,
  RemovedRecord,
} from '@shared/vault/vault-care';

/** As it was typed. The client makes bytes of it, which are handed over and wiped. */
export interface TypedSecret {
  readonly by: 'passphrase' | 'code';
  readonly text: string;
}

/** `VaultCareApi` for the page: the same methods without `at`; what each does is said there. */
export interface VaultCare {
  history<K extends KindName>(
    kind: K,
    id: RecordId,
  ): Promise<Result<readonly EarlierVersion<K>[], VaultError>>;
  earlierVersions<K extends KindName>(
    kind: K,
    wanted: readonly { readonly id: RecordId; readonly revision: number }[],
  ): Promise<Result<readonly EarlierVersion<K>[], VaultError>>;
  removed(): Promise<Result<readonly RemovedRecord[], VaultError>>;
  check(): Promise<Result<CheckReport, VaultError>>;
  acceptOlderCopy(): Promise<Result<void, VaultError>>;
  compact(force?: boolean): Promise<Result<CompactReport | null, VaultError>>;
  note(notes: readonly AuditNote[]): Promise<Result<void, VaultError>>;
  auditLog(): Promise<Result<AuditLog, VaultError>>;
  /** The snapshots of every kind follow, as after a commit. */
  erasePerson(
    personId: RecordId,
    redactions: readonly Write[],
  ): Promise<Result<ErasedCounts, VaultError | RecordError>>;
  /** Of removed records, or of live ones: the snapshots follow. */
  purge(ids: readonly RecordId[]): Promise<Result<{ readonly purged: number }, VaultError | RecordError>>;
  backUp(): Promise<Result<BackupProof, VaultError>>;
  newestBackup(): Promise<Result<{ readonly name: string | null }, VaultError>>;
  drill(source: BackupSource, secret: TypedSecret): Promise<Result<BackupProof, VaultError>>;
  restoreBackup(source: BackupSource, secret: TypedSecret): Promise<Result<BackupProof, VaultError>>;
}
