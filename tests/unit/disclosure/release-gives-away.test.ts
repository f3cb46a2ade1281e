/** What the attack (npm run attack) found, one test for each way in. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseTools } from '@shared/disclosure/release';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { count, figuresOf, give, loadTools, text } from './release-support';

let tools: ReleaseTools;
beforeAll(async () => {
  tools = await loadTools();
});

const statistic = { kind: 'statistic' } as const;
const sensitive = { kind: 'sensitive-count' } as const;

describe('statistics', () => {
  test('a share goes with its numerator, hidden to protect another or not in the release', () => {
    const table = {
      figures: [
        count('all', 40),
        count('a', 3),
        count('b', 37),
        count('share of b', 92.5, { ...statistic, madeOf: ['b', 'all'] }),
        count('share of c', 20, { ...statistic, madeOf: ['c', 'all'] }),
        count('share of all', 50, { ...statistic, madeOf: ['all'] }),
      ],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    };
    expect(text(give(table, [], tools))).toMatchObject({
      b: 'small-complement',
      'share of b': 'protects-another',
      'share of c': 'protects-another',
      'share of all': 50,
    });
  });

  const people = [count('all', 20), count('permanent', 14), count('others', 6, { isPublished: false })];
  const sums = [{ total: 'all', parts: ['permanent', 'others'] }];
  const mean = (key: string, of: string): ReturnType<typeof count> =>
    count(key, 3.2, { ...statistic, mean: { measure: 'score', people: of } });

  test('two means that leave one of six: the part goes, the whole stays', () => {
    const figures = [...people, mean('mean of all', 'all'), mean('mean of permanent', 'permanent')];
    expect(text(give({ figures, sums }, [], tools))).toEqual({
      all: 20,
      permanent: 14,
      'mean of all': 3.2,
      'mean of permanent': 'protects-another',
    });
  });

  test('the same over two releases: the later one goes, whichever it is', () => {
    const before: EarlierRelease = {
      figures: [...people, mean('mean of permanent', 'permanent')],
      sums,
      shownKeys: ['permanent', 'all', 'mean of permanent'],
    };
    const figures = [...people, mean('mean of all', 'all')];
    expect(text(give({ figures, sums }, [before], tools))).toMatchObject({
      'mean of all': 'protects-another',
    });
  });

  test('means that leave one of eight stay', () => {
    const figures = [
      count('all', 22),
      count('permanent', 14),
      count('others', 8, { isPublished: false }),
      mean('mean of all', 'all'),
      mean('mean of permanent', 'permanent'),
    ];
    expect(text(give({ figures, sums }, [], tools))).toMatchObject({
      'mean of all': 3.2,
      'mean of permanent': 3.2,
    });
  });
});

describe('counts', () => {
  test('hidden totals of sensitive parts are 1 at least, because zeros are shown', () => {
    // 11 in two teams: with totals from 1 on, one team has 10 at most, and a band of it 0 to 10.
    const figures = [
      count('all', 11),
      count('a', 10),
      count('b', 1),
      count('a low', 4, sensitive),
      count('a high', 6, sensitive),
      count('b low', 0, sensitive),
      count('b high', 1, sensitive),
    ];
    const sums = [
      { total: 'all', parts: ['a', 'b'] },
      { total: 'a', parts: ['a low', 'a high'] },
      { total: 'b', parts: ['b low', 'b high'] },
    ];
    const result = give({ figures, sums }, [], tools);
    expect(result.audit.intervals(['b low']).get('b low')).toEqual({ lower: 0, upper: 10 });
  });

  test('who is counted knows one of the number, and is left with as much as the rule asks', () => {
    const table = (total: number): Parameters<typeof give>[0] => ({
      figures: [count('all', total), count('a', total - 1), count('b', 1)],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    });
    // a and b from 1 to total - 1: of 6 that is a width of 4, and of 3 for one of them.
    expect(text(give(table(6), [], tools))).toMatchObject({ all: 'protects-another' });
    expect(text(give(table(7), [], tools))).toMatchObject({ all: 7 });
  });

  test('one person can have several episodes, and knows them all', () => {
    const table = (mostOfOne: number): Parameters<typeof give>[0] => ({
      figures: [
        count('all', 11, { mostOfOne }),
        count('a', 5, { ...sensitive, mostOfOne }),
        count('b', 6, { ...sensitive, mostOfOne }),
      ],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    });
    expect(text(give(table(2), [], tools))).toMatchObject({ all: 11 });
    expect(text(give(table(3), [], tools))).toMatchObject({ all: 'protects-another' });
  });

  test('what earlier releases narrowed down is narrowed no further', () => {
    const before: EarlierRelease = {
      figures: [count('team', 5), count('permanent', 2), count('sessional', 3)],
      sums: [{ total: 'team', parts: ['permanent', 'sessional'] }],
      shownKeys: ['team'],
    };
    const table = {
      figures: [count('permanent', 2), count('all permanent', 20), count('others permanent', 18)],
      sums: [{ total: 'all permanent', parts: ['permanent', 'others permanent'] }],
    };
    const result = give(table, [before], tools);
    expect(result.audit.alreadyDisclosed).toEqual(['permanent', 'sessional']);
    expect(result.audit.intervals(['permanent']).get('permanent')).toEqual({ lower: 1, upper: 4 });
  });

  test('who knows their own part of every month takes all of it from the year', () => {
    const months = ['one', 'two', 'three'];
    const table = (mostInYear: number): Parameters<typeof give>[0] => ({
      figures: [
        count('year', 7, { hidesZero: true, mostOfOne: mostInYear }),
        ...months.map((key, index) => count(key, [2, 3, 2][index]!, { hidesZero: true, isPublished: false })),
      ],
      sums: [{ total: 'year', parts: months }],
    });
    // Each month is 0 to 7, less the three of the year that are known: 4 are left, and 2 are not enough.
    expect(text(give(table(3), [], tools))).toEqual({ year: 7 });
    expect(text(give(table(4), [], tools))).toEqual({ year: 'protects-another' });
  });

  test('in a small crossed table a cell goes with the others, so that the choice tells nothing', () => {
    // Contracts of three teams. The cheapest choice showed 17, and with that told that B and C have one each.
    const table = figuresOf(
      [
        [17, 5],
        [6, 1],
        [5, 1],
      ],
      () => true,
    );
    const cells = text(give(table, [], tools));
    const inside = Object.keys(cells).filter((key) => key.includes(','));
    expect(inside).toHaveLength(6);
    for (const key of inside) expect(cells[key]).not.toBeTypeOf('number');
    expect(cells.total).toBe(35);
  });
});
