/**
 * Sealed replies of wellbeing rounds. Part of the worker contract; `VaultApi` joins it. The secret half of a survey's
 * key is made, used and wiped in the worker; the page gets counts.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Result } from '@shared/kernel/result';
import type { RefusedCounts } from '@shared/records/wave-survey/wave-survey';
import type { Reply, WaveRuleError } from '@shared/wellbeing/wave-rules';
import type { RecordError, VaultError } from './errors';

export type RoundError =
  | VaultError
  | RecordError
  | WaveRuleError
  /** No such round, or no survey was made for it. */
  | { readonly tag: 'RoundAbsent' };

export interface TakenReplies {
  readonly taken: number;
  /** Of this batch. */
  readonly refused: RefusedCounts;
  /** In the round now. */
  readonly replies: number;
  readonly invited: number;
}

export interface RoundsApi {
  /** The round's key pair, made at the first call. Answers with the public half, base64url. */
  beginSurvey(request: {
    readonly waveId: RecordId;
    readonly today: LocalDate;
    readonly at: number;
  }): Promise<Result<{ readonly publicKey: string }, RoundError>>;
  /**
   * `texts`: the contents of reply files, one or none reply each. All that open, fit the measure and are not there
   * yet are added in one save, shuffled and then sorted by answers: which file held which is known to nobody.
   */
  takeReplies(request: {
    readonly waveId: RecordId;
    readonly texts: readonly string[];
    readonly at: number;
  }): Promise<Result<TakenReplies, RoundError>>;
  /**
   * Final. The survey's secret key is wiped, and the versions of the round before, one reply at a time, go from every
   * file of the vault (older backups keep theirs).
   */
  closeRound(request: {
    readonly waveId: RecordId;
    readonly on: LocalDate;
    readonly at: number;
  }): Promise<Result<void, RoundError>>;
  /** Begins the hand-over: until the lock nothing of the vault is answered but `answerRound`. */
  handOverRound(request: { readonly waveId: RecordId }): Promise<Result<void, RoundError>>;
  /** One reply given on this laptop while it is handed over. */
  answerRound(request: { readonly reply: Reply; readonly at: number }): Promise<Result<void, RoundError>>;
}
