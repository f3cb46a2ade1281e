/** `VaultCare` over the worker port: supplies the clock, makes bytes of secrets, and lets the snapshots follow. */
import { err, type Result } from '@shared/kernel/result';
import { kindNames, type KindName } from '@shared/records/registry';
import type { RecordError, VaultError } from '@shared/vault/errors';
import { stripRecoveryCode } from '@shared/vault/recovery-code';
import type { VaultApi } from '@shared/vault/vault-api';
import type { BackupSecret } from '@shared/vault/vault-care';
import type { TypedSecret, VaultCare } from './care';
import { passphraseBytes } from './passphrase';

export interface CareParts {
  readonly now: () => number;
  /** Asks the worker of the session; what comes after a lock is an error. */
  readonly call: <T, E extends VaultError | RecordError>(
    ask: (api: VaultApi) => Promise<Result<T, E>>,
  ) => Promise<Result<T, E | VaultError>>;
  /** Reads these kinds anew and tells the screens. */
  readonly reload: (kinds: readonly KindName[]) => Promise<void>;
  readonly transfer: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
}

export function createVaultCare({ now, call, reload, transfer }: CareParts): VaultCare {
  const secretOf = ({ by, text }: TypedSecret): BackupSecret | null => {
    const bytes = by === 'code' ? new TextEncoder().encode(stripRecoveryCode(text)) : passphraseBytes(text);
    return bytes === null ? null : { by, bytes: transfer(bytes) };
  };
  const withSecret = async <T>(
    typed: TypedSecret,
    ask: (api: VaultApi, secret: BackupSecret) => Promise<Result<T, VaultError>>,
  ): Promise<Result<T, VaultError>> => {
    const secret = secretOf(typed);
    return secret === null ? err({ tag: 'WrongPassphrase' }) : call((api) => ask(api, secret));
  };
  const thenReload = async <T, E>(answer: Promise<Result<T, E>>): Promise<Result<T, E>> => {
    const done = await answer;
    await reload(kindNames);
    return done;
  };
  return {
    history: (kind, id) => call((api) => api.history({ kind, id })),
    earlierVersions: (kind, wanted) => call((api) => api.earlierVersions({ kind, wanted })),
    removed: () => call((api) => api.removed({})),
    check: () => call((api) => api.check({ at: now() })),
    acceptOlderCopy: () => call((api) => api.acceptOlderCopy({ at: now() })),
    compact: (force = false) => call((api) => api.compact({ at: now(), force })),
    note: (notes) => call((api) => api.note({ notes, at: now() })),
    auditLog: () => call((api) => api.auditLog({})),
    erasePerson: (personId, redactions) =>
      thenReload(call((api) => api.erasePerson({ personId, redactions, at: now() }))),
    purge: (ids) => thenReload(call((api) => api.purge({ ids, at: now() }))),
    backUp: () => call((api) => api.backUp({ at: now() })),
    newestBackup: () => call((api) => api.newestBackup({ at: now() })),
    drill: (source, secret) => withSecret(secret, (api, bytes) => api.drill({ source, secret: bytes })),
    restoreBackup: (source, secret) =>
      withSecret(secret, (api, bytes) => api.restoreBackup({ source, secret: bytes, at: now() })),
  };
}
