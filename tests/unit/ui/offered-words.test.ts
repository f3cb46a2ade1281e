import { describe, expect, it } from 'vitest';
import { loadOfferedWords } from '../../../renderer/features/settings/offered-words';

describe('the words that are offered', async () => {
  const offered = await loadOfferedWords();

  it('leaves out only a few, so that six of them are still worth more than 77 bits', () => {
    expect(new Set(offered).size).toBe(offered.length);
    expect(6 * Math.log2(offered.length)).toBeGreaterThan(77);
  });

  it('holds none that would be hard to be handed', () => {
    for (const word of ['mortuary', 'shrapnel', 'grief', 'mutilated']) expect(offered).not.toContain(word);
  });
});
