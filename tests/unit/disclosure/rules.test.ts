import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  differenceOfCounts,
  differenceOfMeans,
  differenceOfNestedGroups,
  rangeOfDifference,
} from '@shared/disclosure/differencing';
import { dominance } from '@shared/disclosure/dominance';
import { anonymity, rowsInOneColumn } from '@shared/disclosure/k-anonymity';
import { suppressPrimaryInRows, suppressSecondaryInRows } from '@shared/disclosure/row-suppression';
import { imatterRule, meanOfAtLeast } from '@shared/disclosure/small-team';

describe('differencing', () => {
  test('a change of 1 to 4 either way is small, no change and 5 are not; a hidden number tells nothing', () => {
    expect(differenceOfCounts([10, 15, 8, 9, null, 5], [10, 18, 4, 14, 7, null], 5)).toEqual({
      differences: [0, 3, -4, 5, null, null],
      smallDifferences: [1, 2],
      safe: false,
    });
  });

  test('what is left of the whole without the part is a group as well', () => {
    expect(differenceOfNestedGroups([20, 14], [16, 14], 5)).toEqual({
      complement: [4, 0],
      smallComplement: [0],
      safe: false,
    });
  });

  test('two means: the true score of the one leaver is always possible', () => {
    const scores = fc.array(fc.integer({ min: 14, max: 70 }), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 2 }), fc.boolean(), (list, decimals, isJoiner) => {
        const rounded = (values: readonly number[]): number => {
          const total = values.reduce((sum, value) => sum + value, 0);
          const scale = 10 ** decimals;
          return Math.floor((2 * total * scale + values.length) / (2 * values.length)) / scale;
        };
        const all = { n: list.length, mean: rounded(list) };
        const rest = { n: list.length - 1, mean: rounded(list.slice(1)) };
        const [first, second] = isJoiner ? [rest, all] : [all, rest];
        const input = { first, second, decimals, scoreMin: 14, scoreMax: 70 };
        const { possibleScores, disclosed } = differenceOfMeans(input);
        expect(possibleScores).toContain(list[0]);
        expect(disclosed).toBe(possibleScores.length === 1);
        const range = rangeOfDifference(input);
        expect(list[0]).toBeGreaterThanOrEqual(range.lower - 1e-9);
        expect(list[0]).toBeLessThanOrEqual(range.upper + 1e-9);
      }),
    );
  });

  test('whole-number means leave many scores; one decimal of nine and eight people leaves one', () => {
    const scale = { scoreMin: 14, scoreMax: 70 };
    const coarse = differenceOfMeans({
      first: { n: 9, mean: 43 },
      second: { n: 8, mean: 44 },
      decimals: 0,
      ...scale,
    });
    expect(coarse.possibleScores.length).toBeGreaterThan(10);
    const fine = differenceOfMeans({
      first: { n: 9, mean: 43.2 },
      second: { n: 8, mean: 44.1 },
      decimals: 1,
      ...scale,
    });
    expect(fine).toEqual({ possibleScores: [36], disclosed: true });
  });

  test('two leavers with the lowest score each are disclosed; equal groups tell nothing', () => {
    const scale = { decimals: 1, scoreMin: 0, scoreMax: 10 };
    expect(
      differenceOfMeans({ first: { n: 4, mean: 5 }, second: { n: 2, mean: 10 }, ...scale }).possibleScores,
    ).toEqual([0]);
    expect(differenceOfMeans({ first: { n: 4, mean: 5 }, second: { n: 4, mean: 6 }, ...scale })).toEqual({
      possibleScores: [],
      disclosed: false,
    });
  });
});

describe('dominance', () => {
  test('both rules are strict: exactly k percent, exactly p percent are not unsafe', () => {
    expect(dominance([0.7, 0.3], { n: 1, k: 70, p: 10 })).toMatchObject({
      nkUnsafe: false,
      pPercentUnsafe: true,
    });
    expect(dominance([100, 20, 10], { n: 1, k: 70, p: 10 })).toMatchObject({
      nkUnsafe: true,
      pPercentUnsafe: false,
    });
  });

  test('one person, nobody, and people who put nothing in', () => {
    expect(dominance([40], { n: 1, k: 70, p: 10 })).toMatchObject({ nkUnsafe: true, pPercentUnsafe: true });
    expect(dominance([], { n: 1, k: 70, p: 10 })).toEqual({
      total: 0,
      topShare: null,
      nkUnsafe: false,
      pPercentUnsafe: false,
      contributors: 0,
    });
    expect(dominance([60, 0, 0, 0], { n: 1, k: 70, p: 10 }).contributors).toBe(1);
  });

  test('order does not matter, and neither does the unit', () => {
    const list = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 12 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 3 }), (values, n) => {
        const rules = { n, k: 75, p: 15 };
        const forwards = dominance(values, rules);
        expect(dominance([...values].reverse(), rules)).toEqual(forwards);
        const inMinutes = dominance(
          values.map((value) => value * 60),
          rules,
        );
        expect([inMinutes.nkUnsafe, inMinutes.pPercentUnsafe]).toEqual([
          forwards.nkUnsafe,
          forwards.pPercentUnsafe,
        ]);
      }),
    );
  });
});

