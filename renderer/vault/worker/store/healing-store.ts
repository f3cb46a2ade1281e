/**
 * Some damage (a LevelDB folder without its manifest) leaves a database that Chromium neither opens nor deletes, for
 * ever. Then main takes the files away from outside, and an empty database begins.
 */
import type { CacheRemovalDep } from '@shared/vault/vault-files';
import type { SealedStoreDep } from './sealed-store';

export function createHealingStore(
  store: SealedStoreDep,
  clearCache: CacheRemovalDep['clearCache'],
): SealedStoreDep {
  // Once in a worker's life: where that does not help, the vault works without its quick copy.
  let hasCleared = false;
  return {
    ...store,
    reset: async () => {
      const done = await store.reset();
      if (done.ok || hasCleared) return done;
      hasCleared = true;
      const cleared = await clearCache();
      return cleared.ok ? store.reset() : done;
    },
  };
}
