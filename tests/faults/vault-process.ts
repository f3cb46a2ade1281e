/** What `openProcess` starts: `vault-process USERDATA APPDATA`, then one message for each call. */
import * as fs from 'node:fs/promises';
import type { VaultApi } from '@shared/vault/vault-api';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { createVault } from '../../renderer/vault/worker/vault';
import { createProcesses } from '../../electron/services/processes';
import { createMemoryStore } from '../tamper/memory-store';
import { serveFiles } from '../support/served-files';
import { createQuickKdf } from '../support/vault-kit';
import type { FromProcess, ToProcess } from './process-door';

const [, , userData, appData] = process.argv;
if (userData === undefined || appData === undefined) throw new Error('Two folders are needed');

const sodium = await loadSodium();
const { dep } = serveFiles({
  files: fs,
  userData,
  appData,
  processes: createProcesses({ wall: () => Date.now() }),
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // Small, so that a run has many files; the reserve is the real one.
  segmentBytes: 256 * 1024,
  reserveBytes: 16 * 1024 * 1024,
});
const vault = createVault({
  sodium,
  segmentSeal: createSegmentSeal(sodium, crypto.subtle),
  files: dep(),
  store: createMemoryStore(),
  kdf: createQuickKdf(sodium),
});

const say = (message: FromProcess): void => {
  process.send?.(message);
};

process.on('message', ({ id, method, request }: ToProcess) => {
  const ask = vault[method] as (request: unknown) => ReturnType<VaultApi[typeof method]>;
  void ask(request).then(
    (answer) => {
      say({ id, answer });
    },
    (cause: unknown) => {
      say({ id, threw: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
    },
  );
});
process.on('disconnect', () => process.exit(0));
