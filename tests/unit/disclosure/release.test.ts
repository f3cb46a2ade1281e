import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { release, type ReleaseError, type ReleaseTools } from '@shared/disclosure/release';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { count, figuresOf, give, loadTools, policy, released, text } from './release-support';

let tools: ReleaseTools;
beforeAll(async () => {
  tools = await loadTools();
});

function errorOf(result: ReturnType<typeof release>): ReleaseError | null {
  return result.ok ? null : result.error;
}

describe('release', () => {
  test('a small count and a small complement are hidden, and tell so in the preview', () => {
    const table = {
      figures: [count('all', 15), count('on time', 14), count('late', 1)],
      sums: [{ total: 'all', parts: ['on time', 'late'] }],
    };
    expect(text(give(table, [], tools))).toEqual({
      all: 15,
      'on time': 'small-complement',
      late: 'small-count',
    });
  });

  test('a plain list shows all its parts or none: that 5 is shown would tell that 4 and 4 are not', () => {
    const table = {
      figures: [count('all', 13), count('a', 5), count('b', 4), count('c', 4), count('d', 0)],
      sums: [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }],
    };
    expect(text(give(table, [], tools))).toEqual({
      all: 13,
      a: 'protects-another',
      b: 'small-count',
      c: 'small-count',
      d: 0,
    });
  });

  test('where the total of a list leaves too few values for its parts, it goes as well', () => {
    const table = {
      figures: [count('all', 5), count('a', 4), count('b', 1)],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    };
    expect(text(give(table, [], tools))).toEqual({
      all: 'protects-another',
      a: 'small-count',
      b: 'small-count',
    });
  });

  test('a hierarchy: a small team in an area is not to be had from the area, nor from the service', () => {
    const table = {
      figures: [
        count('service', 46),
        count('north', 21),
        count('south', 25),
        count('north a', 18),
        count('north b', 3),
        count('south a', 12),
        count('south b', 13),
      ],
      sums: [
        { total: 'service', parts: ['north', 'south'] },
        { total: 'north', parts: ['north a', 'north b'] },
        { total: 'south', parts: ['south a', 'south b'] },
      ],
    };
    expect(text(give(table, [], tools))).toEqual({
      service: 46,
      north: 21,
      south: 25,
      'north a': 'small-complement',
      'north b': 'small-count',
      'south a': 12,
      'south b': 13,
    });
    // With one of the two given out before, the area has to go, and with it the other area.
    const before = { figures: [count('north a', 18)], sums: [], shownKeys: ['north a'] };
    expect(text(give(table, [before], tools))).toMatchObject({
      north: 'protects-another',
      'north a': 18,
      'north b': 'small-count',
      'south a': 12,
    });
  });

  test('all staff after permanent staff: the two who are left are protected though no table names them', () => {
    const before: EarlierRelease = { figures: [count('permanent', 18)], sums: [], shownKeys: ['permanent'] };
    const table = {
      figures: [
        count('all', 20),
        count('permanent', 18),
        count('sessional', 2, { isPublished: false }),
        count('sites', 6),
      ],
      sums: [{ total: 'all', parts: ['permanent', 'sessional'] }],
    };
    const result = give(table, [before], tools);
    expect(text(result)).toEqual({ all: 'protects-another', permanent: 18, sites: 6 });
    expect(result.audit.intervals(['sessional']).get('sessional')).toEqual({ lower: 1, upper: null });
  });

  test('what earlier releases gave away is told, and does not stop the rest', () => {
    const before: EarlierRelease = {
      figures: [count('all', 20), count('permanent', 18), count('sessional', 2, { isPublished: false })],
      sums: [{ total: 'all', parts: ['permanent', 'sessional'] }],
      shownKeys: ['all', 'permanent'],
    };
    const result = give({ figures: [count('sites', 6)], sums: [] }, [before], tools);
    expect(result.audit.alreadyDisclosed).toEqual(['sessional']);
    expect(text(result)).toEqual({ sites: 6 });
  });

  test('of a sensitive attribute 9, 0 and everyone are hidden', () => {
    const sensitive = { kind: 'sensitive-count' } as const;
    const table = {
      figures: [
        count('a', 40),
        count('a high', 40, sensitive),
        count('a low', 0, sensitive),
        count('b', 9, sensitive),
        count('c', 10, sensitive),
      ],
      sums: [{ total: 'a', parts: ['a high', 'a low'] }],
    };
    expect(text(give(table, [], tools))).toEqual({
      a: 40,
      'a high': 'small-complement',
      'a low': 'small-count',
      b: 'small-count',
      c: 10,
    });
  });

  test('a statistic is hidden by its own rule alone', () => {
    const statistic = { kind: 'statistic' } as const;
    const figures = [
      count('mean', 3.25, statistic),
      count('rate', 41.9, { ...statistic, reason: 'too-few-people' }),
    ];
    expect(text(give({ figures, sums: [] }, [], tools))).toEqual({ mean: 3.25, rate: 'too-few-people' });
  });

  test('a count of 0 that has a rule of its own is hidden, and does not upset the rest', () => {
    const table = {
      figures: [
        count('all', 12),
        count('a', 12, { reason: 'not-enough-data' }),
        count('b', 0, { reason: 'not-enough-data' }),
        count('sites', 6),
      ],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    };
    const result = give(table, [], tools);
    expect(text(result)).toEqual({ all: 12, a: 'not-enough-data', b: 'not-enough-data', sites: 6 });
    expect(result.audit.intervals(['b']).get('b')).toEqual({ lower: 0, upper: 12 });
  });

  test('settings may raise the thresholds and never lower them', () => {
    const table = { figures: [count('a', 4), count('b', 7)], sums: [] };
    const low = released(release(table, { minimumCellSize: 1, minimumSensitiveCellSize: 1 }, [], tools));
    expect(text(low)).toEqual({ a: 'small-count', b: 7 });
    const high = released(release(table, { minimumCellSize: 8, minimumSensitiveCellSize: 10 }, [], tools));
    expect(text(high)).toEqual({ a: 'small-count', b: 'small-count' });
  });

  test('a corrected figure and a sum that does not add up are refused, by key', () => {
    const before = { figures: [count('all', 20)], sums: [], shownKeys: ['all'] };
    expect(errorOf(release({ figures: [count('all', 21)], sums: [] }, policy, [before], tools))).toEqual({
      tag: 'FigureChanged',
      keys: ['all'],
    });
    const table = {
      figures: [count('all', 9), count('a', 5)],
      sums: [{ total: 'all', parts: ['a', 'gone'] }],
    };
    expect(errorOf(release(table, policy, [], tools))).toEqual({ tag: 'SumsWrong', totals: ['all'] });
  });

  test('when the time is up, or the solver gives no answer, more is hidden, never less', () => {
    const table = figuresOf(
      [
        [2, 10, 6],
        [9, 13, 12],
        [11, 8, 15],
      ],
      () => true,
    );
    const noSolver: LinearSolver = () => ({
      least: () => ({ state: 'not-finished' }),
      most: () => ({ state: 'not-finished' }),
      close: () => undefined,
    });
    const inTime = give(table, [], tools);
    for (const use of [
      { ...tools, mayContinue: () => false },
      { ...tools, solver: noSolver },
    ]) {
      const result = give(table, [], use);
      expect(result.audit.method).not.toBe('cheapest');
      expect(result.hidden.length).toBeGreaterThan(inTime.hidden.length);
      for (const { key } of inTime.hidden) expect(result.cells.get(key)).toMatchObject({ state: 'hidden' });
    }
  });
});
