import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import {
  anhoejRules,
  fairBinomialQuantile,
  phsRules,
  rebasedMedians,
  type RunSeries,
} from '@shared/statistics/run-chart';
import { runChartStory, type ImprovementDirection } from '@shared/statistics/run-chart-story';

const anySeries = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 6 }), { maxLength: 40 });

describe('anhoejRules', () => {
  it('has nothing to judge when every point is on the median, or there is none', () => {
    const nothing = {
      nUseful: 0,
      longestRun: null,
      longestRunMax: null,
      crossings: null,
      crossingsMin: null,
      signal: false,
    };
    expect(anhoejRules([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], null)).toEqual({ median: 5, ...nothing });
    expect(anhoejRules([], null)).toEqual({ median: null, ...nothing });
    expect(anhoejRules([null, null], null)).toEqual({ median: null, ...nothing });
  });
  it('judges a short series by the same formula', () => {
    expect(anhoejRules([1, 3], null)).toEqual({
      median: 2,
      nUseful: 2,
      longestRun: 1,
      longestRunMax: 4,
      crossings: 1,
      crossingsMin: 0,
      signal: false,
    });
    expect(anhoejRules([4, 9], 1)).toMatchObject({
      nUseful: 1,
      longestRun: 1,
      longestRunMax: 3,
      crossings: 0,
      crossingsMin: 0,
    });
  });
  it('matches R qbinom(0.05, size, 0.5)', () => {
    const sizes = [0, 1, 4, 5, 10, 19, 23, 35, 100, 2000];
    expect(sizes.map((size) => fairBinomialQuantile(0.05, size))).toEqual([0, 0, 0, 1, 2, 6, 8, 13, 42, 963]);
  });
});

describe('phsRules', () => {
  it('ends a shift at a point on the median and at a gap', () => {
    const above = [9, 9, 9, 9, 9, 9];
    const low = [1, 1, 1, 1, 1, 1, 1];
    expect(phsRules([...low, ...above], 7).shift.slice(7)).toEqual(above.map(() => true));
    expect(phsRules([...low, 9, 9, 9, 1, 9, 9, 9], 7).shift.slice(7)).not.toContain(true);
    expect(phsRules([...low, 9, 9, 9, null, 9, 9, 9], 7).shift).not.toContain(true);
  });
  it('ends a trend at an equal pair and at a gap', () => {
    expect(phsRules([1, 2, 3, 4, 5], null).trend).toEqual([true, true, true, true, true]);
    expect(phsRules([1, 2, 3, 4], null).trend).not.toContain(true);
    expect(phsRules([1, 2, 3, 3, 4, 5], null).trend).not.toContain(true);
    expect(phsRules([1, 2, 3, null, 4, 5], null).trend).not.toContain(true);
  });
  it('is the same as the rule written point by point', () => {
    const windowed = (values: RunSeries, length: number, holds: (part: RunSeries) => boolean): boolean[] =>
      values.map((_, place) =>
        values.some((_, start) => {
          const part = values.slice(start, start + length);
          return (
            start <= place &&
            place < start + length &&
            part.length === length &&
            !part.includes(null) &&
            holds(part)
          );
        }),
      );
    fc.assert(
      fc.property(anySeries, fc.option(fc.integer({ min: 1, max: 15 })), (values, baselineN) => {
        const { median: centre, shift, trend } = phsRules(values, baselineN);
        const m = centre ?? Number.NaN;
        expect(shift).toEqual(
          windowed(values, 6, (part) => part.every((v) => v! > m) || part.every((v) => v! < m)),
        );
        const steps = (part: RunSeries, sign: 1 | -1): boolean =>
          part.every((v, index) => index === 0 || (v! - part[index - 1]!) * sign > 0);
        expect(trend).toEqual(windowed(values, 5, (part) => steps(part, 1) || steps(part, -1)));
      }),
    );
  });
});

