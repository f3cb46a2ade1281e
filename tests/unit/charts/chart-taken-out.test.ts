import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { chartTable } from '@shared/charts/chart-table';
import { niceTicks } from '@shared/charts/nice-scale';
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
  references: [
    { kind: 'median', label: 'Middle value', value: 0.1234 },
    { kind: 'limit', label: 'Target', value: 0.5 },
  ],
  ranges: [
    {
      label: 'Limits of a funnel',
      columns: ['Low', 'Average', 'High'],
      spans: points.map(() => ({ low: 0.1, middle: 0.1234, high: 0.3 })),
    },
  ],
  reading: {
    variation: { icon: 'common-cause', name: 'Usual variation', meaning: 'Figures move within their range.' },
    assurance: null,
  },
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
    expect(takenOut(chart([{ value: 0.2, people: 30 }, { value: null }]))?.hiddenPoints).toBe(0);
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
            expect(out.spec.series[0]!.intervals![at] === null).toBe(!kept || value === null);
          });
          const few = isKept.filter((kept, at) => !kept && points[at]!.value !== null).length;
          expect(out.hiddenPoints).toBe(few);
          // Whatever was made of all figures tells of those left out: it goes with the first of them.
          expect(out.spec.curves === undefined).toBe(few > 0);
          expect(out.spec.references.map(({ kind }) => kind)).toEqual(
            few > 0 ? ['limit'] : ['median', 'limit'],
          );
          expect(out.spec.ranges).toHaveLength(few > 0 ? 0 : 1);
          expect(out.spec.bands?.length ?? 0).toBe(few > 0 ? 0 : 1);
          expect(out.spec.reading === undefined).toBe(few > 0);
          expect(out.spec.flags).toHaveLength(few > 0 ? 0 : points.length);
          expect(JSON.stringify([chartTable(out.spec), out.spec]).includes('0.1234')).toBe(few === 0);
          const left = out.spec.series[0]!.values.filter((each) => each !== null);
          if (few > 0) expect(out.spec.y.ticks).toEqual(niceTicks(0, Math.max(0.5, ...left)));
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
    expect(lines[0]).toBe('Month\tSickness\tLikely range\tTarget\tMarked because');
    expect(lines[1]).toBe('Month 0\t25.0%\t10.0% to 90.0%\t50.0%\tNew phase');
    expect(lines[2]).toBe('Month 1\tNo figure\t\t50.0%\t');
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
