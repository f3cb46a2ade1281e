import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageMovingRange, movingRanges, preciseMean } from '@shared/statistics/moving-range';
import type { RunSeries } from '@shared/statistics/run-chart';
import { assuranceOf, phaseStartsOf, xmrChart, type XmrInput } from '@shared/statistics/xmr';
import { ruleDirection, type XmrRule } from '@shared/statistics/xmr-rules';

const chartOf = (values: RunSeries, over: Partial<XmrInput> = {}) =>
  xmrChart({ values, improvement: 'higher', ...over });
const rulesOf = (values: RunSeries, over: Partial<XmrInput> = {}): XmrRule[] =>
  chartOf(values, over).points.map(({ rule }) => rule);

const anyThousandth = fc.integer({ min: -1e6, max: 1e6 }).map((count) => count / 1000);
const anySeries = fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 }), { maxLength: 40 });
const fullSeries = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 40 });

describe('preciseMean', () => {
  it('puts the middle of evenly spaced figures, and equal figures, exactly on the mean', () => {
    expect(preciseMean([0.1, 0.2, 0.3])).toBe(0.2);
    expect(preciseMean(Array.from({ length: 15 }, () => 0.1))).toBe(0.1);
    expect(preciseMean([1e16, 1, -1e16])).toBe(1 / 3);
    expect(preciseMean([])).toBeNull();
  });
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(anyThousandth, { minLength: 1 }), (values) => {
        expect(preciseMean([...values].reverse())).toBe(preciseMean(values));
      }),
    );
  });
});

describe('movingRanges', () => {
  it('has none at the start nor across a gap', () => {
    expect(movingRanges([4, 6, null, 9, 7])).toEqual([null, 2, null, null, 2]);
    expect(movingRanges([])).toEqual([]);
  });
  it('screens once, and keeps ranges that are all 0', () => {
    // Average 3; 3.267 x 3 = 9.8 drops the 12 alone. A second pass would drop nothing more, so compare with a second outlier.
    expect(averageMovingRange([null, 0, 0, 0, 12], true)).toEqual({ unscreened: 3, used: 0 });
    // 100 hides 14 from the first pass: average 12; once it is gone 14 would go too, if screening went on.
    const ranges = [1, 1, 1, 1, 1, 1, 1, 1, 14, 100];
    expect(averageMovingRange(ranges, true).used).toBeCloseTo(22 / 9, 12);
    expect(averageMovingRange(ranges, false).used).toBe(12.2);
    expect(averageMovingRange([0, 0], true)).toEqual({ unscreened: 0, used: 0 });
    expect(averageMovingRange([null], true)).toEqual({ unscreened: null, used: null });
  });
});

