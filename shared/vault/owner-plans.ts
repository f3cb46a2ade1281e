/**
 * Wellbeing Plans as their owners open them. Part of the worker contract; `VaultApi` joins it. From `handOver` until
 * the lock the worker answers nothing else of the vault: it only keeps what the owner seals.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Result } from '@shared/kernel/result';
import type { SharedSection } from '@shared/records/wellbeing-plan/wellbeing-plan';
import type { PlanContent } from '@shared/wellbeing/plan-content';
import type { RecordError, VaultError } from './errors';

/** What the owner decides about the plan: the words, which of them the manager may read, the day to look again. */
export interface OwnPlan {
  readonly content: PlanContent;
  readonly shared: readonly SharedSection[];
  readonly reviewOn: LocalDate | null;
}

export interface OwnerPlansApi {
  /** Begins the hand-over to one person. Only `lock` ends it. */
  handOver(request: {
    readonly ownerId: RecordId;
  }): Promise<Result<{ readonly hasPlan: boolean }, VaultError>>;
  /** The owner's first passphrase, and an empty plan under it. */
  beginOwnPlan(request: {
    readonly passphrase: Uint8Array;
    readonly today: LocalDate;
    readonly at: number;
  }): Promise<Result<OwnPlan, VaultError | RecordError>>;
  openOwnPlan(request: {
    readonly passphrase: Uint8Array;
    readonly today: LocalDate;
  }): Promise<Result<OwnPlan, VaultError>>;
  /**
   * Seals it under the plan key that is at hand. What is no longer shared is gone afterwards: from the record, from
   * its earlier versions, and from every file of the vault. Answers with what is shared now.
   */
  saveOwnPlan(request: {
    readonly plan: OwnPlan;
    readonly today: LocalDate;
    readonly at: number;
  }): Promise<Result<OwnPlan, VaultError | RecordError>>;
  /** Asks for the passphrase of now, and wraps the plan's key under the new one. */
  changeOwnPassphrase(request: {
    readonly passphrase: Uint8Array;
    readonly next: Uint8Array;
    readonly today: LocalDate;
    readonly at: number;
  }): Promise<Result<void, VaultError | RecordError>>;
  /** Needs no passphrase: who lost it has to be able to begin anew. */
  deleteOwnPlan(request: { readonly at: number }): Promise<Result<void, VaultError | RecordError>>;
  /** For the manager's vault, after each unlock: copies whose last day is over go, as if they were taken back. */
  dropExpiredSections(request: {
    readonly today: LocalDate;
    readonly at: number;
  }): Promise<Result<{ readonly dropped: number }, VaultError | RecordError>>;
}
