/** Every method of the contract, each asked through one guard: what the worker exposes and the tests' stand-in too. */
import type { Result } from '@shared/kernel/result';
import type { VaultError } from '@shared/vault/errors';
import type { VaultApi } from '@shared/vault/vault-api';

export type Guard = <T, E>(
  ask: (vault: VaultApi) => Promise<Result<T, E>>,
) => Promise<Result<T, E | VaultError>>;

export function guardedApi(guarded: Guard): VaultApi {
  return {
    inspect: (request) => guarded((vault) => vault.inspect(request)),
    create: (request) => guarded((vault) => vault.create(request)),
    unlock: (request) => guarded((vault) => vault.unlock(request)),
    unlockWithRecoveryCode: (request) => guarded((vault) => vault.unlockWithRecoveryCode(request)),
    setPassphrase: (request) => guarded((vault) => vault.setPassphrase(request)),
    replaceRecoveryCode: (request) => guarded((vault) => vault.replaceRecoveryCode(request)),
    lock: (request) => guarded((vault) => vault.lock(request)),
    commit: (request) => guarded((vault) => vault.commit(request)),
    list: (request) => guarded((vault) => vault.list(request)),
    search: (request) => guarded((vault) => vault.search(request)),
    history: (request) => guarded((vault) => vault.history(request)),
    removed: (request) => guarded((vault) => vault.removed(request)),
    check: (request) => guarded((vault) => vault.check(request)),
    acceptOlderCopy: (request) => guarded((vault) => vault.acceptOlderCopy(request)),
    compact: (request) => guarded((vault) => vault.compact(request)),
    note: (request) => guarded((vault) => vault.note(request)),
    auditLog: (request) => guarded((vault) => vault.auditLog(request)),
    erasePerson: (request) => guarded((vault) => vault.erasePerson(request)),
    purge: (request) => guarded((vault) => vault.purge(request)),
    backUp: (request) => guarded((vault) => vault.backUp(request)),
    newestBackup: (request) => guarded((vault) => vault.newestBackup(request)),
    drill: (request) => guarded((vault) => vault.drill(request)),
    restoreBackup: (request) => guarded((vault) => vault.restoreBackup(request)),
  };
}
