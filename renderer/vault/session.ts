/** One worker, from its start to its end: what a client talks to while a vault is open. */
import * as Comlink from 'comlink';
import type { StartVault } from '@shared/vault/start-vault';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { VaultApi, VaultName } from '@shared/vault/vault-api';

export interface Session {
  readonly api: VaultApi;
  /** Settles when the worker is gone, so that no caller waits for ever. */
  readonly gone: Promise<void>;
  end(): void;
}

export interface SessionParts {
  readonly name: VaultName;
  readonly files: VaultFilesDep;
  readonly createWorker: () => Worker;
}

export function createSession(parts: SessionParts, onCrash: () => void): Session {
  const worker = parts.createWorker();
  const { port1, port2 } = new MessageChannel();
  let leave = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    leave = resolve;
  });
  Comlink.expose(parts.files, port1);
  const start: StartVault = { type: 'start-vault', vault: parts.name };
  worker.postMessage(start, [port2]);
  worker.addEventListener('error', onCrash);
  worker.addEventListener('messageerror', onCrash);
  // Every method of VaultApi is asynchronous already, so the remote has the very same type; Comlink's own
  // mapped type would lose the generic of `list`.
  const api = Comlink.wrap<VaultApi>(worker) as unknown as VaultApi;
  return {
    api,
    gone,
    end: () => {
      worker.terminate();
      port1.close();
      leave();
    },
  };
}
