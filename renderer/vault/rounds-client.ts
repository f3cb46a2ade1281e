/** `RoundsApi` for the page: supplies the clock, and lets the screens follow what the worker wrote. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Result } from '@shared/kernel/result';
import type { KindName } from '@shared/records/registry';
import type { RoundError, TakenReplies } from '@shared/vault/rounds';
import type { VaultApi } from '@shared/vault/vault-api';
import type { Reply } from '@shared/wellbeing/wave-rules';

/** What each does is said in `RoundsApi`. */
export interface Rounds {
  beginSurvey(
    waveId: RecordId,
    today: LocalDate,
  ): Promise<Result<{ readonly publicKey: string }, RoundError>>;
  takeReplies(waveId: RecordId, texts: readonly string[]): Promise<Result<TakenReplies, RoundError>>;
  close(waveId: RecordId, on: LocalDate): Promise<Result<void, RoundError>>;
  /** Nothing of the vault is in this page afterwards, and nothing comes until it was locked. */
  handOver(waveId: RecordId): Promise<Result<void, RoundError>>;
  answer(reply: Reply): Promise<Result<void, RoundError>>;
}

type Ask = <T>(ask: (api: VaultApi) => Promise<Result<T, RoundError>>) => Promise<Result<T, RoundError>>;

export interface RoundsClientParts {
  readonly now: () => number;
  readonly call: Ask;
  readonly settled: () => Promise<void>;
  readonly emptyScreens: () => void;
  readonly reload: (kinds: readonly KindName[]) => Promise<void>;
}

export function createRoundsClient(parts: RoundsClientParts): Rounds {
  const { now, call } = parts;
  const reloading = async <T>(answer: Promise<Result<T, RoundError>>): Promise<Result<T, RoundError>> => {
    const done = await answer;
    if (done.ok) await parts.reload(['wellbeing-wave', 'wave-survey']);
    return done;
  };
  return {
    beginSurvey: (waveId, today) => reloading(call((api) => api.beginSurvey({ waveId, today, at: now() }))),
    takeReplies: (waveId, texts) => reloading(call((api) => api.takeReplies({ waveId, texts, at: now() }))),
    close: (waveId, on) => reloading(call((api) => api.closeRound({ waveId, on, at: now() }))),
    handOver: async (waveId) => {
      await parts.settled();
      const begun = await call((api) => api.handOverRound({ waveId }));
      if (begun.ok) parts.emptyScreens();
      return begun;
    },
    answer: (reply) => call((api) => api.answerRound({ reply, at: now() })),
  };
}
