/**
 * The vault worker. The first message brings the vault's name and a port to main's files; then it speaks VaultApi.
 * A throw from below is a defect: the vault locks, and the page is told nothing but that.
 */
import * as Comlink from 'comlink';
import { err, type Result } from '@shared/kernel/result';
import { lockWorthyCodes, type VaultError } from '@shared/vault/errors';
import type { StartVault } from '@shared/vault/start-vault';
import type { VaultApi } from '@shared/vault/vault-api';
import type { CacheRemovalDep, VaultFilesDep } from '@shared/vault/vault-files';
import { createSegmentSeal, type SegmentSeal } from './crypto/segment-seal';
import { loadSodium, type Sodium } from './crypto/sodium';
import { createWorkerKdf } from './kdf-worker';
import { createDexieStore } from './store/dexie';
import { createHealingStore } from './store/healing-store';
import { originSegments } from './store/segment-files';
import { guardedApi } from './guarded-api';
import { createVault } from './vault';
import { warmUp } from './warm-up';

self.addEventListener('message', function start(event: MessageEvent<StartVault>) {
  self.removeEventListener('message', start);
  const [port] = event.ports;
  if (port === undefined) return;
  const files = Comlink.wrap<VaultFilesDep & CacheRemovalDep>(port);
  const { vault: name } = event.data;
  // Calls that come before libsodium is ready wait for it.
  const sodiumReady = loadSodium();
  const ready = sodiumReady.then((sodium) =>
    createVault({
      sodium,
      segmentSeal: segmentSealOf(sodium),
      files,
      store: createHealingStore(createDexieStore(name, {}, originSegments(name)), () => files.clearCache()),
      kdf: createWorkerKdf(),
    }),
  );
  const api = guardedApi(guarded);
  void sodiumReady.then((sodium) => {
    // Behind whatever was asked first.
    setTimeout(() => {
      void warmUp({ sodium, segmentSeal: segmentSealOf(sodium) });
    }, warmUpAfterMs);
  });

  async function guarded<T, E>(
    ask: (vault: VaultApi) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | VaultError>> {
    try {
      return await ask(await ready);
    } catch {
      await ready.then((vault) => vault.lock({})).catch(() => undefined);
      return defect;
    }
  }

  Comlink.expose(api);
});

const segmentSealOf = (sodium: Sodium): SegmentSeal =>
  createSegmentSeal(sodium, self.isSecureContext ? crypto.subtle : null);

const warmUpAfterMs = 50;
const defect = err({ tag: 'StorageUnavailable', code: lockWorthyCodes.defect } as const);
