import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInterval, formatTick, formatValue, type ChartSpec } from '@shared/charts/chart-spec';
import { chartTable } from '@shared/charts/chart-table';
import { niceTicks, rateTicks } from '@shared/charts/nice-scale';
import { placeLabels, tickEvery, wrapText } from '../../../renderer/charts/place-labels';

const spec = (over: Partial<ChartSpec> = {}): ChartSpec => ({
  id: 'x',
  title: 'A measure',
  subtitle: 'A period',
  headline: 'A sentence',
  layout: 'columns',
  x: {
    kind: 'months',
    label: 'Month',
    detailLabel: 'Made of',
    points: [
      { key: '2026-01', label: 'January 2026', shortLabel: 'Jan 2026', detail: '1 of 20' },
      { key: '2026-02', label: 'February 2026', shortLabel: 'Feb 2026' },
    ],
  },
  y: { label: 'Share', format: 'percent', ticks: [0, 0.1] },
  series: [
    {
      id: 's',
      label: 'Rate',
      dash: 'solid',
      marker: 'circle',
      isJoined: true,
      values: [0.05, null],
      intervals: [{ lower: 0.01, upper: 0.2 }, null],
    },
  ],
  references: [{ label: 'Middle value', value: 0.04, kind: 'median' }],
  ranges: [],
  flags: [{ at: 0, reason: 'One of 6' }],
  annotations: [{ at: 0, label: 'Moved office' }],
  notes: [],
  hidden: null,
  ...over,
});

describe('numbers as they are shown', () => {
  it('rounds half away from zero, as a person would, and uses a true minus', () => {
    expect(formatValue(0.285, 'two-decimals')).toBe('0.29');
    expect(formatValue(1.005, 'two-decimals')).toBe('1.01');
    expect(formatValue(-8.25, 'one-decimal')).toBe('−8.3');
    expect(formatValue(-0.001, 'one-decimal')).toBe('0.0');
    expect(formatValue(0.055555, 'percent')).toBe('5.6%');
    expect(formatValue(2.5, 'whole')).toBe('3');
    expect(formatValue(1e-9, 'two-decimals')).toBe('0.00');
    expect(formatInterval({ lower: 33.51, upper: 66.49 }, 'one-decimal')).toBe('33.5 to 66.5');
    expect(formatTick(0.1, 'percent')).toBe('10%');
    expect(formatTick(0.025, 'percent')).toBe('2.5%');
    expect(formatTick(20, 'one-decimal')).toBe('20');
  });

  it('is never NaN, and within half a last place of the number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const shown = Number(formatValue(value, 'one-decimal').replace('−', '-'));
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});

describe('the table of a chart', () => {
  it('has the numbers of the drawing, gaps in words, and why a point is marked', () => {
    const table = chartTable(spec());
    expect(table.columns.map((column) => column.label)).toEqual([
      'Month',
      'Rate',
      'Likely range',
      'Made of',
      'Middle value',
      'Marked because',
    ]);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['January 2026', '5.0%', '1.0% to 20.0%', '1 of 20', '4.0%', 'One of 6; Moved office'],
      ['February 2026', 'No figure', '', '', '4.0%', ''],
    ]);
  });

  it('is empty when the chart is hidden', () => {
    expect(chartTable(spec({ hidden: 'Too few' })).rows).toEqual([]);
  });

  it('names each series when there are several, and gives a benchmark its columns', () => {
    const two = spec({
      series: [spec().series[0]!, { ...spec().series[0]!, id: 't', label: 'Other' }],
      ranges: [
        {
          label: 'Benchmark',
          columns: ['Low', 'Middle', 'High'],
          spans: [0, 1].map(() => ({ low: 0.1, middle: 0.2, high: 0.3 })),
        },
      ],
      flags: [],
      annotations: [],
    });
    const labels = chartTable(two).columns.map((column) => column.label);
    expect(labels).toContain('Other, likely range');
    expect(labels.slice(-3)).toEqual(['Low', 'Middle', 'High']);
  });
});

describe('axes', () => {
  it('cover the data with round, even steps', () => {
    expect(niceTicks(0, 0.058)).toEqual([0, 0.02, 0.04, 0.06]);
    expect(niceTicks(0, 22)).toEqual([0, 10, 20, 30]);
    expect(rateTicks([null, 0.01])[0]).toBe(0);
    expect(niceTicks(5, 5).length).toBeGreaterThan(1);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 0.001, max: 500, noNaN: true }),
        (low, span) => {
          const ticks = niceTicks(low, low + span);
          expect(ticks[0]!).toBeLessThanOrEqual(low + 1e-6);
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(low + span - span * 1e-6);
          expect(ticks.length).toBeLessThanOrEqual(10);
        },
      ),
    );
  });
});

describe('labels', () => {
  it('keep apart and in order where there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 5 }),
        (wanted) => {
          const placed = placeLabels(wanted, 18, 0, 300);
          const pairs = wanted
            .map((want, index) => ({ want, at: placed[index]! }))
            .sort((left, right) => left.at - right.at);
          pairs.forEach(({ at }, index) => {
            expect(at).toBeGreaterThanOrEqual(-1e-9);
            expect(at).toBeLessThanOrEqual(300 + 1e-9);
            if (index === 0) return;
            expect(at - pairs[index - 1]!.at).toBeGreaterThanOrEqual(18 - 1e-9);
            expect(pairs[index - 1]!.want).toBeLessThanOrEqual(pairs[index]!.want);
          });
        },
      ),
    );
  });

  it('thin out on a narrow axis and break at words', () => {
    expect(tickEvery(36, 9)).toBe(6);
    expect(tickEvery(36, 2)).toBe(24);
    expect(tickEvery(3, 9)).toBe(1);
    expect(wrapText('Manager support', 10, 2)).toEqual(['Manager', 'support']);
    expect(wrapText('A very long name of a round', 8, 2)).toHaveLength(2);
    expect(wrapText('A very long name of a round', 8, 2)[1]).toMatch(/…$/);
  });
});
