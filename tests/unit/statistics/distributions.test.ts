import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, median, quantile, ratio, standardDeviation, sum } from '@shared/statistics/descriptive';
import { responseRate, responseRateBand } from '@shared/statistics/response-rate';
import {
  meanInterval,
  normalCritical,
  standardisedDifference,
  studentTCritical,
  studentTQuantile,
  studentTTwoSided,
  welchDifference,
} from '@shared/statistics/student-t';
import { exactProportionInterval, newcombeDifference, wilsonInterval } from '@shared/statistics/wilson';
import { vacancyRate } from '@shared/statistics/vacancy';

describe('descriptive', () => {
  it('has no mean, spread or middle of nothing', () => {
    expect([mean([]), standardDeviation([]), standardDeviation([3]), median([]), quantile([], 0.5)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([sum([]), ratio(1, 0), ratio(null, 3), quantile([1], 2)]).toEqual([0, null, null, null]);
  });
  it('agrees with R on story 1: mean 50.0, SD 15.7, median 48', () => {
    const percents = [52, 36, 64, 44, 72, 32];
    expect(mean(percents)).toBe(50);
    expect(standardDeviation(percents)).toBeCloseTo(15.7, 1);
    expect(median(percents)).toBe(48);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  });
});

describe('student t', () => {
  // qt(0.975, df) in R
  it.each([
    [1, 12.7062047361747],
    [2, 4.302652729749464],
    [5, 2.570581835636314],
    [10, 2.228138851986274],
    [18.3322516384, 2.098203],
    [30, 2.042272456301238],
    [120, 1.979930405082422],
    [1e6, 1.959966],
  ])('df %d has critical value %d', (df, t) => {
    expect(studentTCritical(0.95, df)).toBeCloseTo(t, df === 10 || Number.isInteger(df) ? 6 : 4);
  });
  it('gives the story value 2.22 at df 10.2', () => {
    expect(studentTCritical(0.95, 10.2)).toBeCloseTo(2.22, 2);
    expect(studentTQuantile(0.025, 10)).toBeCloseTo(-2.228138851986274, 9);
    expect(studentTQuantile(0.5, 3)).toBe(0);
    expect([studentTCritical(0.95, 0), studentTQuantile(1, 5), studentTQuantile(0.9, -1)]).toEqual([
      null,
      null,
      null,
    ]);
  });
  it('inverts its own tail', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (df, confidence) => {
          expect(1 - studentTTwoSided(studentTCritical(confidence, df)!, df)).toBeCloseTo(confidence, 10);
        },
      ),
    );
  });
  it('has the normal limits', () => {
    expect(normalCritical(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(normalCritical(0.998)).toBeCloseTo(3.090232306167813, 10);
  });
  it('needs two people, and some difference between them', () => {
    expect(meanInterval([4])).toEqual({ n: 1, mean: 4, sd: null, interval: null });
    expect(meanInterval([])).toEqual({ n: 0, mean: null, sd: null, interval: null });
    expect(meanInterval([4, 4, 4]).interval).toEqual({ lower: 4, upper: 4 });
    const flat = { n: 5, mean: 3, sd: 0 };
    expect([welchDifference(flat, flat), standardisedDifference(flat, flat)]).toEqual([null, null]);
    expect(welchDifference({ n: 1, mean: 3, sd: 1 }, flat)).toBeNull();
  });
});

describe('proportions', () => {
  it('is 0 to 35% for 0 of 7', () => {
    const interval = wilsonInterval(0, 7);
    expect(interval?.lower).toBe(0);
    expect(interval?.upper).toBeCloseTo(0.3543, 4);
    expect(wilsonInterval(7, 7)?.upper).toBe(1);
  });
  it('is undefined for nobody or impossible counts', () => {
    expect([wilsonInterval(0, 0), wilsonInterval(3, 2), exactProportionInterval(0, 0)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(newcombeDifference({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull();
  });
  it('stays in 0..1 around the estimate', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (left, right) => {
        const n = Math.max(left, right, 1);
        const interval = wilsonInterval(Math.min(left, right), n)!;
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(interval.estimate).toBeGreaterThanOrEqual(interval.lower);
        expect(interval.estimate).toBeLessThanOrEqual(interval.upper);
      }),
    );
  });
  it('names response rates by the HSE bands, edges excluded', () => {
    expect([0.5, 0.51, 0.6, 0.7, 0.8, 0.81].map(responseRateBand)).toEqual([
      'below-adequate',
      'adequate',
      'adequate',
      'desirable',
      'good',
      'very-good',
    ]);
    expect(responseRate({ invited: 7, usable: 6 })).toMatchObject({ band: 'very-good', uniqueInvited: 7 });
    expect(responseRate({ invited: 0, usable: 0 })).toMatchObject({
      rate: null,
      band: null,
      wilsonLower: null,
    });
    expect(responseRate({ invited: 4, usable: 5 }).rate).toBeNull();
  });
  it('has vacancies over establishment', () => {
    expect(vacancyRate(67168.3, 3382.5).vacancyRate).toBeCloseTo(0.048, 3);
    expect(vacancyRate(0, 0).vacancyRate).toBeNull();
  });
});
