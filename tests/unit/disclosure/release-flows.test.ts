/** Figures that hide their zeros, rounded releases, and what earlier releases stand in the way of. */
import { beforeAll, describe, expect, test } from 'vitest';
import { release, type Release, type ReleaseTools } from '@shared/disclosure/release';
import type { EarlierRelease, ReleaseFigure, ReleaseTable } from '@shared/disclosure/release-figures';
import { afterwards, count, give, loadTools, policy, released, text } from './release-support';

let tools: ReleaseTools;
beforeAll(async () => {
  tools = await loadTools();
});

const flow = (key: string, value: number, changes: Partial<ReleaseFigure> = {}): ReleaseFigure =>
  count(key, value, { hidesZero: true, ...changes });

/** Twelve months of leavers to the end of quarter `last`, made of quarters that nobody is shown. */
function year(quarters: readonly number[], last: number): ReleaseTable {
  const inside = quarters.slice(last - 4, last);
  const names = inside.map((_, index) => `quarter ${last - 3 + index}`);
  return {
    figures: [
      flow(
        `year to ${last}`,
        inside.reduce((sum, one) => sum + one, 0),
      ),
      ...inside.map((value, index) => flow(names[index]!, value, { isPublished: false })),
    ],
    sums: [{ total: `year to ${last}`, parts: names }],
  };
}

function giveYears(quarters: readonly number[]): Record<string, number | string>[] {
  const history: EarlierRelease[] = [];
  return Array.from({ length: quarters.length - 3 }, (_, index) => {
    const table = year(quarters, index + 4);
    const result = give(table, history, tools);
    history.push(afterwards(table, result));
    return text(result);
  });
}

describe('figures that hide their zeros', () => {
  test('a 0 is hidden like 1 to 4, and so is everyone', () => {
    const table = {
      figures: [
        flow('leavers', 0),
        flow('joiners', 6),
        flow('joiners a', 6),
        flow('joiners b', 0),
        count('team', 0),
      ],
      sums: [{ total: 'joiners', parts: ['joiners a', 'joiners b'] }],
    };
    expect(text(give(table, [], tools))).toEqual({
      leavers: 'small-count',
      joiners: 6,
      'joiners a': 'small-complement',
      'joiners b': 'small-count',
      team: 0,
    });
  });

  test('six leavers in a year of small quarters are shown; with zeros known they would not be', () => {
    expect(giveYears([2, 1, 2, 1])).toEqual([{ 'year to 4': 6 }]);
    const table = year([2, 1, 2, 1], 4);
    const known = { ...table, figures: table.figures.map((figure) => ({ ...figure, hidesZero: false })) };
    expect(text(give(known, [], tools))).toEqual({ 'year to 4': 'protects-another' });
  });

  test('the next window is shown while the quarters that come and go stay wide', () => {
    // 6, then 7: the first quarter is 0 to 6 and the fifth one more.
    expect(giveYears([2, 1, 2, 1, 3])).toEqual([{ 'year to 4': 6 }, { 'year to 5': 7 }]);
    // 10, then 6: the first quarter is 4 to 10.
    expect(giveYears([5, 2, 2, 1, 1])).toEqual([{ 'year to 4': 10 }, { 'year to 5': 6 }]);
    // 9, then 5: the fifth is 0 to 5, of which one who left knows one: wide enough, and so is the first.
    expect(giveYears([4, 2, 2, 1, 0])).toEqual([{ 'year to 4': 9 }, { 'year to 5': 5 }]);
  });

  test('a quarter that is shown itself narrows the window of the others', () => {
    const before: EarlierRelease = { ...year([2, 1, 2, 1], 4), shownKeys: ['year to 4'] };
    const table = {
      figures: [
        flow('half', 5),
        flow('quarter 3', 2, { isPublished: false }),
        flow('quarter 1', 2, { isPublished: false }),
        flow('quarter 2', 1, { isPublished: false }),
      ],
      sums: [{ total: 'half', parts: ['quarter 1', 'quarter 2', 'quarter 3'] }],
    };
    const result = give(table, [before], tools);
    // 6 less 5 is one leaver of the fourth quarter.
    expect(text(result)).toEqual({ half: 'protects-another' });
    expect(result.blockedByHistory).toEqual(['half']);
  });
});

