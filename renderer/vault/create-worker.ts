/** A fresh vault worker. Its memory goes with it, so each unlock gets a new one. */
export function createVaultWorker(): Worker {
  return new Worker(new URL('./worker/entry.ts', import.meta.url), { type: 'module', name: 'vault' });
}
