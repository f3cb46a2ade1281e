/** The hand-over, seen from the rest of the vault: shut, though its keys are there to keep what the owner seals. */
import { err } from '@shared/kernel/result';
import type { VaultApi } from '@shared/vault/vault-api';

const locked = err({ tag: 'VaultLocked' } as const);

/** While a plan's owner, or whoever answers a round, has the laptop, everything else of the vault is shut, whatever the page may ask. */
export function shutWhile(isHandedOver: () => boolean, api: VaultApi): VaultApi {
  const shut = Promise.resolve(locked);
  return {
    ...api,
    unlock: (request) => (isHandedOver() ? shut : api.unlock(request)),
    unlockWithRecoveryCode: (request) => (isHandedOver() ? shut : api.unlockWithRecoveryCode(request)),
    setPassphrase: (request) => (isHandedOver() ? shut : api.setPassphrase(request)),
    replaceRecoveryCode: (request) => (isHandedOver() ? shut : api.replaceRecoveryCode(request)),
    commit: (request) => (isHandedOver() ? shut : api.commit(request)),
    outlines: (request) => (isHandedOver() ? shut : api.outlines(request)),
    outlinesOf: (request) => (isHandedOver() ? shut : api.outlinesOf(request)),
    list: (request) => (isHandedOver() ? shut : api.list(request)),
    search: (request) => (isHandedOver() ? shut : api.search(request)),
    history: (request) => (isHandedOver() ? shut : api.history(request)),
    earlierVersions: (request) => (isHandedOver() ? shut : api.earlierVersions(request)),
    removed: (request) => (isHandedOver() ? shut : api.removed(request)),
    check: (request) => (isHandedOver() ? shut : api.check(request)),
    acceptOlderCopy: (request) => (isHandedOver() ? shut : api.acceptOlderCopy(request)),
    auditLog: (request) => (isHandedOver() ? shut : api.auditLog(request)),
    erasePerson: (request) => (isHandedOver() ? shut : api.erasePerson(request)),
    purge: (request) => (isHandedOver() ? shut : api.purge(request)),
    beginSurvey: (request) => (isHandedOver() ? shut : api.beginSurvey(request)),
    takeReplies: (request) => (isHandedOver() ? shut : api.takeReplies(request)),
    closeRound: (request) => (isHandedOver() ? shut : api.closeRound(request)),
    bundleSender: (request) => (isHandedOver() ? shut : api.bundleSender(request)),
    signBundle: (request) => (isHandedOver() ? shut : api.signBundle(request)),
    verifyBundles: (request) => (isHandedOver() ? shut : api.verifyBundles(request)),
    drill: (request) => (isHandedOver() ? shut : api.drill(request)),
  };
}
