import { expect, test } from 'vitest';
import { createUnlockTries } from '../../../electron/services/unlock-tries';

test('wrong tries are counted per vault, until a right one', () => {
  let now = 1_000;
  const tries = createUnlockTries({ monotonic: () => now });
  expect(tries.tried({ vault: 'main', outcome: 'none' })).toEqual({ wrongTries: 0, sinceMs: 1_000 });
  tries.tried({ vault: 'main', outcome: 'wrong' });
  expect(tries.tried({ vault: 'main', outcome: 'wrong' })).toEqual({ wrongTries: 2, sinceMs: 0 });
  now += 1_234.5;
  expect(tries.tried({ vault: 'main', outcome: 'none' })).toEqual({ wrongTries: 2, sinceMs: 1_234 });
  expect(tries.tried({ vault: 'demo', outcome: 'none' }).wrongTries).toBe(0);
  expect(tries.tried({ vault: 'main', outcome: 'right' }).wrongTries).toBe(0);
});
