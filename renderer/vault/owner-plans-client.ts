/** `OwnerPlansApi` for the page: supplies the clock, makes bytes of passphrases, and empties the screens. */
import { err, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { RecordError, VaultError } from '@shared/vault/errors';
import type { OwnPlan } from '@shared/vault/owner-plans';
import type { VaultApi } from '@shared/vault/vault-api';
import { passphraseBytes } from './passphrase';

type PlanAnswer = Result<OwnPlan, VaultError | RecordError>;

/** What each does is said in `OwnerPlansApi`. */
export interface OwnerPlans {
  /** Nothing of the vault is in this page afterwards, and nothing comes until it was locked. */
  handOver(ownerId: RecordId): Promise<Result<{ readonly hasPlan: boolean }, VaultError>>;
  begin(passphrase: string, today: LocalDate): Promise<PlanAnswer>;
  open(passphrase: string, today: LocalDate): Promise<PlanAnswer>;
  /** Also while the vault is being locked. */
  save(plan: OwnPlan, today: LocalDate): Promise<PlanAnswer>;
  changePassphrase(
    passphrase: string,
    next: string,
    today: LocalDate,
  ): Promise<Result<void, VaultError | RecordError>>;
  deletePlan(): Promise<Result<void, VaultError | RecordError>>;
  dropExpired(today: LocalDate): Promise<Result<{ readonly dropped: number }, VaultError | RecordError>>;
}

type Ask = <T, E extends VaultError | RecordError>(
  ask: (api: VaultApi) => Promise<Result<T, E>>,
) => Promise<Result<T, E | VaultError>>;

export interface OwnerPlansClientParts {
  readonly now: () => number;
  readonly call: Ask;
  /** As `call`, and a lock waits for it a moment. */
  readonly save: Ask;
  /** When nothing is being saved any more. */
  readonly settled: () => Promise<void>;
  readonly emptyScreens: () => void;
  readonly reload: () => Promise<void>;
  readonly transfer: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
}

const wrong = err({ tag: 'WrongPassphrase' } as const);

export function createOwnerPlansClient(parts: OwnerPlansClientParts): OwnerPlans {
  const { now, call, save, transfer } = parts;
  const withPassphrase = async <T>(
    typed: string,
    ask: (api: VaultApi, passphrase: Uint8Array) => Promise<Result<T, VaultError | RecordError>>,
  ): Promise<Result<T, VaultError | RecordError>> => {
    const bytes = passphraseBytes(typed);
    return bytes === null ? wrong : call((api) => ask(api, transfer(bytes)));
  };
  return {
    handOver: async (ownerId) => {
      await parts.settled();
      const begun = await call((api) => api.handOver({ ownerId }));
      if (begun.ok) parts.emptyScreens();
      return begun;
    },
    begin: (typed, today) =>
      withPassphrase(typed, (api, passphrase) => api.beginOwnPlan({ passphrase, today, at: now() })),
    open: (typed, today) =>
      withPassphrase(typed, (api, passphrase) => api.openOwnPlan({ passphrase, today })),
    save: (plan, today) => save((api) => api.saveOwnPlan({ plan, today, at: now() })),
    changePassphrase: async (typed, nextTyped, today) => {
      const next = passphraseBytes(nextTyped);
      if (next === null) return wrong;
      return withPassphrase(typed, (api, passphrase) =>
        api.changeOwnPassphrase({ passphrase, next: transfer(next), today, at: now() }),
      );
    },
    deletePlan: () => call((api) => api.deleteOwnPlan({ at: now() })),
    dropExpired: async (today) => {
      const dropped = await call((api) => api.dropExpiredSections({ today, at: now() }));
      if (dropped.ok && dropped.value.dropped > 0) await parts.reload();
      return dropped;
    },
  };
}