describe('xmrChart', () => {
  it('has nothing to say of nothing, and no limits of one figure', () => {
    expect(chartOf([])).toEqual({ phases: [], points: [], variationIcon: null, assurance: null });
    expect(chartOf([null]).variationIcon).toBeNull();
    const one = chartOf([7], { target: 3 });
    expect(one.phases[0]).toMatchObject({ n: 1, mean: 7, limits: null });
    expect([one.variationIcon, one.assurance]).toEqual(['common-cause', null]);
  });

  it('takes no range across a gap, never flags the gap, and reads the icon off the last figure', () => {
    const chart = chartOf([1, 2, null, 1, 2, 1, 9, null], { screenOutliers: false });
    expect(chart.phases[0]?.averageMovingRange).toBe((1 + 1 + 1 + 8) / 4);
    const screened = chartOf([1, 2, null, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 30, null]);
    expect(screened.variationIcon).toBe('improvement-high');
    expect(screened.points.at(-1)).toMatchObject({ value: null, rule: 'none', type: 'common' });
  });

  it('lets a gap, a point on the mean and an equal pair end a run', () => {
    // Ups and downs of 8, so that the limits are far away. The mean is 0.
    const six = [1, 9, 1, 9, 1, 9];
    const low = six.map((value) => -value);
    expect(rulesOf([...six, 1, ...low, -1])).toEqual([
      ...Array<string>(7).fill('shift-high'),
      ...Array<string>(7).fill('shift-low'),
    ]);
    expect(rulesOf([...six, null, 1, ...low, null, -1])).toEqual(Array(16).fill('none'));
    expect(rulesOf([...six, 0, ...low])).toEqual(Array(13).fill('none'));
    expect(rulesOf([1, 2, 3, 4, 5, 6, 7]).slice(1, 6)).toEqual(Array(5).fill('trend-up'));
    expect(rulesOf([1, 2, 3, 4, 4, 5, 6, 7])).not.toContain('trend-up');
    expect(rulesOf([1, 2, 3, 4, null, 5, 6, 7])).not.toContain('trend-up');
  });

  it('gives a turning point to the later trend and no other point to a trend it is not in', () => {
    const wide = { phaseStarts: [], baselineN: null, screenOutliers: false } as const;
    const valley = rulesOf([7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7], wide);
    expect(valley.slice(2, 11)).toEqual([
      ...Array<string>(4).fill('trend-down'),
      'outside-low',
      ...Array<string>(4).fill('trend-up'),
    ]);
    // A rise, a drop, a rise: the last point of the first rise has risen.
    const saw = rulesOf([11, 12, 13, 14, 15, 16, 17, 11, 12, 13, 14, 15, 16, 17], wide);
    expect(saw[6]).toBe('trend-up');
    expect(saw[7]).toBe('trend-up');
  });

  it('takes six in a row where a site does', () => {
    const values = [1, 9, 1, 9, 1, 9, -1, -9, -1, -9, -1, -9];
    expect(rulesOf(values)).toEqual(Array(12).fill('none'));
    expect(rulesOf(values, { runLength: 6 }).slice(0, 6)).toEqual(Array(6).fill('shift-high'));
  });

  it('starts ranges and rules anew with each phase, of one point as well', () => {
    const values = [1, 2, 1, 2, 50, 1, 2, 1, 2];
    const chart = chartOf(values, { phaseStarts: [4, 5], screenOutliers: false });
    expect(chart.phases.map(({ start, end, n }) => [start, end, n])).toEqual([
      [0, 3, 4],
      [4, 4, 1],
      [5, 8, 4],
    ]);
    expect(chart.phases[1]).toMatchObject({ mean: 50, limits: null });
    expect(chart.points.map(({ movingRange }) => movingRange)).toEqual([null, 1, 1, 1, null, null, 1, 1, 1]);
    expect(chart.points.every(({ rule }) => rule === 'none')).toBe(true);
    // Seven high ones that straddle a boundary are no run.
    const straddling = [1, 5, 1, 5, 9, 9, 9, 9, 9, 9, 9, 1, 5];
    expect(rulesOf(straddling)).toContain('shift-high');
    expect(rulesOf(straddling, { phaseStarts: [0, 7] })).not.toContain('shift-high');
  });

  it('fixes the limits on the first points of every phase', () => {
    const chart = chartOf([1, 3, 1, 3, 9, 9, 20, 22, 20, 22, 40], { phaseStarts: [6], baselineN: 4 });
    expect(chart.phases.map(({ mean, n }) => [mean, n])).toEqual([
      [2, 4],
      [21, 4],
    ]);
    expect(chart.points[4]?.rule).toBe('outside-high');
    expect(chart.points[10]?.rule).toBe('outside-high');
  });

  it('has limits on the mean for a constant series and flags no figure of it, whatever the decimals', () => {
    for (const value of [0, 0.1, 0.07, 33.3]) {
      const chart = chartOf(Array.from({ length: 15 }, () => value));
      expect(chart.phases[0]?.limits).toMatchObject({ mean: value, lpl: value, upl: value });
      expect(chart.points.every(({ rule }) => rule === 'none')).toBe(true);
    }
  });

  it('marks a move beyond 3.267 average ranges apart from the rules', () => {
    const chart = chartOf([1, 2, 1, 2, 1, 2, 9, 1, 2, 1, 2, 1, 2, 1]);
    expect(chart.points.flatMap(({ isLargeMove }, place) => (isLargeMove ? [place] : []))).toEqual([6, 7]);
  });

  it('calls a figure on a limit within it', () => {
    // Mean 1.5, ranges 1: limits 1.5 +/- 2.66.
    const base = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    const limits = chartOf(base).phases[0]!.limits!;
    const rule = (last: number): XmrRule | undefined => rulesOf([...base, last], { baselineN: 10 }).at(-1);
    expect(rule(limits.upl)).toBe('none');
    expect(rule(limits.upl + 1e-9)).toBe('outside-high');
    expect(rule(limits.lpl)).toBe('none');
    expect(rule(limits.lpl - 1e-9)).toBe('outside-low');
  });

  it('counts neither a point outside nor one on the near limit as one of the two of three', () => {
    const base = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    const limits = chartOf(base).phases[0]!.limits!;
    const after = (...more: number[]): XmrRule[] => rulesOf([...base, ...more], { baselineN: 10 }).slice(10);
    expect(after(4, 4)).toEqual(['two-of-three-high', 'two-of-three-high']);
    expect(after(4, 1.6, 4)).toEqual(['two-of-three-high', 'none', 'two-of-three-high']);
    expect(after(4, 1.4, 4)).toEqual(['none', 'none', 'none']);
    expect(after(9, 4, 1.6)).toEqual(['outside-high', 'none', 'none']);
    expect(after(limits.nearUpper, limits.nearUpper)).toEqual(['none', 'none']);
  });

  it('agrees with a plain reading of each rule', () => {
    fc.assert(
      fc.property(anySeries, fc.constantFrom(6, 7), fc.boolean(), (values, runLength, screenOutliers) => {
        const chart = chartOf(values, { runLength, screenOutliers });
        const phase = chart.phases[0];
        chart.points.forEach(({ value, rule }, at) => {
          if (value === null || phase?.mean == null) {
            expect(rule).toBe('none');
            return;
          }
          const { mean } = phase;
          const window = (length: number): (number | null)[][] =>
            Array.from({ length }, (_, back) => values.slice(at - back, at - back + length)).filter(
              (part, back) => at - back >= 0 && part.length === length,
            );
          const inWindow = (length: number, test: (part: readonly number[]) => boolean): boolean =>
            window(length).some((part) => !part.includes(null) && test(part as number[]));
          const outside = phase.limits !== null && (value > phase.limits.upl || value < phase.limits.lpl);
          const rises = inWindow(runLength, (part) => part.every((v, i) => i === 0 || v > part[i - 1]!));
          const falls = inWindow(runLength, (part) => part.every((v, i) => i === 0 || v < part[i - 1]!));
          const above = inWindow(runLength, (part) => part.every((v) => v > mean));
          const below = inWindow(runLength, (part) => part.every((v) => v < mean));
          const near = (v: number): boolean =>
            phase.limits !== null &&
            v <= phase.limits.upl &&
            v >= phase.limits.lpl &&
            (v > phase.limits.nearUpper || v < phase.limits.nearLower);
          const close =
            near(value) &&
            inWindow(
              3,
              (part) =>
                part.filter(near).length >= 2 && (part.every((v) => v > mean) || part.every((v) => v < mean)),
            );
          expect(rule === 'none').toBe(!(outside || rises || falls || above || below || close));
          if (outside) expect(rule).toMatch(/^outside/);
          else if (rises !== falls) expect(rule).toBe(rises ? 'trend-up' : 'trend-down');
          else if (!rises && close) expect(rule).toMatch(/^two-of-three/);
          else if (!rises && (above || below)) expect(rule).toBe(above ? 'shift-high' : 'shift-low');
        });
      }),
      { numRuns: 300 },
    );
  });

  it('turns over with the sign of the figures, and improvement with the direction wanted', () => {
    const flipped: Readonly<Record<string, string>> = {
      high: 'low',
      low: 'high',
    };
    fc.assert(
      fc.property(fullSeries, (values) => {
        const chart = chartOf(values);
        const mirror = chartOf(values.map((value) => -value));
        const other = chartOf(values, { improvement: 'lower' });
        chart.points.forEach(({ rule, type }, at) => {
          const direction = ruleDirection(rule);
          const mirrored = ruleDirection(mirror.points[at]!.rule);
          expect(mirrored).toBe(direction === null ? null : flipped[direction]);
          const wanted = { common: 'common', improvement: 'concern', concern: 'improvement' } as const;
          expect(other.points[at]!.type).toBe(wanted[type as keyof typeof wanted]);
        });
      }),
    );
  });

  it('does not change when figures are shifted and stretched by whole numbers', () => {
    fc.assert(
      fc.property(fullSeries, fc.integer({ min: -50, max: 50 }), (values, by) => {
        // Powers of two keep every digit, so that no figure can cross a limit by rounding.
        expect(rulesOf(values.map((value) => value * 4))).toEqual(rulesOf(values));
        const moved = chartOf(values.map((value) => value + by)).phases[0]!;
        expect(moved.mean).toBeCloseTo(chartOf(values).phases[0]!.mean! + by, 9);
        expect(moved.averageMovingRange).toBe(chartOf(values).phases[0]!.averageMovingRange);
      }),
    );
  });
});

describe('phaseStartsOf', () => {
  it('always begins at 0 and passes over places outside the series', () => {
    expect(phaseStartsOf(10, [])).toEqual([0]);
    expect(phaseStartsOf(10, [7, 3, 3, 0, 10, -1, 2.5])).toEqual([0, 3, 7]);
    expect(phaseStartsOf(0, [0])).toEqual([]);
  });
});

describe('assuranceOf', () => {
  const limits = { lpl: 2, upl: 4 };
  it.each([
    [5, 'higher', 'fail'],
    [5, 'lower', 'pass'],
    [1, 'higher', 'pass'],
    [1, 'lower', 'fail'],
    [4, 'higher', 'hit-or-miss'],
    [2, 'lower', 'hit-or-miss'],
    [3, 'higher', 'hit-or-miss'],
    [5, 'neutral', null],
    [null, 'higher', null],
  ] as const)('target %s, better %s: %s', (target, improvement, expected) => {
    expect(assuranceOf(limits, target, improvement)).toBe(expected);
    expect(assuranceOf(null, target, improvement)).toBeNull();
  });
});
