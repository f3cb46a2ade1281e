/**
 * What of a chart may leave the app as numbers or as a picture. A count about fewer than 5 people never does, nor a rate
 * or mean of fewer than 8, nor a figure that counts 1 to 4 people or all but 1 to 4, nor a count that stands behind a
 * figure, nor a note that somebody wrote. A chart that does not say how many people its figures are about stays inside.
 */
import type { ChartSpec } from './chart-spec';
import type { ChartTable } from './chart-table';
import { niceTicks } from './nice-scale';

export const takenOutMinimum = 5;
/** People behind a rate or a mean. */
export const takenOutRateMinimum = 8;

/** On every picture and over copied numbers. */
export const takenOutNote = 'From inside the service. Not checked for publication: use Reports for that.';

export interface TakenOut {
  readonly spec: ChartSpec;
  readonly hiddenPoints: number;
}

/** Ends of the axis that the figures left alone would have: those of the whole chart show how far hidden ones go. */
function ticksWithout(spec: ChartSpec, values: readonly (number | null)[]): number[] {
  const shown = [
    ...values.filter((value) => value !== null),
    ...spec.references.filter(({ kind }) => kind === 'limit').map(({ value }) => value),
  ];
  const highest = shown.reduce((high, value) => Math.max(high, value), 0);
  const lowest = shown.reduce((low, value) => Math.min(low, value), 0);
  return niceTicks(lowest, highest);
}

/**
 * With a figure left out, all that is made of the figures goes with it: medians, averages, limits, ranges, marks, icons,
 * and the ends of the axis. What stays is the other figures themselves, and a target that a person has set.
 */
function withoutTheDerived(spec: ChartSpec, hidden: ReadonlySet<number>): ChartSpec {
  const blank = <T>(list: readonly T[]): (T | null)[] =>
    list.map((each, at) => (hidden.has(at) ? null : each));
  const { id, title, subtitle, layout, x } = spec;
  const series = spec.series.map((each) => ({
    ...each,
    values: blank(each.values),
  }));
  return {
    id,
    title,
    subtitle,
    layout,
    x,
    // The sentence may name one of the figures that are left out.
    headline: `${hidden.size} of ${countFigures(spec)} figures are left out: they are about too few people`,
    y: {
      ...spec.y,
      ticks: ticksWithout(
        spec,
        series.flatMap(({ values }) => values),
      ),
    },
    series,
    references: spec.references.filter(({ kind }) => kind === 'limit'),
    ranges: [],
    flags: [],
    annotations: spec.annotations,
    hidden: null,
    notes: [
      `Figures about fewer than ${takenOutMinimum} people, and rates of fewer than ${takenOutRateMinimum}, are left out, and with them every average and limit.`,
    ],
  };
}

const hasFigure = (spec: ChartSpec, at: number): boolean =>
  spec.series.some(({ values }) => (values[at] ?? null) !== null);

function countFigures(spec: ChartSpec): number {
  return spec.x.points.filter((_, at) => hasFigure(spec, at)).length;
}

function without(spec: ChartSpec, hidden: ReadonlySet<number>): ChartSpec {
  const cut = hidden.size === 0 ? spec : withoutTheDerived(spec, hidden);
  const { curves, regions, ...rest } = cut;
  // Each step of a curve of service is one person's leaving.
  const keepsCurves = spec.layout !== 'steps';
  const { kind, label: axisLabel, scale } = spec.x;
  return {
    ...rest,
    series: cut.series.map((series) => ({
      ...series,
      // A range without its figure would be one all the same.
      ...(series.intervals === undefined
        ? {}
        : {
            intervals: series.intervals.map((each, at) =>
              (series.values[at] ?? null) === null ? null : each,
            ),
          }),
    })),
    ...(keepsCurves && curves !== undefined ? { curves } : {}),
    ...(keepsCurves && regions !== undefined ? { regions } : {}),
    x: {
      kind,
      label: axisLabel,
      ...(scale === undefined ? {} : { scale }),
      points: spec.x.points.map(({ key, label, shortLabel }) => ({ key, label, shortLabel })),
    },
    // What was written by hand stays inside; that the limits start anew has to be told.
    annotations: spec.annotations.flatMap(({ at, kind: of }) =>
      of === 'phase' ? [{ at, kind: of, label: 'New phase' }] : [],
    ),
    notes: [...cut.notes, takenOutNote],
  };
}

/** Null where nothing of it may leave. */
export function takenOut(spec: ChartSpec): TakenOut | null {
  const { points } = spec.x;
  if (spec.hidden !== null || points.length === 0) return null;
  if (points.some(({ people }, at) => people === undefined && hasFigure(spec, at))) return null;
  const least = spec.y.format === 'whole' ? takenOutMinimum : takenOutRateMinimum;
  const hidden = new Set(
    points.flatMap(({ people = 0, counted = [] }, at) =>
      hasFigure(spec, at) && (people < least || counted.some((count) => count > 0 && count < takenOutMinimum))
        ? [at]
        : [],
    ),
  );
  const isAnythingLeft = spec.series.some(({ values }) =>
    values.some((value, at) => value !== null && !hidden.has(at)),
  );
  return isAnythingLeft ? { spec: without(spec, hidden), hiddenPoints: hidden.size } : null;
}

/** A spreadsheet would run such a cell as a formula. */
function inert(cell: string): string {
  const flat = cell.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

/** Headings and rows with a tab between cells, as a spreadsheet takes them from the clipboard. */
export function tabbedNumbers({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => cells.map(inert).join('\t')).join('\n');
}
