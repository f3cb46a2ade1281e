/**
 * The vault's worker as the app has it, but for the derivation: the bench starts its clock when the key is there,
 * so a passphrase costs next to nothing here. Everything behind it is the product's own code.
 */
import * as Comlink from 'comlink';
import { ok } from '@shared/kernel/result';
import type { KdfParams } from '@shared/vault/kdf-policy';
import type { StartVault } from '@shared/vault/start-vault';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { createSegmentSeal } from '../../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import { guardedApi } from '../../../renderer/vault/worker/guarded-api';
import { deriveInline } from '../../../renderer/vault/worker/kdf';
import { createDexieStore } from '../../../renderer/vault/worker/store/dexie';
import { originSegments } from '../../../renderer/vault/worker/store/segment-files';
import { createVault } from '../../../renderer/vault/worker/vault';
import { warmUp } from '../../../renderer/vault/worker/warm-up';

const quick: KdfParams = { opsLimit: 1, memLimitKib: 8 };

self.addEventListener('message', start, { once: true });

function start(event: MessageEvent<StartVault>): void {
  const [port] = event.ports;
  if (port === undefined) throw new Error('No port came with the start');
  const { vault: name } = event.data;
  const files = Comlink.wrap<VaultFilesDep>(port);
  const sodiumReady = loadSodium();
  const ready = sodiumReady.then((sodium) =>
    createVault({
      sodium,
      segmentSeal: createSegmentSeal(sodium, crypto.subtle),
      files,
      store: createDexieStore(name, {}, originSegments(name)),
      kdf: {
        policy: { floor: quick, ceiling: quick },
        calibrate: () => Promise.resolve(ok(quick)),
        derive: (request) => Promise.resolve(deriveInline(sodium, request)),
      },
    }),
  );
  // As in the app: while the passphrase is typed.
  void sodiumReady.then((sodium) =>
    warmUp({ sodium, segmentSeal: createSegmentSeal(sodium, crypto.subtle) }),
  );
  // Exposed at once, as in the app: calls that come before libsodium is ready wait for it. A defect comes out whole.
  Comlink.expose(guardedApi(async (ask) => ask(await ready)));
}