describe('rebasedMedians', () => {
  const options = { baselineN: 4, runLength: 3, direction: 'both' } as const;
  it('has one baseline when nothing lasts, and none without places', () => {
    expect(rebasedMedians([], options)).toEqual([]);
    expect(rebasedMedians([5, 5, 5, 5, 5, 5], options)).toEqual([
      { type: 'baseline', median: 5, start: 0, end: 3, extendTo: 5 },
    ]);
    expect(rebasedMedians([5, 6], options)).toEqual([
      { type: 'baseline', median: 5.5, start: 0, end: 1, extendTo: 1 },
    ]);
    expect(rebasedMedians([null, null], options)[0]?.median).toBeNull();
  });
  it('skips points on the median and gaps, and goes on after the run', () => {
    const values = [5, 5, 5, 5, 9, 5, null, 8, 7, 3, 3, 3];
    expect(rebasedMedians(values, options)).toEqual([
      { type: 'baseline', median: 5, start: 0, end: 3, extendTo: 4 },
      { type: 'sustained', median: 8, start: 4, end: 8, extendTo: 9 },
      { type: 'sustained', median: 3, start: 9, end: 11, extendTo: 11 },
    ]);
    expect(rebasedMedians(values, { ...options, direction: 'below' })).toHaveLength(2);
  });
  it('covers the series without a hole', () => {
    fc.assert(
      fc.property(anySeries, fc.constantFrom('above', 'below', 'both'), (values, direction) => {
        const segments = rebasedMedians(values, { baselineN: 5, runLength: 3, direction });
        segments.forEach((segment, index) => {
          expect(segment.extendTo).toBe(segments[index + 1]?.start ?? values.length - 1);
          expect(segment.end).toBeLessThanOrEqual(segment.extendTo);
        });
      }),
    );
  });
});

describe('runChartStory', () => {
  const story = (values: RunSeries, improvement: ImprovementDirection = 'lower', measure = 'Sickness') =>
    runChartStory({
      measure,
      improvement,
      series: values.map((value, index) => ({
        month: addMonthsToMonth('2023-04' as LocalMonth, index),
        value,
      })),
    });
  const usual = [5, 7, 6, 5, 8, 6, 7, 5, 6, 8, 5, 7];

  it('waits for ten figures, gaps not counted', () => {
    expect(story([...usual.slice(0, 9), null])).toMatchObject({
      state: 'too-early',
      median: null,
      signals: [],
      headline: 'It is too early to say how sickness is moving: 9 monthly figures so far, and 10 are needed',
    });
    expect(story([]).headline).toContain('no monthly figures');
    expect(story(usual.slice(0, 10)).state).toBe('usual-pattern');
  });
  it('says so when nothing stands out', () => {
    expect(story(usual)).toMatchObject({
      state: 'usual-pattern',
      median: 6,
      headline: 'Sickness has stayed within its usual pattern since April 2023',
    });
  });
  it('tells a shift that is still going, with its meaning', () => {
    const high = story([...usual, 9, 8, 9, 8, 9, 8, 9], 'lower', 'Turnover');
    expect(high.headline).toBe('Turnover has been above its middle value for 8 months in a row');
    expect(high.state).toBe('concern');
    expect(story([...usual, 9, 8, 9, 8, 9, 8, 9], 'higher').state).toBe('improvement');
    expect(story([...usual, 9, 8, 9, 8, 9, 8, 9], 'neutral').state).toBe('neutral');
  });
  it('tells a trend, and a signal that is over', () => {
    expect(story([...usual, 6, 5, 4, 3, 2]).headline).toBe(
      'Sickness has gone down every month from March 2024 to August 2024',
    );
    expect(story([...usual, 6, 9, 8, 9, 8, 9, 8, 5]).headline).toBe(
      'Sickness was above its middle value from May 2024 to October 2024, and has been within its usual pattern since',
    );
  });
  it('keeps the place of a month that is missing from the list', () => {
    const series = [...usual, 9, 9, 9, 9, 9, 9, 9].map((value, index) => ({
      month: addMonthsToMonth('2023-04' as LocalMonth, index),
      value,
    }));
    const holed = series.filter((_, index) => index !== 15);
    const result = runChartStory({ measure: 'Sickness', improvement: 'lower', series: holed });
    expect(result.points).toHaveLength(series.length);
    expect(result.points[15]).toEqual({ month: series[15]!.month, value: null });
    expect(result.signals).toEqual([]);
  });
  it('always makes one sentence that blames nothing', () => {
    fc.assert(
      fc.property(anySeries, (values) => {
        const { headline } = story(values);
        expect(headline).not.toMatch(/because|due to|caused|NaN|undefined|null/);
        expect(headline.length).toBeGreaterThan(20);
      }),
    );
  });
});
