/** The app's vault client and worker; the files are main's own service, in the bench's Node process. */
import type { Desktop } from '@shared/ipc/contract';
import type { Result } from '@shared/kernel/result';
import { createVaultClient, type VaultClient } from '../../../renderer/vault/client';
import { createDesktopFiles } from '../../../renderer/vault/desktop-files';
import { callMain } from './server-calls.js';

export const passphrase = 'harbour lantern thistle';

/** The worker is started and has loaded libsodium: that happens while the passphrase is typed. */
export async function createBenchClient(): Promise<VaultClient> {
  const worker = new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module' });
  const client = createVaultClient({
    name: 'main',
    files: createDesktopFiles(desktop, 'main'),
    clock: { now: () => Date.now() },
    createWorker: () => worker,
  });
  must(await client.inspect());
  return client;
}

/** `window.desktop`, over the bench's own line. */
const desktop = new Proxy({} as Desktop, {
  get: (_target, channel) => (request: unknown) => callMain(String(channel), request),
});

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`The vault answered ${JSON.stringify(result.error)}`);
  return result.value;
}
