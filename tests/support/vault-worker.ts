/**
 * A worker without a thread: the same messages as renderer/vault/worker/entry.ts, over a MessageChannel, with the
 * real vault behind it. `terminate` cuts the line, as it does in the browser.
 */
import * as Comlink from 'comlink';
import { err } from '@shared/kernel/result';
import { lockWorthyCodes } from '@shared/vault/errors';
import type { StartVault } from '@shared/vault/start-vault';
import type { VaultApi } from '@shared/vault/vault-api';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { createDexieStore } from '../../renderer/vault/worker/store/dexie';
import { guardedApi, type Guard } from '../../renderer/vault/worker/guarded-api';
import { createVault } from '../../renderer/vault/worker/vault';
import { IDBKeyRange, type IDBFactory } from 'fake-indexeddb';
import { createQuickKdf } from './vault-kit';

const defect = err({ tag: 'StorageUnavailable', code: lockWorthyCodes.defect } as const);

export interface FakeWorkers {
  createWorker(): Worker;
  readonly made: number;
  readonly terminated: number;
  /** The newest worker reports an error, as one that ran into a defect outside any call would. */
  crash(): void;
}

export function createFakeWorkers(indexedDB: IDBFactory): FakeWorkers {
  let made = 0;
  let terminated = 0;
  let crash = (): void => undefined;
  return {
    get made() {
      return made;
    },
    get terminated() {
      return terminated;
    },
    crash: () => {
      crash();
    },
    createWorker: () => {
      made += 1;
      const { port1: outer, port2: inner } = new MessageChannel();
      const errorListeners = new Set<() => void>();
      crash = () => {
        for (const listener of errorListeners) listener();
      };
      inner.addEventListener('message', function start(event: MessageEvent<StartVault>) {
        inner.removeEventListener('message', start);
        const [port] = event.ports;
        if (port === undefined) throw new Error('No port came with the start');
        Comlink.expose(serve(port, event.data, indexedDB), inner);
      });
      inner.start();
      outer.start();
      const worker = {
        postMessage: outer.postMessage.bind(outer),
        addEventListener: (type: string, listener: () => void) => {
          if (type === 'message') outer.addEventListener('message', listener);
          else errorListeners.add(listener);
        },
        removeEventListener: (type: string, listener: () => void) => {
          if (type === 'message') outer.removeEventListener('message', listener);
        },
        terminate: () => {
          terminated += 1;
          outer.close();
          inner.close();
        },
      };
      return worker as unknown as Worker;
    },
  };
}

function serve(port: MessagePort, start: StartVault, indexedDB: IDBFactory): VaultApi {
  const vault = loadSodium().then((sodium) =>
    createVault({
      sodium,
      segmentSeal: createSegmentSeal(sodium, crypto.subtle),
      files: Comlink.wrap<VaultFilesDep>(port),
      store: createDexieStore(start.vault, { indexedDB, IDBKeyRange }),
      kdf: createQuickKdf(sodium),
    }),
  );
  const guarded: Guard = async (ask) => {
    try {
      return await ask(await vault);
    } catch {
      return defect;
    }
  };
  return guardedApi(guarded);
}
