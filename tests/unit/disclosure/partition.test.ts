import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressCount, suppressPartition } from '@shared/disclosure/partition';

/**
 * An attacker with all the time in the world: every list of counts that fits what was published. What a reader
 * knows: the shown counts, the total if shown, and that a count of 0 is never a primary (so a hidden cell is at
 * least 1 unless all zeros were hidden too, in which case it may be 0).
 */
function consistentTables(counts: readonly number[], hidden: readonly boolean[], lowest: number): number[][] {
  const places = counts.flatMap((_count, index) => (hidden[index] === true ? [index] : []));
  const sum = places.reduce((total, place) => total + (counts[place] ?? 0), 0);
  const tables: number[][] = [];
  const walk = (at: number, left: number, so: number[]): void => {
    if (at === places.length - 1) {
      if (left >= lowest) tables.push([...so, left]);
      return;
    }
    for (let value = lowest; value <= left; value += 1) walk(at + 1, left - value, [...so, value]);
  };
  if (places.length > 0) walk(0, sum, []);
  return tables;
}

describe('suppressPartition', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 });

  test('no shown count, and no complement of one, is from 1 to 4', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const result = suppressPartition(list, 5);
        const total = list.reduce((sum, count) => sum + count, 0);
        list.forEach((count, index) => {
          if (result.hidden[index] !== null) return;
          expect(count === 0 || count >= 5).toBe(true);
          expect(total - count === 0 || total - count >= 5).toBe(true);
        });
      }),
    );
  });

  test('no hidden count can be narrowed to fewer than 5 values by whoever knows the total and the rule', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const result = suppressPartition(list, 5);
        if (result.totalHidden !== null) return;
        const hidden = result.hidden.map((reason) => reason !== null);
        if (!hidden.includes(true)) return;
        const lowest = list.some((count, index) => hidden[index] === true && count === 0) ? 0 : 1;
        const tables = consistentTables(list, hidden, lowest);
        for (let column = 0; column < (tables[0]?.length ?? 0); column += 1) {
          const values = tables.map((table) => table[column] ?? 0);
          expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(4);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('one hidden cell never stands alone beside a shown total', () => {
    expect(suppressPartition([12, 9, 3], 5).hidden.filter((reason) => reason !== null)).toHaveLength(2);
  });

  test('4 paid and 2 volunteers: both are hidden, the total of 6 stays (domain.md, story 1)', () => {
    const result = suppressPartition([4, 2], 5);
    expect(result.hidden).toEqual(['small-count', 'small-count']);
    expect(result.totalHidden).toBeNull();
  });

  test('two hidden counts whose sum pins them both down take a third with them', () => {
    // 1 + 1 = 2 with both at least 1 says everything.
    const result = suppressPartition([20, 9, 1, 1], 5);
    expect(result.hidden).toEqual([null, 'protects-another', 'small-count', 'small-count']);
  });

  test('a complement of 1 to 4 is hidden though the count itself is large', () => {
    expect(suppressPartition([14, 1], 5).hidden).toEqual(['small-complement', 'small-count']);
  });

  test('a total under 5 hides all, a total of 0 is shown', () => {
    expect(suppressPartition([1, 2], 5)).toEqual({
      hidden: ['small-count', 'small-count'],
      totalHidden: 'small-count',
    });
    expect(suppressPartition([0, 0], 5)).toEqual({ hidden: [null, null], totalHidden: null });
  });

  test('nothing is hidden where nothing is small', () => {
    expect(suppressPartition([12, 0, 9], 5)).toEqual({ hidden: [null, null, null], totalHidden: null });
  });

  test('eight people of eight kinds: even the total would tell that each is 1', () => {
    expect(suppressPartition([1, 1, 1, 1, 1, 1, 1, 1], 5).totalHidden).toBe('protects-another');
  });
});

test('suppressCount hides 1 to 4 and shows 0 and 5', () => {
  expect([0, 1, 4, 5].map((count) => suppressCount(count, 5))).toEqual([
    null,
    'small-count',
    'small-count',
    null,
  ]);
});
