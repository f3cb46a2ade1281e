import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnoverOutlook } from '@shared/statistics/turnover-outlook';

const year = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3];

describe('turnoverOutlook', () => {
  it('adds twelve means and widens with the root of twelve', () => {
    const outlook = turnoverOutlook(year, 100)!;
    const half = (3 * 2 * Math.sqrt(12)) / 1.128;
    expect(outlook).toMatchObject({ months: 12, expected: 24 });
    expect(outlook.lower).toBeCloseTo(24 - half, 12);
    expect(outlook.upper).toBeCloseTo(24 + half, 12);
    expect(outlook.rate?.upper).toBeCloseTo((24 + half) / 100, 12);
    // Lowest 5.57: 5 leavers would be a signal, 19 fewer than expected.
    expect(outlook.toAvoid).toBe(19);
    expect(turnoverOutlook(year, 0)?.rate).toBeNull();
    expect(turnoverOutlook(year, null)?.rate).toBeNull();
  });
  it('says that no number of leavers would be a signal when the range reaches 0', () => {
    const small = turnoverOutlook([0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], 12)!;
    expect([small.lower, small.toAvoid]).toEqual([0, null]);
    expect(turnoverOutlook(Array<number>(12).fill(0), 12)).toMatchObject({
      expected: 0,
      upper: 0,
      toAvoid: null,
    });
  });
  it('needs twelve figures, and two neighbours', () => {
    expect(turnoverOutlook(year.slice(1), 50)).toBeNull();
    expect(turnoverOutlook([...year.slice(1), null], 50)).toBeNull();
    expect(
      turnoverOutlook(
        year.flatMap((count) => [count, null]),
        50,
      ),
    ).toBeNull();
    expect(turnoverOutlook([], 50)).toBeNull();
  });
  it('avoids just enough leavers to get below the range, and not one more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 48 }), (months) => {
        const outlook = turnoverOutlook(months, null)!;
        const lowest = 2 * outlook.expected - outlook.upper;
        if (outlook.toAvoid === null) {
          expect(lowest).toBeLessThanOrEqual(1e-9);
          return;
        }
        expect(outlook.expected - outlook.toAvoid).toBeLessThan(lowest + 1e-9);
        expect(outlook.expected - (outlook.toAvoid - 2)).toBeGreaterThanOrEqual(lowest - 1e-9);
      }),
    );
  });
});
