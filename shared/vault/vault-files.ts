/**
 * What the worker needs of the main process: sealed bytes in and out, nothing else. Every write is answered when
 * it is on the disk (fsynced, the folder too where an entry is new).
 */
import type { BackupPolicy } from '@shared/ipc/backup-contract';
import type { FileError } from '@shared/ipc/errors';
import type { Result } from '@shared/kernel/result';

export interface Span {
  readonly bytes: Uint8Array;
  /** The whole length of what was read from. */
  readonly end: number;
}

export interface BackupFile {
  /** `steading-YYYYMMDD-HHMMSS-xxxxxxxx.stb` */
  readonly name: string;
  readonly size: number;
  readonly hasKeys: boolean;
}

/** A part of a backup: its body, or the keyring file beside it. */
export type BackupPart = 'body' | 'keys';

/** The quick copy seen from outside of the page, which alone can take away what IndexedDB cannot open. */
export interface CacheRemovalDep {
  /** Deletes the databases of the quick copies, whatever state they are in. */
  clearCache(): Promise<Result<void, FileError>>;
}

export interface VaultFilesDep {
  readHeader(): Promise<Result<Uint8Array | null, FileError>>;
  /** Atomic: written aside, fsynced, renamed, directory fsynced. */
  writeHeader(bytes: Uint8Array): Promise<Result<void, FileError>>;

  /** Both copies of the keyring; null for one that is not there. */
  readRing(): Promise<Result<readonly [Uint8Array | null, Uint8Array | null], FileError>>;
  /** Copy 1, then copy 2, each atomically; the old bytes are overwritten. */
  writeRing(bytes: Uint8Array): Promise<Result<void, FileError>>;

  /** `firstSegment`: number of the first segment file there is (1 when there is none). */
  journalStart(): Promise<Result<{ readonly firstSegment: number; readonly lastSegment: number }, FileError>>;
  /** Bytes of the run that begins with segment file `fromSegment`. */
  readJournal(fromSegment: number, offset: number, maxBytes: number): Promise<Result<Span, FileError>>;
  /**
   * Appends at exactly `offset` of that run (refused when the journal ends elsewhere) and fsyncs. `newSegment` begins
   * a new segment file with it. `segment`: the number of the file that it went into.
   */
  appendFrame(
    fromSegment: number,
    offset: number,
    frame: Uint8Array,
    newSegment: boolean,
  ): Promise<Result<{ readonly end: number; readonly segment: number }, FileError>>;
  /** Moves everything from `offset` of that run on into a quarantine file beside the journal. */
  cutTail(fromSegment: number, offset: number): Promise<Result<void, FileError>>;
  /** Deletes the segment files with a lower number, the lowest first. */
  dropSegments(before: number): Promise<Result<void, FileError>>;

  /** Numbers of the finished checkpoints, ascending. */
  listCheckpoints(): Promise<Result<readonly number[], FileError>>;
  readCheckpoint(number: number, offset: number, maxBytes: number): Promise<Result<Span, FileError>>;
  /** Writes into the unfinished one; offset 0 begins it anew. Not fsynced: `finishCheckpoint` does. */
  writeCheckpoint(number: number, offset: number, bytes: Uint8Array): Promise<Result<void, FileError>>;
  /** Reads the unfinished one back. */
  readCheckpointPart(number: number, offset: number, maxBytes: number): Promise<Result<Span, FileError>>;
  /** Fsyncs, renames, fsyncs the folder. */
  finishCheckpoint(number: number): Promise<Result<void, FileError>>;
  dropCheckpoint(number: number): Promise<Result<void, FileError>>;

  /** `name`: 32 hex digits. */
  readAnchor(name: string): Promise<Result<Uint8Array | null, FileError>>;
  writeAnchor(name: string, bytes: Uint8Array): Promise<Result<void, FileError>>;

  listBackups(): Promise<Result<readonly BackupFile[], FileError>>;
  /** `name` null: the file that the person picked last in the dialog. */
  readBackup(
    name: string | null,
    part: BackupPart,
    offset: number,
    maxBytes: number,
  ): Promise<Result<Span, FileError>>;
  /** Writes into unfinished files under temporary names; offset 0 begins them anew. */
  writeBackupPart(
    name: string,
    part: BackupPart,
    offset: number,
    bytes: Uint8Array,
  ): Promise<Result<void, FileError>>;
  readBackupPart(
    name: string,
    part: BackupPart,
    offset: number,
    maxBytes: number,
  ): Promise<Result<Span, FileError>>;
  /** Fsyncs both unfinished files, renames them (keys first), fsyncs the folder. */
  finishBackup(name: string): Promise<Result<void, FileError>>;
  /** Also takes away unfinished files of that name. */
  dropBackup(name: string): Promise<Result<void, FileError>>;
  /** Writes the keys of a finished backup anew, atomically; the old bytes are overwritten. */
  rewriteBackupKeys(name: string, bytes: Uint8Array): Promise<Result<void, FileError>>;
  /** How many backups of each sort the person keeps: for `backupsToKeep` and `isBackupDue`. */
  backupPolicy(): Promise<Result<BackupPolicy, FileError>>;

  /** Begins a fresh folder beside the vault, in which a restore is put together. What was left there is removed. */
  beginRestore(): Promise<Result<void, FileError>>;
  writeRestore(
    piece: 'header' | 'ring' | 'checkpoint',
    number: number,
    offset: number,
    bytes: Uint8Array,
  ): Promise<Result<void, FileError>>;
  readRestore(
    piece: 'header' | 'ring' | 'checkpoint',
    number: number,
    offset: number,
    maxBytes: number,
  ): Promise<Result<Span, FileError>>;
  /** Fsyncs it all, moves the vault aside (kept as `vault-replaced-N`) and puts the fresh folder in its place. */
  finishRestore(): Promise<Result<void, FileError>>;
}
