import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialAtLeast, binomialAtMost, gammaQuantile } from '@shared/statistics/count-distributions';
import {
  arcsineProportionLimits,
  binomialFunnel,
  exactFunnelRange,
  poissonRatioLimits,
} from '@shared/statistics/funnel';
import { upperIncompleteGamma } from '@shared/statistics/special-functions';

function binomialTerm(k: number, n: number, p: number): number {
  let ways = 1;
  for (let step = 0; step < k; step += 1) ways = (ways * (n - step)) / (step + 1);
  return ways * p ** k * (1 - p) ** (n - k);
}

describe('count distributions', () => {
  it('are the sums of their terms', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.double({ min: 0, max: 1, noNaN: true }), (one, two, p) => {
        const [k, n] = [Math.min(one, two), Math.max(one, two)];
        let atMost = 0;
        for (let count = 0; count <= k; count += 1) atMost += binomialTerm(count, n, p);
        expect(binomialAtMost(k, n, p)).toBeCloseTo(atMost, 10);
        expect(binomialAtLeast(k + 1, n, p)).toBeCloseTo(1 - atMost, 10);
      }),
    );
    expect([binomialAtMost(-1, 5, 0.5), binomialAtLeast(6, 5, 0.5)]).toEqual([0, 0]);
  });
  it('invert the gamma distribution', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.5, max: 2000, noNaN: true }),
        (probability, shape) => {
          expect(1 - upperIncompleteGamma(shape, gammaQuantile(probability, shape))).toBeCloseTo(
            probability,
            9,
          );
        },
      ),
    );
    // qgamma(0.5, 1) is the median of the exponential.
    expect(gammaQuantile(0.5, 1)).toBeCloseTo(Math.LN2, 12);
    expect([gammaQuantile(0, 3), gammaQuantile(1, 3)]).toEqual([0, Infinity]);
  });
});

describe('smooth limits', () => {
  it('clip the angle, so that the lower limit does not fold back above 0', () => {
    const limits = arcsineProportionLimits(2, 0.1)!;
    expect([limits.ll95, limits.ll998]).toEqual([0, 0]);
    expect(arcsineProportionLimits(2, 0.95)!.ul998).toBe(1);
    expect(arcsineProportionLimits(0, 0.5)).toBeNull();
    expect(arcsineProportionLimits(10, 1.5)).toBeNull();
    expect(poissonRatioLimits(0, 1)).toBeNull();
  });
  it('nest, hold the target, and close in with size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (n, target) => {
          for (const of of [arcsineProportionLimits, poissonRatioLimits]) {
            const small = of(n, target)!;
            const large = of(n * 4, target)!;
            expect(small.ll998).toBeLessThanOrEqual(small.ll95);
            expect(small.ll95).toBeLessThanOrEqual(target);
            expect(small.ul95).toBeGreaterThanOrEqual(target);
            expect(small.ul998).toBeGreaterThanOrEqual(small.ul95);
            expect(large.ul95).toBeLessThanOrEqual(small.ul95);
            expect(large.ll95).toBeGreaterThanOrEqual(small.ll95);
          }
        },
      ),
    );
  });
});

describe('binomialFunnel', () => {
  it('flags by the exact tail, without an order of rank', () => {
    const units = [
      { events: 2, n: 40 },
      { events: 3, n: 40 },
      { events: 10, n: 40 },
      { events: 20, n: 40 },
      { events: 0, n: 0 },
    ];
    const funnel = binomialFunnel(units);
    expect(funnel.target).toBe(35 / 160);
    expect(funnel.units.map(({ flag, side }) => [flag, side])).toEqual([
      ['outside-95', 'below'],
      ['outside-95', 'below'],
      ['within', 'above'],
      ['outside-998', 'above'],
      [null, null],
    ]);
    expect(funnel.units[4]).toMatchObject({ rate: null, twoSidedExactP: null });
  });
  it('doubles the smaller of the two tails, each with the count itself', () => {
    const { units } = binomialFunnel([
      { events: 3, n: 4 },
      { events: 1, n: 4 },
    ]);
    // Pooled rate a half: P(X >= 3) = 5/16 and P(X <= 1) = 5/16 of Binomial(4, 1/2).
    for (const { twoSidedExactP } of units) expect(twoSidedExactP).toBeCloseTo(10 / 16, 12);
  });
  it('flags nobody where all or none had the event, and nothing without people', () => {
    for (const events of [0, 12]) {
      const funnel = binomialFunnel([
        { events, n: 12 },
        { events, n: 12 },
      ]);
      expect(funnel.units).toEqual(
        Array(2).fill({ rate: events / 12, z: null, twoSidedExactP: 1, flag: 'within', side: 'on' }),
      );
    }
    expect(binomialFunnel([{ events: 0, n: 0 }])).toMatchObject({ target: null, units: [{ flag: null }] });
    expect(binomialFunnel([])).toEqual({ target: null, units: [] });
  });
  it('agrees with the range that is drawn', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 })).map(([events, n]) => ({
            events: Math.min(events, n),
            n,
          })),
          { minLength: 1, maxLength: 8 },
        ),
        (units) => {
          const funnel = binomialFunnel(units);
          units.forEach(({ events, n }, at) => {
            const inner = exactFunnelRange(n, funnel.target!, 'in95')!;
            const outer = exactFunnelRange(n, funnel.target!, 'in998')!;
            expect(outer.fewest).toBeLessThanOrEqual(inner.fewest);
            expect(outer.most).toBeGreaterThanOrEqual(inner.most);
            const isIn = (range: typeof inner): boolean => events >= range.fewest && events <= range.most;
            const expected = isIn(inner) ? 'within' : isIn(outer) ? 'outside-95' : 'outside-998';
            expect(funnel.units[at]!.flag).toBe(expected);
          });
        },
      ),
    );
    expect(exactFunnelRange(0, 0.5, 'in95')).toBeNull();
  });
});
