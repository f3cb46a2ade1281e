import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baselinePlaces,
  beyondLimits,
  cChart,
  pChart,
  pPrimeChart,
  uChart,
  uPrimeChart,
} from '@shared/statistics/attribute-charts';

const anyShare = fc
  .array(
    fc
      .tuple(fc.nat(60), fc.nat(60), fc.integer({ min: 0, max: 9 }))
      .map(([one, two, gap]) => [gap === 0 ? null : Math.min(one, two), Math.max(one, two)] as const),
    { maxLength: 30 },
  )
  .map((pairs) => ({ numerator: pairs.map(([count]) => count), denominator: pairs.map(([, size]) => size) }));

describe('p and u charts', () => {
  it('leave a gap where a part is missing or there is nothing to divide by, and keep it out of the centre', () => {
    const chart = pChart({ numerator: [2, null, 0, 3, 4], denominator: [10, 50, 0, null, 10] });
    expect(chart.value).toEqual([0.2, null, null, null, 0.4]);
    expect(chart.centre[0]).toBeCloseTo(6 / 20, 12);
    expect(chart.centre).toHaveLength(5);
    expect(chart.lower.slice(1, 4)).toEqual([null, null, null]);
    expect(chart.upper.slice(1, 4)).toEqual([null, null, null]);
  });
  it('have nothing to say of no figures', () => {
    const none = { value: [null], centre: [null], lower: [null], upper: [null] };
    for (const chart of [pChart, uChart, pPrimeChart, uPrimeChart]) {
      expect(chart({ numerator: [null], denominator: [10] })).toEqual(none);
      expect(chart({ numerator: [5], denominator: [10], exclude: [0] }).centre).toEqual([null]);
      expect(chart({ numerator: [], denominator: [] }).value).toEqual([]);
    }
  });
  it('clip at 0 and, for shares, at 1', () => {
    const small = { numerator: [1, 0, 2], denominator: [3, 3, 3] };
    expect(pChart(small)).toMatchObject({ lower: [0, 0, 0], upper: [1, 1, 1] });
    expect(uChart(small).lower).toEqual([0, 0, 0]);
    expect(uChart(small).upper[0]).toBeGreaterThan(1);
  });
  it('have limits on the centre when everybody or nobody has the attribute', () => {
    for (const count of [0, 10]) {
      const chart = pChart({ numerator: [count, count], denominator: [10, 10] });
      expect([chart.lower, chart.upper]).toEqual([
        [count / 10, count / 10],
        [count / 10, count / 10],
      ]);
    }
    // Nothing can be standardised, so Laney's chart has no limits rather than invented ones.
    expect(pPrimeChart({ numerator: [0, 0, 0], denominator: [9, 9, 9] })).toMatchObject({
      centre: [0, 0, 0],
      upper: [null, null, null],
    });
  });
  it('keep excluded and later points on the chart, judged by the limits of the others', () => {
    const input = { numerator: [5, 5, 50, 5, 40], denominator: [100, 100, 100, 100, 100] };
    const chart = pChart({ ...input, exclude: [2], baselineN: 4 });
    expect(chart.centre).toEqual([0.05, 0.05, 0.05, 0.05, 0.05]);
    expect(beyondLimits(chart)).toEqual([null, null, 'high', null, 'high']);
    expect(baselinePlaces(5, { exclude: [2], baselineN: 4 })).toEqual([true, true, false, true, false]);
  });
  it('weigh months by their size: total over total, not the mean of percentages', () => {
    expect(pChart({ numerator: [1, 0], denominator: [1, 99] }).centre[0]).toBe(0.01);
  });
  it('hold the centre between limits that lie within what is possible, narrower for larger n', () => {
    fc.assert(
      fc.property(anyShare, (input) => {
        const chart = pChart(input);
        const rate = uChart(input);
        chart.value.forEach((value, at) => {
          const [lower, centre, upper] = [chart.lower[at]!, chart.centre[at]!, chart.upper[at]!];
          if (value === null) {
            expect([lower, upper, beyondLimits(chart)[at]]).toEqual([null, null, null]);
            return;
          }
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(centre).toBeGreaterThanOrEqual(lower - 1e-12);
          expect(centre).toBeLessThanOrEqual(upper + 1e-12);
          // Poisson variance is the larger one.
          expect(rate.upper[at]!).toBeGreaterThanOrEqual(upper - 1e-12);
          chart.value.forEach((other, place) => {
            if (other === null || input.denominator[place]! < input.denominator[at]!) return;
            expect(chart.upper[place]!).toBeLessThanOrEqual(upper + 1e-12);
          });
        });
      }),
    );
  });
  it('are the ordinary chart with every distance from the centre scaled alike, for the prime charts', () => {
    const input = { numerator: [40, 60, 45, 70, 30, 55], denominator: [200, 210, 190, 205, 220, 198] };
    const [plain, prime] = [pChart(input), pPrimeChart(input)];
    const centre = plain.centre[0]!;
    const exact = plain.upper.map((upper, at) => (prime.upper[at]! - centre) / (upper! - centre));
    expect(Math.max(...exact) - Math.min(...exact)).toBeLessThan(1e-12);
    expect(exact[0]).toBeGreaterThan(1);
  });
  it('take no moving range of z across a gap', () => {
    const numerator = [10, 30, null, 10, 30];
    const denominator = [100, 100, 100, 100, 100];
    const whole = uPrimeChart({ numerator: [10, 30, 10, 30], denominator: denominator.slice(1) });
    // Without the range across the gap every range is 20 apart, as it is in the series without one.
    expect(uPrimeChart({ numerator, denominator }).upper[0]).toBeCloseTo(whole.upper[0]!, 12);
  });
});

describe('cChart', () => {
  it('takes the mean of the counts it knows and keeps the place of the others', () => {
    const chart = cChart({ count: [4, null, 4, 16], exclude: [3] });
    expect(chart.value).toEqual([4, null, 4, 16]);
    expect(chart.centre).toEqual([4, 4, 4, 4]);
    expect(chart.upper).toEqual([10, 10, 10, 10]);
    expect(chart.lower).toEqual([0, 0, 0, 0]);
    expect(beyondLimits(chart)).toEqual([null, null, null, 'high']);
    expect(cChart({ count: [null] })).toEqual({
      value: [null],
      centre: [null],
      lower: [null],
      upper: [null],
    });
  });
});
