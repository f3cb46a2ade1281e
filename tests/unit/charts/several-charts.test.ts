import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagTones, numberedNotes, type ChartSpec } from '@shared/charts/chart-spec';
import { monthPoint } from '@shared/charts/month-points';
import { differingLines, onSharedAxis, sharedTicks } from '@shared/charts/several-charts';
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import {
  fittingTicks,
  namedPoints,
  noteLanes,
  noteRadius,
  placeNames,
} from '../../../renderer/charts/place-labels';

const chart = (
  first: string,
  values: readonly (number | null)[],
  over: Partial<ChartSpec> = {},
): ChartSpec => ({
  id: first,
  title: 'A measure',
  subtitle: '',
  headline: '',
  layout: 'columns',
  x: {
    kind: 'months',
    label: 'Month',
    points: values.map((_, at) => monthPoint(addMonthsToMonth(first as LocalMonth, at), undefined, 20)),
  },
  y: { label: '', format: 'whole', ticks: [0, 10] },
  series: [{ id: 's', label: 'S', dash: 'solid', marker: 'circle', isJoined: true, values }],
  references: [],
  ranges: [],
  flags: [],
  annotations: [],
  notes: [],
  hidden: null,
  ...over,
});

describe('charts on one axis', () => {
  it('puts a month at one place in all of them, and moves all that hangs on it', () => {
    const early = chart('2024-01', [1, 2, 3]);
    const late = chart('2024-03', [7, 8], {
      references: [{ kind: 'median', label: 'Middle value', value: 7, span: { from: 0, to: 1 } }],
      bands: [
        {
          label: 'Usual range',
          columns: ['Low', 'Middle', 'High'],
          phaseStarts: [0],
          spans: [{ low: 1, middle: 2, high: 3 }, null],
        },
      ],
      flags: [{ at: 1, reason: 'Above' }],
      annotations: [{ at: 0, label: 'Moved house' }],
    });
    const [one, two] = onSharedAxis([early, late]);
    expect(one!.x.points.map(({ key }) => key)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04']);
    expect(two!.x.points.map(({ key }) => key)).toEqual(one!.x.points.map(({ key }) => key));
    expect(one!.series[0]!.values).toEqual([1, 2, 3, null]);
    expect(two!.series[0]!.values).toEqual([null, null, 7, 8]);
    expect(two!.bands![0]).toMatchObject({
      spans: [null, null, { low: 1, middle: 2, high: 3 }, null],
      phaseStarts: [2],
    });
    expect(two!.references[0]!.span).toEqual({ from: 2, to: 3 });
    expect(two!.flags[0]!.at).toBe(3);
    expect(two!.annotations[0]!.at).toBe(2);
    expect(onSharedAxis([early, early])).toEqual([early, early]);
  });

  it('has the scale that holds the highest, and names of lines that differ', () => {
    const tall = chart('2024-01', [1], { y: { label: '', format: 'whole', ticks: [0, 20, 40] } });
    expect(sharedTicks([chart('2024-01', [1]), tall])).toEqual([0, 20, 40]);
    expect(sharedTicks([])).toEqual([]);
    const line = (label: string, value: number): Partial<ChartSpec> => ({
      references: [{ kind: 'limit', label, value }],
    });
    const charts = [line('Target', 5), line('Target', 5), line('Middle value', 1), line('Middle value', 2)];
    expect([...differingLines(charts.map((over) => chart('2024-01', [1], over)))]).toEqual(['Middle value']);
  });
});

describe('marks and notes', () => {
  it('numbers notes from the left, several at one point as one', () => {
    const annotations = [
      { at: 2, label: 'C' },
      { at: 0, label: 'A' },
      { at: 2, label: 'D' },
    ];
    const numbered = numberedNotes(chart('2024-01', [1, 2, 3], { annotations }));
    expect(numbered.map(({ at, number, notes }) => [at, number, notes.map(({ label }) => label)])).toEqual([
      [0, 1, ['A']],
      [2, 2, ['C', 'D']],
    ]);
  });

  it('never hides a concern behind a good sign', () => {
    const flags = [
      { at: 0, reason: 'a', tone: 'concern' as const },
      { at: 0, reason: 'b', tone: 'improvement' as const },
      { at: 1, reason: 'c' },
      { at: 1, reason: 'd', tone: 'improvement' as const },
      { at: 2, reason: 'e' },
    ];
    expect([...flagTones(chart('2024-01', [1, 2, 3], { flags }))]).toEqual([
      [0, 'concern'],
      [1, 'improvement'],
      [2, 'neutral'],
    ]);
  });

  it('keeps markers of one row apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { maxLength: 30 }), (places) => {
        const xs = places.sort((left, right) => left - right);
        const lanes = noteLanes(xs);
        xs.forEach((x, at) => {
          const before = xs.slice(0, at).filter((_, other) => lanes[other] === lanes[at]);
          for (const other of before) expect(x - other).toBeGreaterThanOrEqual(noteRadius * 2);
        });
      }),
    );
  });
});

describe('names in a drawing', () => {
  const plot = { x: 0, y: 0, width: 800, height: 300 };

  it('stand beside their points, never over another point or name, marked ones first', () => {
    const anyPoint = fc.record({
      name: fc.constantFrom('Helpline', 'Children and families', 'Night'),
      x: fc.nat(800),
      y: fc.nat(300),
      isFirst: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 20 }), (points) => {
        const placed = placeNames(points, plot);
        const boxes = placed.map(({ name, x, y, anchor }) => {
          const width = name.length * 7.2;
          const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
          return { left, right: left + width, top: y - 9, foot: y + 9 };
        });
        boxes.forEach((one, at) => {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(800);
          for (const other of boxes.slice(at + 1)) {
            const isApart =
              one.right <= other.left ||
              other.right <= one.left ||
              one.foot <= other.top ||
              other.foot <= one.top;
            expect(isApart).toBe(true);
          }
          for (const { x, y } of points) {
            expect(x > one.left && x < one.right && y > one.top && y < one.foot).toBe(false);
          }
        });
      }),
    );
    const two = [
      { name: 'Plain', x: 100, y: 100, isFirst: false },
      { name: 'Marked', x: 400, y: 100, isFirst: true },
    ];
    expect(placeNames(two, plot).map(({ name }) => name)).toEqual(['Marked', 'Plain']);
  });

  it('of an axis do not touch, and weeks over years are named by their years', () => {
    expect(fittingTicks([0, 20, 70, 75, 140], 60)).toEqual([0, 2, 4]);
    const weeks = Array.from({ length: 260 }, (_, at) =>
      new Date(Date.UTC(2020, 0, 6 + at * 7)).toISOString().slice(0, 10),
    );
    const spec = chart('2024-01', [1]);
    const named = namedPoints(
      {
        ...spec,
        x: { ...spec.x, kind: 'weeks', points: weeks.map((key) => ({ key, label: key, shortLabel: key })) },
      },
      8,
    );
    expect(named).toEqual(['2020-01-06', '2021-01-04', '2022-01-03', '2023-01-02', '2024-01-01']);
  });
});
