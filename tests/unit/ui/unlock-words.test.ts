import { describe, expect, it } from 'vitest';
import type { UnlockReport } from '@shared/vault/vault-api';
import type { Finding } from '@shared/vault/vault-care';
import { needsALook, unlockWords } from '../../../renderer/app/shell/unlock-words';

const quiet: UnlockReport = {
  records: 40,
  cacheRowsRepaired: 0,
  cacheWasEmpty: false,
  tornBytes: 0,
  keptSealed: 0,
  savedFromCache: 0,
  isOlderCopy: false,
  findings: [],
};

const finding: Finding = {
  piece: 'keyring',
  problem: 'altered',
  id: null,
  kind: null,
  copyIn: 'keyring',
  isMended: true,
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

  it('counts what was put right, but not what the sentences before told already', () => {
    const { findings } = { findings: [finding, { ...finding, piece: 'cache' as const }] };
    expect(unlockWords({ ...quiet, findings })).toEqual([
      'One part was damaged and was put right from another copy.',
    ]);
    expect(unlockWords({ ...quiet, findings: [finding, finding] })[0]).toMatch(/^2 parts/);
  });

  it('calls for a look only when there is no whole copy', () => {
    const lost = { ...quiet, findings: [{ ...finding, isMended: false, copyIn: null }] };
    expect(needsALook(lost)).toBe(true);
    expect(unlockWords(lost)).toHaveLength(1);
    const copied = { ...quiet, findings: [{ ...finding, isMended: false }] };
    expect(needsALook(copied)).toBe(false);
    expect(unlockWords(copied)[0]).toContain('Make a backup today');
  });

  it('leaves the older copy to its own question', () => {
    const older = { ...finding, piece: 'anchor' as const, problem: 'older' as const, isMended: false };
    const report = { ...quiet, isOlderCopy: true, findings: [older] };
    expect(unlockWords(report)).toEqual([]);
    expect(needsALook(report)).toBe(false);
  });
});