describe('blockedByHistory', () => {
  test('names what is hidden for the sake of earlier releases, and nothing else', () => {
    const before: EarlierRelease = { figures: [count('permanent', 18)], sums: [], shownKeys: ['permanent'] };
    const table = {
      figures: [count('all', 20), count('permanent', 18), count('others', 2), count('sites', 3)],
      sums: [{ total: 'all', parts: ['permanent', 'others'] }],
    };
    const result = give(table, [before], tools);
    expect(text(result)).toMatchObject({ all: 'protects-another', sites: 'small-count' });
    expect(result.blockedByHistory).toEqual(['all']);
    expect(give(table, [], tools).blockedByHistory).toEqual([]);
  });
});

const rounding = { ...policy, rounding: 'base-5' } as const;

function round(table: ReleaseTable, history: readonly EarlierRelease[] = []): Release {
  return released(release(table, rounding, history, tools));
}

describe('rounding to 5', () => {
  test('0 stays, 1 to 7 are hidden, everything else goes to the nearest 5, totals by themselves', () => {
    const table = {
      figures: [count('all', 52), count('a', 33), count('b', 12), count('c', 7), count('d', 0)],
      sums: [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }],
    };
    const result = round(table);
    expect(text(result)).toEqual({ all: 50, a: 35, b: 10, c: 'small-count', d: 0 });
    expect(result.roundedKeys).toEqual(['all', 'a', 'b']);
    // 48 to 52 less 33 to 37 and 8 to 12.
    expect(result.audit.intervals(['c']).get('c')).toEqual({ lower: 1, upper: 11 });
  });

  test('what rounding alone leaves too narrow has more hidden beside it', () => {
    const table = {
      figures: [count('all', 19), count('a', 18), count('b', 1, { isPublished: false })],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    };
    // As ranges 18 to 22 less 18 to 22 leaves 1 to 4.
    expect(text(round(table))).toEqual({ all: 20, a: 'small-complement' });
  });

  test('a share is of the rounded numbers, and without its ratio is not shown', () => {
    const share = { kind: 'statistic', madeOf: ['a', 'all'] } as const;
    const table = {
      figures: [
        count('all', 31),
        count('a', 13),
        count('b', 18),
        count('share', 41.9, { ...share, ratio: { over: ['a'], under: ['all'], times: 100 } }),
        count('rate', 4.2, share),
      ],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    };
    expect(text(round(table))).toMatchObject({
      all: 30,
      a: 15,
      share: 50,
      rate: 'protects-another',
    });
  });

  test('what was rounded before is a range for the next release, and an exact number where it was exact', () => {
    const parts = [count('a', 12), count('b', 11)];
    const hidden = count('c', 3, { isPublished: false });
    const sums = [{ total: 'all', parts: ['a', 'b', 'c'] }];
    const known = { figures: [count('all', 26, { isPublished: false }), ...parts, hidden], sums };
    const first = round(known);
    expect(text(first)).toEqual({ a: 10, b: 10 });
    const rounded: EarlierRelease = { ...afterwards(known, first), roundedKeys: first.roundedKeys };
    const table = { figures: [count('all', 26)], sums: [] };
    // 26 less 8 to 12 twice leaves 2 to 10; 26 less 12 less 11 leaves 3.
    expect(text(give(table, [rounded], tools))).toEqual({ all: 26 });
    expect(text(give(table, [{ ...rounded, roundedKeys: [] }], tools))).toEqual({ all: 'protects-another' });
  });

  test('a 0 among rounded numbers is a 0 for the next release', () => {
    const before: EarlierRelease = {
      figures: [
        count('a', 12),
        count('d', 11),
        count('b', 0),
        count('c', 3, { isPublished: false }),
        count('all', 26, { isPublished: false }),
      ],
      sums: [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }],
      shownKeys: ['a', 'b', 'd'],
      roundedKeys: ['a', 'b', 'd'],
    };
    const intervals = give({ figures: [count('all', 26)], sums: [] }, [before], tools).audit.intervals([
      'c',
      'b',
    ]);
    // 26 less 8 to 12 twice; with b from 0 to 2 it would start at 1.
    expect(intervals.get('c')).toEqual({ lower: 2, upper: 10 });
    expect(intervals.has('b')).toBe(false);
  });
});
