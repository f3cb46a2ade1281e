/** Every method of the contract, each asked through one guard: what the worker exposes and the tests' stand-in too. */
import * as Comlink from 'comlink';
import type { Result } from '@shared/kernel/result';
import type { VaultError } from '@shared/vault/errors';
import type { OutlinePart, VaultApi } from '@shared/vault/vault-api';

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
    outlines: (request) => guarded((vault) => vault.outlines(request)).then(moved),
    outlinesStand: (request) => guarded((vault) => vault.outlinesStand(request)),
    outlinesOf: (request) => guarded((vault) => vault.outlinesOf(request)),
    list: (request) => guarded((vault) => vault.list(request)),
    search: (request) => guarded((vault) => vault.search(request)),
    history: (request) => guarded((vault) => vault.history(request)),
    earlierVersions: (request) => guarded((vault) => vault.earlierVersions(request)),
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
    handOver: (request) => guarded((vault) => vault.handOver(request)),
    beginOwnPlan: (request) => guarded((vault) => vault.beginOwnPlan(request)),
    openOwnPlan: (request) => guarded((vault) => vault.openOwnPlan(request)),
    saveOwnPlan: (request) => guarded((vault) => vault.saveOwnPlan(request)),
    changeOwnPassphrase: (request) => guarded((vault) => vault.changeOwnPassphrase(request)),
    deleteOwnPlan: (request) => guarded((vault) => vault.deleteOwnPlan(request)),
    beginSurvey: (request) => guarded((vault) => vault.beginSurvey(request)),
    takeReplies: (request) => guarded((vault) => vault.takeReplies(request)),
    closeRound: (request) => guarded((vault) => vault.closeRound(request)),
    handOverRound: (request) => guarded((vault) => vault.handOverRound(request)),
    answerRound: (request) => guarded((vault) => vault.answerRound(request)),
    bundleSender: (request) => guarded((vault) => vault.bundleSender(request)),
    signBundle: (request) => guarded((vault) => vault.signBundle(request)),
    verifyBundles: (request) => guarded((vault) => vault.verifyBundles(request)),
    dropExpiredSections: (request) => guarded((vault) => vault.dropExpiredSections(request)),
  };
}

/** They leave this thread with the answer: nobody reads them here again, and copying all of them takes a while. */
function moved<E>(answer: Result<OutlinePart | null, E>): Result<OutlinePart | null, E> {
  if (!answer.ok || answer.value === null) return answer;
  return Comlink.transfer(
    answer,
    answer.value.batches.map(({ buffer }) => buffer),
  );
}
