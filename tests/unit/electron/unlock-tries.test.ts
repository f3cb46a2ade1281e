import { expect, test } from 'vitest';
import { createUnlockTries } from '../../../electron/services/unlock-tries';

test('wrong tries are counted per vault, until a right one', () => {
  let now = 1_000;
  const tries = createUnlockTries({ monotonic: () => now });
  expect(tries.tried({ vault: 'main', outcome: 'none' })).toEqual({
    wrongTries: 0,
    sinceMs: 1_000,
    refused: 0,
  });
  tries.tried({ vault: 'main', outcome: 'wrong' });
  expect(tries.tried({ vault: 'main', outcome: 'wrong' })).toEqual({ wrongTries: 2, sinceMs: 0, refused: 2 });
  now += 1_234.5;
  expect(tries.tried({ vault: 'main', outcome: 'none' })).toEqual({
    wrongTries: 2,
    sinceMs: 1_234,
    refused: 2,
  });
  expect(tries.tried({ vault: 'demo', outcome: 'none' }).wrongTries).toBe(0);
  expect(tries.tried({ vault: 'main', outcome: 'right' }).wrongTries).toBe(0);
});

test('what was refused is told once more with the right one, codes too, which make nobody wait', () => {
  const tries = createUnlockTries({ monotonic: () => 0 });
  tries.tried({ vault: 'main', outcome: 'wrong' });
  expect(tries.tried({ vault: 'main', outcome: 'wrong-code' })).toEqual({
    wrongTries: 1,
    sinceMs: 0,
    refused: 2,
  });
  expect(tries.tried({ vault: 'demo', outcome: 'right' }).refused).toBe(0);
  expect(tries.tried({ vault: 'main', outcome: 'right' })).toEqual({ wrongTries: 0, sinceMs: 0, refused: 2 });
  expect(tries.tried({ vault: 'main', outcome: 'right' }).refused).toBe(0);
});
