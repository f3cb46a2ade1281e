/**
 * The worker contract. The worker object is checked `satisfies VaultApi`; the client type is derived from it.
 * Each method takes one readonly object and answers with plain data. Keys appear in no signature; a
 * passphrase crosses once, as UTF-8 bytes that are transferred and wiped.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Result } from '@shared/kernel/result';
import type { KindName, RecordOutline, RecordValue } from '@shared/records/registry';
import type { RecordError, VaultError } from './errors';
import type { BundlesApi } from './bundles';
import type { OwnerPlansApi } from './owner-plans';
import type { RoundsApi } from './rounds';
import type { Finding, VaultCareApi } from './vault-care';

export type VaultState = 'absent' | 'locked' | 'unlocking' | 'unlocked';

/** Two stores side by side: the person's own vault, and the made-up one of "Look around". */
export type VaultName = 'main' | 'demo';

export interface StoredRecord<K extends KindName = KindName> {
  readonly kind: K;
  readonly id: RecordId;
  /** 1 for a new record, one more with each save. */
  readonly revision: number;
  /** Instant of the save, epoch milliseconds, from the caller's clock. */
  readonly savedAt: number;
  readonly value: RecordValue<K>;
}

/** A record without its long texts: what lists, dates and counts are made of. */
export interface StoredOutline<K extends KindName = KindName> {
  readonly kind: K;
  readonly id: RecordId;
  readonly revision: number;
  readonly savedAt: number;
  readonly value: RecordOutline<K>;
}

/** `baseRevision` is the revision that the change was made on; 0 for a new record. A stale one is refused. */
export type Write =
  | {
      readonly type: 'put';
      readonly kind: KindName;
      readonly id: RecordId;
      readonly baseRevision: number;
      readonly value: unknown;
    }
  | {
      readonly type: 'remove';
      readonly kind: KindName;
      readonly id: RecordId;
      readonly baseRevision: number;
    };

export interface Change {
  readonly kind: KindName;
  readonly ids: readonly RecordId[];
}

export interface Saved {
  readonly id: RecordId;
  readonly revision: number;
}

/** With what the page's lists show of it from now on: asking for that would be another way there and back. */
export interface SavedOutline extends Saved {
  /** Null: it was removed. */
  readonly outline: StoredOutline | null;
}

/** What unlock found, in counts: told to the person in plain words when anything is not zero. */
export interface UnlockReport {
  readonly records: number;
  /** Rows put back into the cache (IndexedDB) from the journal: all of them after the cache was lost. */
  readonly cacheRowsRepaired: number;
  readonly cacheWasEmpty: boolean;
  /** Bytes of an unfinished last write, cut off and kept aside. Nothing that was "Saved" is in them. */
  readonly tornBytes: number;
  /** Records that a newer version wrote: kept as they are, not shown. */
  readonly keptSealed: number;
  /** Records whose last save was lost at the journal's end and was put back from the cache. */
  readonly savedFromCache: number;
  /** Older than the last state that was seen on this computer: put back from a copy. */
  readonly isOlderCopy: boolean;
  /** What was not as it should be, piece by piece; most of it is mended by now. */
  readonly findings: readonly Finding[];
}

/** A record that holds the words that were asked for. */
export interface SearchHit {
  readonly kind: KindName;
  readonly id: RecordId;
  /** The field of its value that most of the words stand in; '' when no words were asked for. */
  readonly field: string;
}

/** All that is said here has to hold. */
export interface SearchFilter {
  readonly kinds?: readonly KindName[] | undefined;
  /** The record is about this person, among others perhaps. */
  readonly personId?: RecordId | undefined;
  /** Both included; of the record's own day, and where its kind has none of the day on which it was saved. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** A stored code, as in `supervisionThemes`. */
  readonly theme?: string | undefined;
}

/** A word that stands nowhere as it was typed, and the words that were looked for in its stead. */
export interface SearchGuess {
  /** Without accents, in small letters, as all words here. */
  readonly typed: string;
  /** The one in most records first. */
  readonly words: readonly string[];
}

export interface SearchAnswer {
  /** Best and newest first, drafts last. */
  readonly hits: readonly SearchHit[];
  /** Empty when the hits have the words as they were typed. */
  readonly guesses: readonly SearchGuess[];
  /** False while the index is being built: older records may be missing, so ask again in a moment. */
  readonly isComplete: boolean;
}

export interface OutlinePart {
  /** UTF-8 of what `outline-codec` writes, in order: what a later batch says of a record counts. */
  readonly batches: readonly Uint8Array[];
  /** Nothing comes behind them; until then what came so far is not everything. */
  readonly isLast: boolean;
}

export interface VaultApi extends VaultCareApi, OwnerPlansApi, RoundsApi, BundlesApi {
  inspect(request: Record<string, never>): Promise<Result<{ readonly state: VaultState }, VaultError>>;
  create(request: {
    readonly passphrase: Uint8Array;
  }): Promise<Result<{ readonly recoveryCode: string }, VaultError>>;
  unlock(request: { readonly passphrase: Uint8Array }): Promise<Result<UnlockReport, VaultError>>;
  /** Opens with the recovery kit's code. The caller then asks for a new passphrase (`setPassphrase`). */
  unlockWithRecoveryCode(request: { readonly code: Uint8Array }): Promise<Result<UnlockReport, VaultError>>;
  /** Rewraps one key under a new passphrase; the vault has to be unlocked. */
  setPassphrase(request: { readonly passphrase: Uint8Array }): Promise<Result<void, VaultError>>;
  /** Makes a new recovery code and ends the old one; the vault has to be unlocked. */
  replaceRecoveryCode(
    request: Record<string, never>,
  ): Promise<Result<{ readonly recoveryCode: string }, VaultError>>;
  lock(request: Record<string, never>): Promise<Result<void, VaultError>>;
  /** All writes in one sealed journal frame: all or none. Answers after main has fsynced it: only then "Saved". */
  commit(request: {
    readonly writes: readonly Write[];
    readonly at: number;
  }): Promise<Result<readonly SavedOutline[], VaultError | RecordError>>;
  /**
   * Everything there is, without long texts, part by part: `from` is the number of batches that have come. May be asked
   * while the vault is being unlocked: then each part comes as soon as it can be read, and `outlinesStand` says
   * afterwards whether they are what was found. Null: there is no whole set, so throw away what came and ask again once
   * the vault is open.
   */
  outlines(request: { readonly from: number }): Promise<Result<OutlinePart | null, VaultError>>;
  outlinesStand(request: Record<string, never>): Promise<Result<boolean, VaultError>>;
  /** As `list`, without long texts. */
  outlinesOf<K extends KindName>(request: {
    readonly kind: K;
    readonly ids?: readonly RecordId[];
  }): Promise<Result<readonly StoredOutline<K>[], VaultError | RecordError>>;
  /** All records of a kind, or those of `ids` that are there. */
  list<K extends KindName>(request: {
    readonly kind: K;
    readonly ids?: readonly RecordId[];
  }): Promise<Result<readonly StoredRecord<K>[], VaultError | RecordError>>;
  /**
   * Records with every word of `text` in them, the last of which may be the start of a word. At most 100. Where there
   * are none, a word that stands nowhere is taken for the nearest ones that do. A filter alone finds all that it lets
   * through, by their own days. What was asked is kept nowhere.
   */
  search(request: {
    readonly text: string;
    readonly limit: number;
    readonly filter?: SearchFilter | undefined;
  }): Promise<Result<SearchAnswer, VaultError>>;
}
