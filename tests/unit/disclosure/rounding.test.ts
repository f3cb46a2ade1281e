import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsBehind,
  countsBehindPercent,
  inferFromRounded,
  roundAsNhsDigital,
  roundRows,
  roundToBase,
  shareOfRounded,
} from '@shared/disclosure/rounding';
import { rangeOf } from './brute-force';

const count = fc.integer({ min: 0, max: 200 });
const base = fc.constantFrom(3, 5, 10);

describe('roundToBase', () => {
  test('is a multiple of base, at most half a base away', () => {
    fc.assert(
      fc.property(count, base, (value, step) => {
        const rounded = roundToBase(value, step);
        expect(rounded % step).toBe(0);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });

  test('halves go to the even multiple, as in R', () => {
    expect([5, 15, 25, 35].map((value) => roundToBase(value, 10))).toEqual([0, 20, 20, 40]);
    expect(Object.is(roundToBase(-2, 5), 0)).toBe(true);
  });

  test('rows: gaps stay, and a column with a part of one is left alone', () => {
    expect(
      roundRows(
        [
          [null, 7.5],
          [8, 8],
        ],
        5,
      ),
    ).toEqual([
      [null, 7.5],
      [10, 8],
    ]);
  });
});

test('NHS Digital: 1 to 7 are hidden, so no shown 5 is left', () => {
  fc.assert(
    fc.property(count, (value) => {
      const shown = roundAsNhsDigital(value);
      expect(shown === '*').toBe(value >= 1 && value <= 7);
      expect(shown).not.toBe(5);
    }),
  );
  expect(roundAsNhsDigital(null)).toBeNull();
});

test('a share is of the shown numbers; nothing is of 0', () => {
  expect(shareOfRounded(13, 31, 5)).toMatchObject({
    shownNumerator: 15,
    shownDenominator: 30,
    percentFromShown: 50,
  });
  expect(shareOfRounded(1, 2, 5).percentFromShown).toBeNull();
  expect(shareOfRounded(0, 0, 5).percentTrue).toBeNull();
});

test('countsBehind is the inverse of rounding', () => {
  fc.assert(
    fc.property(count, base, (shown, step) => {
      const all = Array.from({ length: 250 }, (_, value) => value).filter(
        (value) => roundToBase(value, step) === shown,
      );
      expect(countsBehind(shown, step)).toEqual(
        all.length === 0 ? null : { lower: all[0], upper: all.at(-1) },
      );
    }),
  );
});

describe('inferFromRounded', () => {
  test('is what trying every list of counts gives', () => {
    const lists = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lists, base, fc.boolean(), (counts, step, isTotalShown) => {
        const parts = counts.map((value) => roundToBase(value, step));
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
        const total = isTotalShown ? roundToBase(sum(counts), step) : null;
        let fitting: number[][] = [[]];
        for (const part of parts) {
          fitting = fitting.flatMap((list) =>
            Array.from({ length: 26 }, (_, value) => value)
              .filter((value) => roundToBase(value, step) === part)
              .map((value) => [...list, value]),
          );
        }
        fitting = fitting.filter((list) => total === null || roundToBase(sum(list), step) === total);
        const result = inferFromRounded(parts, total, step);
        expect(result.consistentTables).toBe(fitting.length);
        parts.forEach((_, place) => {
          const values = fitting.map((list) => list[place]!);
          expect(result.intervals[place]).toEqual(rangeOf(values));
        });
      }),
    );
  });

  test('four parts shown as 5 with a total of 30 can only be 7 each (statistics.md 6)', () => {
    expect(inferFromRounded([5, 5, 5, 5], 30, 5)).toEqual({
      intervals: [
        [7, 7],
        [7, 7],
        [7, 7],
        [7, 7],
      ],
      consistentTables: 1,
      exactlyDisclosed: [0, 1, 2, 3],
    });
  });

  test('a total that no counts have fits nothing', () => {
    expect(inferFromRounded([5, 5], 40, 5)).toEqual({
      intervals: [null, null],
      consistentTables: 0,
      exactlyDisclosed: [],
    });
    expect(inferFromRounded([], 0, 5).consistentTables).toBe(1);
  });
});

describe('countsBehindPercent', () => {
  test('41.9% of about 30 can only be 13 of 31', () => {
    expect(countsBehindPercent(41.9, 1, [28, 32])).toEqual({
      consistentPairs: [[13, 31]],
      numeratorDisclosed: true,
    });
  });

  test('the true pair is always among them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(),
        fc.integer({ min: 0, max: 2 }),
        (n, pick, decimals) => {
          const numerator = pick % (n + 1);
          // toFixed of an exact tie would depend on floating point: leave ties to the example below.
          fc.pre(
            (numerator * 100 * 10 ** decimals * 2) % n !== 0 || (numerator * 100 * 10 ** decimals) % n === 0,
          );
          const percent = Number(((100 * numerator) / n).toFixed(decimals));
          expect(countsBehindPercent(percent, decimals, [1, 60]).consistentPairs).toContainEqual([
            numerator,
            n,
          ]);
        },
      ),
    );
  });

  test('halves are rounded up; a percentage of nothing has no pair', () => {
    expect(countsBehindPercent(13, 0, [8, 8]).consistentPairs).toEqual([[1, 8]]);
    expect(countsBehindPercent(50, 0, [0, 1])).toEqual({ consistentPairs: [], numeratorDisclosed: false });
  });
});
