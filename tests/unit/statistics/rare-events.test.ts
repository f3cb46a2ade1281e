import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import { eventGaps, gChart, tChart } from '@shared/statistics/rare-events';

describe('gChart', () => {
  it('draws the median and makes its limit from the mean', () => {
    const chart = gChart({ opportunitiesBetween: [0, 1, 8] });
    expect(chart.centre).toEqual([1, 1, 1]);
    expect(chart.upper[0]).toBeCloseTo(3 + 3 * Math.sqrt(12), 12);
    expect(chart.lower).toEqual([0, 0, 0]);
  });
  it('passes over gaps and excluded places, and has no lines of nothing', () => {
    const chart = gChart({ opportunitiesBetween: [2, null, 4, 90], exclude: [3] });
    expect(chart.centre).toEqual([3, 3, 3, 3]);
    expect(chart.value).toEqual([2, null, 4, 90]);
    expect(gChart({ opportunitiesBetween: [] })).toEqual({ value: [], centre: [], lower: [], upper: [] });
    expect(gChart({ opportunitiesBetween: [null] }).upper).toEqual([null]);
  });
});

describe('tChart', () => {
  const lines = (timeBetween: (number | null)[]) => {
    const chart = tChart({ timeBetween });
    if (!chart.ok) throw new Error('refused');
    return chart.value;
  };
  it('refuses gaps of nothing and says where they are', () => {
    expect(tChart({ timeBetween: [3, 0, 5, null, -1] })).toEqual({
      ok: false,
      error: { kind: 'GapNotPositive', places: [1, 4] },
    });
  });
  it('has limits on the centre for equal gaps, and none for a single one', () => {
    const equal = lines([12, 12, 12]);
    for (const line of [equal.centre[0], equal.lower[0], equal.upper[0]]) expect(line).toBeCloseTo(12, 9);
    expect(lines([12])).toMatchObject({ lower: [null], upper: [null] });
    expect(lines([])).toEqual({ value: [], centre: [], lower: [], upper: [] });
  });
  it('does not care for the unit of time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 500, noNaN: true }), { minLength: 2, maxLength: 30 }),
        (days) => {
          const inDays = lines(days);
          const inHours = lines(days.map((gap) => gap * 24));
          expect(inHours.centre[0]! / 24 / inDays.centre[0]!).toBeCloseTo(1, 9);
          expect(inHours.upper[0]! / 24 / inDays.upper[0]!).toBeCloseTo(1, 9);
          expect(inDays.lower[0]!).toBeGreaterThanOrEqual(0);
          expect(inDays.lower[0]!).toBeLessThanOrEqual(inDays.centre[0]! * (1 + 1e-12));
          expect(inDays.upper[0]!).toBeGreaterThanOrEqual(inDays.centre[0]! * (1 - 1e-12));
        },
      ),
    );
  });
});

describe('eventGaps', () => {
  const d = toLocalDate;
  it('counts days between events in any order, and the one still running apart', () => {
    const events = [d('2026-02-10'), d('2026-01-31'), d('2026-02-10'), d('2026-05-01')];
    expect(eventGaps(events, d('2026-03-01'))).toEqual({ between: [10, 0], running: 19 });
    expect(eventGaps(events, d('2026-01-31'))).toEqual({ between: [], running: 0 });
    expect(eventGaps([], d('2026-01-31'))).toEqual({ between: [], running: null });
  });
});
