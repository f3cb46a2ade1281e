/**
 * The vault worker. The first message brings the vault's name and a port to main's files; then it speaks VaultApi.
 * A throw from below is a defect: the vault locks, and the page is told nothing but that.
 */
import * as Comlink from 'comlink';
import { err } from '@shared/kernel/result';
import { lockWorthyCodes } from '@shared/vault/errors';
import type { StartVault } from '@shared/vault/start-vault';
import type { VaultApi, VaultFilesDep } from '@shared/vault/vault-api';
import { loadSodium } from './crypto/sodium';
import { createWorkerKdf } from './kdf-worker';
import { createDexieStore } from './store/dexie';
import { createVault } from './vault';

self.addEventListener('message', function start(event: MessageEvent<StartVault>) {
  self.removeEventListener('message', start);
  const [port] = event.ports;
  if (port === undefined) return;
  const files = Comlink.wrap<VaultFilesDep>(port);
  const { vault: name } = event.data;
  // Calls that come before libsodium is ready wait for it.
  const ready = loadSodium().then((sodium) =>
    createVault({ sodium, files, store: createDexieStore(name), kdf: createWorkerKdf() }),
  );
  const api = {
    inspect: (request) => guarded((vault) => vault.inspect(request)),
    create: (request) => guarded((vault) => vault.create(request)),
    unlock: (request) => guarded((vault) => vault.unlock(request)),
    unlockWithRecoveryCode: (request) => guarded((vault) => vault.unlockWithRecoveryCode(request)),
    setPassphrase: (request) => guarded((vault) => vault.setPassphrase(request)),
    replaceRecoveryCode: (request) => guarded((vault) => vault.replaceRecoveryCode(request)),
    lock: (request) => guarded((vault) => vault.lock(request)),
    commit: (request) => guarded((vault) => vault.commit(request)),
    list: (request) => guarded((vault) => vault.list(request)),
  } satisfies VaultApi;

  async function guarded<T>(ask: (vault: VaultApi) => Promise<T>): Promise<T | typeof defect> {
    try {
      return await ask(await ready);
    } catch {
      await ready.then((vault) => vault.lock({})).catch(() => undefined);
      return defect;
    }
  }

  Comlink.expose(api);
});

const defect = err({ tag: 'StorageUnavailable', code: lockWorthyCodes.defect } as const);
