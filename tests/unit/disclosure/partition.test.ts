import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { possibleValues, suppressCount, suppressPartition } from '@shared/disclosure/partition';

/** What stands in the file: the total, how many parts are listed, and each part's count or its mark. */
function published(counts: readonly number[]): string {
  const result = suppressPartition(counts, 5);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = result.mayListParts
    ? counts.map((count, index) => (result.hidden[index] === null ? count : 'c'))
    : [];
  return JSON.stringify([result.totalHidden === null ? total : 'c', parts]);
}

/** Every list of `parts` counts of at least 1 with this total. */
function lists(total: number, parts: number): number[][] {
  if (parts === 1) return total >= 1 ? [[total]] : [];
  const found: number[][] = [];
  for (let first = 1; first <= total - parts + 1; first += 1) {
    for (const rest of lists(total - first, parts - 1)) found.push([first, ...rest]);
  }
  return found;
}

describe('suppressPartition', () => {
  test('no shown count, and no complement of one, is from 1 to 4', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 5 }), (list) => {
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

  test('an attacker who knows this very rule finds at least 5 values for every hidden count (all lists, exact)', () => {
    for (const [parts, mostTotal] of [
      [2, 60],
      [3, 34],
      [4, 22],
      [5, 17],
    ] as const) {
      for (let total = 1; total <= mostTotal; total += 1) {
        const byOutput = new Map<string, Set<number>[]>();
        for (const list of lists(total, parts)) {
          const result = suppressPartition(list, 5);
          if (!result.mayListParts || result.hidden.every((reason) => reason === null)) continue;
          const output = published(list);
          const values = byOutput.get(output) ?? list.map(() => new Set<number>());
          list.forEach((count, index) => values[index]?.add(count));
          byOutput.set(output, values);
        }
        for (const values of byOutput.values()) {
          for (const possible of values) expect(possible.size).toBeGreaterThanOrEqual(5);
          expect(values[0]?.size).toBe(possibleValues(total, parts, 5));
        }
      }
    }
  });

  test('the lists that a choice of cells would give away: 5, 4, 4 shows its total alone beside hidden parts', () => {
    expect(suppressPartition([5, 4, 4], 5)).toEqual({
      hidden: ['protects-another', 'small-count', 'small-count'],
      totalHidden: null,
      mayListParts: true,
    });
  });

  test('4 paid and 2 volunteers: both are hidden, the total of 6 stays (domain.md, story 1)', () => {
    const result = suppressPartition([4, 2], 5);
    expect(result.hidden).toEqual(['small-count', 'small-count']);
    expect(result.totalHidden).toBeNull();
  });

  test('1 and 4 make 5: four values are too few, so the parts are left out', () => {
    expect(suppressPartition([1, 4], 5).mayListParts).toBe(false);
  });

  test('a complement of 1 to 4 is hidden though the count itself is large', () => {
    expect(suppressPartition([14, 1], 5).hidden).toEqual(['small-complement', 'small-count']);
  });

  test('a total under 5 hides all, a total of 0 is shown', () => {
    expect(suppressPartition([1, 2], 5).totalHidden).toBe('small-count');
    expect(suppressPartition([0, 0], 5)).toEqual({
      hidden: [null, null],
      totalHidden: null,
      mayListParts: true,
    });
  });

  test('nothing is hidden where nothing is small', () => {
    expect(suppressPartition([12, 0, 9], 5).hidden).toEqual([null, null, null]);
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
