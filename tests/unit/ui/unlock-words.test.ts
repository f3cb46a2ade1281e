import { describe, expect, it } from 'vitest';
import type { UnlockReport } from '@shared/vault/vault-api';
import { unlockWords } from '../../../renderer/app/shell/unlock-words';

const quiet: UnlockReport = {
  records: 40,
  cacheRowsRepaired: 0,
  cacheWasEmpty: false,
  tornBytes: 0,
  keptSealed: 0,
  savedFromCache: 0,
};

describe('unlockWords', () => {
  it('has nothing to say when nothing had to be mended', () => {
    expect(unlockWords(quiet)).toEqual([]);
    expect(unlockWords({ ...quiet, records: 0, cacheWasEmpty: true })).toEqual([]);
  });

  it('claims of a torn end only what came before it', () => {
    expect(unlockWords({ ...quiet, tornBytes: 57 })).toEqual([
      'The last write was not finished or did not open, so it was set aside. Whatever said “Saved” before it is here.',
    ]);
  });

  it('says each thing that was found by itself', () => {
    const words = unlockWords({
      ...quiet,
      tornBytes: 7,
      savedFromCache: 1,
      cacheRowsRepaired: 1,
      keptSealed: 2,
    });
    expect(words).toHaveLength(4);
    expect(words[1]).toContain('1 record was missing');
    expect(words[3]).toContain('2 records');
  });
});
