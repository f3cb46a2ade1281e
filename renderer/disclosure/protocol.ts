/** What the page and the disclosure worker say to each other: plain objects both ways. */
import type { Interval } from '@shared/disclosure/audit';
import type { Release, ReleaseAudit, ReleaseError } from '@shared/disclosure/release';
import type { EarlierRelease, ReleasePolicy, ReleaseTable } from '@shared/disclosure/release-figures';
import type { Result } from '@shared/kernel/result';

export interface AuditInput {
  /** As the records have it now: figures that earlier releases had otherwise are told apart before the audit. */
  readonly table: ReleaseTable;
  readonly policy: ReleasePolicy;
  /** Every earlier release, oldest first. */
  readonly history: readonly EarlierRelease[];
  /** Keys whose bounds the screen tells: two questions to the solver each. */
  readonly boundsOf?: readonly string[];
}

/** What may be given out, without the solver behind it. */
export interface AuditedRelease extends Pick<
  Release,
  'cells' | 'hidden' | 'blockedByHistory' | 'roundedKeys'
> {
  /** The table as it was audited, with the keys that it has in the ledger: what has to be kept of this release. */
  readonly table: ReleaseTable;
  readonly protectedKeys: readonly string[];
  readonly alreadyDisclosed: readonly string[];
  readonly method: ReleaseAudit['method'];
  /** Least and greatest that a reader can think of, for the protected ones among `boundsOf`. */
  readonly bounds: ReadonlyMap<string, Interval>;
}

export interface AuditProgress {
  readonly done: number;
  readonly of: number;
}

export type OnAuditProgress = (progress: AuditProgress) => void;

export type AuditError =
  | ReleaseError
  /** Called off, or the vault was locked. */
  | { readonly tag: 'AuditStopped' }
  /** The worker ended, or the library in it did not start: nothing may leave. */
  | { readonly tag: 'AuditUnavailable' };

export type AuditResult = Result<AuditedRelease, AuditError>;

export interface DisclosureDesk {
  audit(input: AuditInput, onProgress: OnAuditProgress): Promise<AuditResult>;
}
