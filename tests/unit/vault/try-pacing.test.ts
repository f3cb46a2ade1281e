import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitAfter, waitLeft } from '../../../shared/vault/try-pacing';

describe('time between wrong passphrases', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 2_000],
    [4, 4_000],
    [5, 8_000],
    [6, 16_000],
    [7, 30_000],
    [8, 30_000],
    [1_000_000, 30_000],
  ])('after %i wrong tries: %i ms', (wrongTries, ms) => {
    expect(waitAfter(wrongTries)).toBe(ms);
  });

  test('nobody waits longer than half a minute, and every wait ends', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (wrongTries, sinceMs) => {
        const left = waitLeft(wrongTries, sinceMs);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(30_000);
        expect(waitLeft(wrongTries, 30_000)).toBe(0);
      }),
    );
  });

  test('what has passed already counts', () => {
    expect(waitLeft(4, 1_500)).toBe(2_500);
    expect(waitLeft(4, 4_000)).toBe(0);
    expect(waitLeft(4, -5)).toBe(4_000);
  });
});