describe('anonymity', () => {
  const rows = fc.array(
    fc.record({
      team: fc.constantFrom('A', 'B', 'A,B'),
      band: fc.constantFrom(5, '5', null),
      score: fc.nat(2),
    }),
    { maxLength: 20 },
  );

  test('by comparing each row with each other row', () => {
    fc.assert(
      fc.property(rows, (records) => {
        const input = {
          records,
          quasiIdentifiers: ['team', 'band'] as const,
          sensitive: 'score' as const,
          k: 3,
          l: 2,
        };
        const result = anonymity(input);
        const like = records.map((record) =>
          records.filter((other) => other.team === record.team && other.band === record.band),
        );
        expect(result.minClass).toBe(
          like.length === 0 ? null : Math.min(...like.map((group) => group.length)),
        );
        expect(result.recordsBelowK).toEqual(
          like.flatMap((group, place) => (group.length < 3 ? [place] : [])),
        );
        expect(result.recordsBelowL).toEqual(
          like.flatMap((group, place) =>
            group.every(({ score }) => score === group[0]!.score) ? [place] : [],
          ),
        );
        expect(
          result.homogeneousClasses.flatMap(({ records: places }) => places).toSorted((a, b) => a - b),
        ).toEqual(result.recordsBelowL);
      }),
    );
  });

  test('without quasi-identifiers all rows are one class; without a sensitive field none is homogeneous', () => {
    const result = anonymity({
      records: [{ a: 1 }, { a: 1 }],
      quasiIdentifiers: [],
      sensitive: null,
      k: 2,
      l: 2,
    });
    expect(result).toMatchObject({
      minClass: 2,
      recordsBelowK: [],
      homogeneousClasses: [],
      recordsBelowL: [],
    });
  });

  test('a row whose people are all in one column; an empty row tells nobody', () => {
    expect(
      rowsInOneColumn([
        [8, 0],
        [3, 6],
        [0, 0],
        [0, 1],
      ]),
    ).toEqual([0, 3]);
  });
});

describe('rows as Public Health Scotland does them', () => {
  const rules = { suppressAtOrBelow: 3, zerosShown: true, lastColumnIsTotal: true };

  test('the next lowest goes with a single hidden cell, all of them when several are equal, never a 0', () => {
    expect(suppressSecondaryInRows([[2, 0, 6, 6, 9, 23]], rules)).toEqual([['*', 0, '*', '*', 9, 23]]);
    expect(suppressSecondaryInRows([[2, 0, null, 2]], rules)).toEqual([['*', 0, null, '*']]);
    expect(suppressSecondaryInRows([[7, null, 9, 16]], rules)).toEqual([[7, null, 9, 16]]);
  });

  test('a shown total, zeros that are hidden, no total, a column that holds no counts', () => {
    expect(suppressPrimaryInRows([[1, 0, 2, 3]], rules)).toEqual([['*', 0, '*', 3]]);
    expect(suppressPrimaryInRows([[1, 0, 9, 10]], { ...rules, zerosShown: false })).toEqual([
      ['*', '*', 9, 10],
    ]);
    expect(suppressPrimaryInRows([[1, 9, 2]], { ...rules, lastColumnIsTotal: false })).toEqual([
      ['*', 9, '*'],
    ]);
    expect(
      suppressPrimaryInRows(
        [
          [1.5, 2, 9],
          [2, 8, 10],
        ],
        rules,
      ),
    ).toEqual([
      [1.5, '*', 9],
      [2, 8, 10],
    ]);
  });
});

describe('small teams', () => {
  test('iMatter: 60% exactly is enough in 2018; the wording of 2021 leaves 1 to 4 of 5 open', () => {
    expect(imatterRule(5, 3)).toEqual({ report2018: true, report2021: null });
    expect(imatterRule(10, 5)).toEqual({ report2018: false, report2021: true });
    expect(imatterRule(4, 4)).toEqual({ report2018: true, report2021: true });
    expect(imatterRule(4, 3)).toEqual({ report2018: false, report2021: false });
    expect(imatterRule(12, 0)).toEqual({ report2018: false, report2021: false });
  });

  test('a mean of too few is not given; gaps are not people', () => {
    expect(meanOfAtLeast([50, 40, 45], 8)).toEqual({ n: 3, mean: null });
    expect(meanOfAtLeast([1, 2, null, 3], 3)).toEqual({ n: 3, mean: 2 });
    expect(meanOfAtLeast([], 0)).toEqual({ n: 0, mean: null });
  });
});
