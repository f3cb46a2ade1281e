import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseKdfParams, isWithinKdfPolicy, kdfPolicy, weakerKdfParams } from '@shared/vault/kdf-policy';

const mib = 1024;

describe('the KDF policy', () => {
  it('aims at a second: more memory first, then more passes', () => {
    expect(chooseKdfParams(2000)).toEqual({ opsLimit: 3, memLimitKib: 64 * mib });
    expect(chooseKdfParams(500)).toEqual({ opsLimit: 3, memLimitKib: 128 * mib });
    expect(chooseKdfParams(250)).toEqual({ opsLimit: 3, memLimitKib: 256 * mib });
    expect(chooseKdfParams(170)).toEqual({ opsLimit: 4, memLimitKib: 256 * mib });
    expect(chooseKdfParams(125)).toEqual({ opsLimit: 3, memLimitKib: 512 * mib });
    expect(chooseKdfParams(20).memLimitKib).toBe(512 * mib);
  });

  it('never goes below the floor or above the cap, and never over a second unless at the floor', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60_000, noNaN: true }), (floorMs) => {
        const params = chooseKdfParams(floorMs);
        expect(isWithinKdfPolicy(params, kdfPolicy)).toBe(true);
        expect(params.memLimitKib).toBeLessThanOrEqual(512 * mib);
        const estimate = (floorMs * params.opsLimit * params.memLimitKib) / (3 * 64 * mib);
        if (floorMs <= 1000) expect(estimate).toBeLessThanOrEqual(1001);
      }),
    );
  });

  it('refuses what is under the floor or over the ceiling', () => {
    const good = { opsLimit: 3, memLimitKib: 64 * mib };
    expect(isWithinKdfPolicy(good, kdfPolicy)).toBe(true);
    for (const change of [
      { opsLimit: 2 },
      { opsLimit: 65 },
      { memLimitKib: 64 * mib - 1 },
      { memLimitKib: 2048 * mib },
    ]) {
      expect(isWithinKdfPolicy({ ...good, ...change }, kdfPolicy)).toBe(false);
    }
  });

  it('asks for less memory and more passes where memory is short, down to the floor', () => {
    expect(weakerKdfParams({ opsLimit: 3, memLimitKib: 512 * mib })).toEqual({
      opsLimit: 6,
      memLimitKib: 256 * mib,
    });
    expect(weakerKdfParams({ opsLimit: 3, memLimitKib: 96 * mib })).toEqual({
      opsLimit: 6,
      memLimitKib: 64 * mib,
    });
    expect(weakerKdfParams({ opsLimit: 3, memLimitKib: 64 * mib })).toBeNull();
  });
});
