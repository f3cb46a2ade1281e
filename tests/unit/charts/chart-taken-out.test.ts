import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { chartTable } from '@shared/charts/chart-table';
import { tabbedNumbers, takenOut, takenOutNote } from '@shared/charts/chart-taken-out';

interface MadeUpPoint {
  readonly value: number | null;
  readonly people?: number;
  readonly counted?: readonly number[];
}

const chart = (points: readonly MadeUpPoint[]): ChartSpec => ({
  id: 'made-up',
  title: 'Sickness by month',
  subtitle: 'A year.',
  headline: 'Sickness has stayed within its usual pattern',
  layout: 'columns',
  x: {
    kind: 'months',
    label: 'Month',
    detailLabel: 'Days lost',
    points: points.map(({ people, counted }, at) => ({
      key: String(at),
      label: `Month ${at}`,
      shortLabel: `M${at}`,
      detail: `secret ${at}`,
      under: `secret ${at}`,
      ...(people === undefined ? {} : { people }),
      ...(counted === undefined ? {} : { counted }),
    })),
  },
  y: { label: 'Share', format: 'percent', ticks: [0, 1] },
  series: [
    {
      id: 'sickness',
      label: 'Sickness',
      dash: 'solid',
      marker: 'circle',
      isJoined: true,
      values: points.map(({ value }) => value),
      intervals: points.map(() => ({ lower: 0.1, upper: 0.9 })),
    },
  ],
  references: [],
  ranges: [],
  bands: [
    {
      label: 'Usual range',
      spans: points.map(() => ({ low: 0.1, middle: 0.2, high: 0.3 })),
      phaseStarts: [0],
      columns: ['Low', 'Middle', 'High'],
    },
  ],
  curves: [
    {
      seriesId: 'sickness',
      isStepped: true,
      points: points.map(({ value }, x) => ({ x, value: value ?? 0 })),
    },
  ],
  flags: points.map((_, at) => ({ at, reason: 'Above the upper limit' })),
  annotations: [
    { at: 0, label: 'secret note', kind: 'note' },
    { at: 0, label: 'New phase: secret reason', kind: 'phase' },
  ],
  notes: [],
  hidden: null,
});

describe('takenOut', () => {
  it('keeps a chart inside that does not say how many people it is about', () => {
    expect(takenOut(chart([{ value: 0.2, people: 30 }, { value: 0.2 }]))).toBeNull();
    expect(takenOut(chart([{ value: 0.2, people: 30 }, { value: null }]))?.hiddenPoints).toBe(1);
    expect(takenOut(chart([]))).toBeNull();
    expect(takenOut({ ...chart([{ value: 0.2, people: 30 }]), hidden: 'Hidden: fewer than 5' })).toBeNull();
    expect(
      takenOut(
        chart([
          { value: 0.2, people: 4 },
          { value: null, people: 30 },
        ]),
      ),
    ).toBeNull();
  });

  it('lets nothing out that is about too few people or counts 1 to 4 of them, and no count behind a figure', () => {
    const anyPoint = fc.record({
      value: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      people: fc.nat(16),
      left: fc.nat(16),
    });
    fc.assert(
      fc.property(
        fc.array(anyPoint, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('percent' as const, 'whole' as const),
        (drawn, format) => {
          const points = drawn.map(({ value, people, left }) => ({
            value,
            people,
            counted: [Math.min(left, people), people - Math.min(left, people)],
          }));
          const spec = chart(points);
          const out = takenOut({ ...spec, y: { ...spec.y, format } });
          if (out === null) return;
          const isKept = points.map(
            ({ people, counted }) =>
              people >= (format === 'whole' ? 5 : 8) && counted.every((count) => count === 0 || count >= 5),
          );
          points.forEach(({ value }, at) => {
            const kept = isKept[at] === true;
            expect(out.spec.series[0]!.values[at]).toBe(kept ? value : null);
            expect(out.spec.series[0]!.intervals![at] === null).toBe(!kept);
            expect(out.spec.bands![0]!.spans[at] === null).toBe(!kept);
            expect(out.spec.flags.some((flag) => flag.at === at)).toBe(kept);
          });
          const few = isKept.filter((kept) => !kept).length;
          expect(out.hiddenPoints).toBe(few);
          expect(out.spec.curves === undefined).toBe(few > 0);
          expect(out.spec.headline === spec.headline).toBe(few === 0);
          expect(out.spec.notes.at(-1)).toBe(takenOutNote);
          expect(out.spec.annotations).toEqual([{ at: 0, label: 'New phase', kind: 'phase' }]);
          expect(JSON.stringify(out.spec)).not.toMatch(/secret|"people"|"counted"/);
        },
      ),
    );
  });

  it('leaves the steps of a curve of service inside: each is one person’s leaving', () => {
    const out = takenOut({ ...chart([{ value: 0.5, people: 30 }]), layout: 'steps' });
    expect(out?.hiddenPoints).toBe(0);
    expect(out?.spec.curves).toBeUndefined();
  });
});

describe('tabbedNumbers', () => {
  it('has a heading over each column, and as many cells in every line', () => {
    const out = takenOut(
      chart([
        { value: 0.25, people: 30 },
        { value: 0.5, people: 3 },
      ]),
    )!;
    const lines = tabbedNumbers(chartTable(out.spec)).split('\n');
    expect(lines[0]).toBe('Month\tSickness\tLikely range\tLow\tMiddle\tHigh\tMarked because');
    expect(lines[1]).toBe(
      'Month 0\t25.0%\t10.0% to 90.0%\t10.0%\t20.0%\t30.0%\tAbove the upper limit; New phase',
    );
    expect(lines[2]).toBe('Month 1\tNo figure\t\t\t\t\t');
  });

  it('makes a cell inert that a spreadsheet would run, and keeps a line a line', () => {
    const table = {
      caption: '',
      columns: [{ key: 'a', label: 'A' }],
      rows: [{ key: '1', cells: ['=1+1\n\t2'] }],
    };
    expect(tabbedNumbers(table)).toBe("A\n'=1+1 2");
  });
});
