/** A database that neither opens nor goes away from inside: main's way out, and what the vault does without it. */
import { expect, it, vi } from 'vitest';
import { err, ok } from '@shared/kernel/result';
import { createHealingStore } from '../../renderer/vault/worker/store/healing-store';
import type { SealedStoreDep } from '../../renderer/vault/worker/store/sealed-store';
import { at, must, passphraseOf, putOf, readAll, setupVaultKit } from '../support/vault-kit';

const stuck = err({ tag: 'StoreFailed', code: 'UnknownError' } as const);
const broken = { isBroken: false };

/** The real store, until the database behind it is damaged as a lost manifest damages it. */
function breakable(real: SealedStoreDep): SealedStoreDep {
  const unless = async <T>(ask: () => Promise<T>) => (broken.isBroken ? stuck : ask());
  return {
    readAll: () => unless(() => real.readAll()),
    readSegments: (...what) => unless(() => real.readSegments(...what)),
    clearSegments: () => unless(() => real.clearSegments()),
    apply: (...what) => unless(() => real.apply(...what)),
    rebuildOutlines: (...what) => unless(() => real.rebuildOutlines(...what)),
    rebuild: (...what) => unless(() => real.rebuild(...what)),
    reset: () => unless(() => real.reset()),
    close: () => {
      real.close();
    },
  };
}

async function setup(clear: () => ReturnType<Parameters<typeof createHealingStore>[1]>) {
  broken.isBroken = false;
  const clearCache = vi.fn(clear);
  const kit = await setupVaultKit({ store: (real) => createHealingStore(breakable(real), clearCache) });
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  must(await vault.commit({ writes: [putOf(1), putOf(2)], at }));
  must(await vault.lock({}));
  await kit.settled();
  const reopen = async () => {
    const again = await kit.restart();
    const report = must(await again.unlock({ passphrase: passphraseOf() }));
    expect(await readAll(again)).toHaveLength(2);
    await kit.settled();
    must(await again.lock({}));
    return report;
  };
  return { clearCache, reopen };
}

it('is cleared from outside, once, and is whole from then on', async () => {
  const { clearCache, reopen } = await setup(() => {
    broken.isBroken = false;
    return Promise.resolve(ok());
  });
  expect((await reopen()).cacheRowsRepaired).toBe(0);
  broken.isBroken = true;
  expect(await reopen()).toMatchObject({ cacheRowsRepaired: 2, cacheWasEmpty: true });
  expect(clearCache).toHaveBeenCalledTimes(1);
  expect((await reopen()).cacheRowsRepaired).toBe(0);
  expect(clearCache).toHaveBeenCalledTimes(1);
});

it.each([
  ['refused', err({ tag: 'WriteFailed', code: 'ECACHE' } as const)],
  ['of no use', ok()],
])('clearing that is %s is asked for once, and the records open all the same', async (_what, answer) => {
  const { clearCache, reopen } = await setup(() => Promise.resolve(answer));
  broken.isBroken = true;
  expect((await reopen()).cacheWasEmpty).toBe(true);
  expect(clearCache).toHaveBeenCalledTimes(1);
});
