/**
 * What of a chart may leave the app as numbers or as a picture. A count about fewer than 5 people never does, nor a rate
 * or mean of fewer than 8, nor a figure that counts 1 to 4 people or all but 1 to 4, nor a count that stands behind a
 * figure, nor a note that somebody wrote. A chart that does not say how many people its figures are about stays inside.
 */
import type { ChartSpec } from './chart-spec';
import type { ChartTable } from './chart-table';

export const takenOutMinimum = 5;
/** People behind a rate or a mean. */
export const takenOutRateMinimum = 8;

/** On every picture and over copied numbers. */
export const takenOutNote = 'From inside the service. Not checked for publication: use Reports for that.';

export interface TakenOut {
  readonly spec: ChartSpec;
  readonly hiddenPoints: number;
}

function without(spec: ChartSpec, hidden: ReadonlySet<number>): ChartSpec {
  const blank = <T>(list: readonly T[]): (T | null)[] =>
    list.map((each, at) => (hidden.has(at) ? null : each));
  const { curves, regions, ...rest } = spec;
  const keepsCurves = hidden.size === 0 && spec.layout !== 'steps';
  const { kind, label: axisLabel, scale } = spec.x;
  return {
    ...rest,
    // A curve with a point taken out would still show it; each step of a curve of service is one person's leaving.
    ...(keepsCurves && curves !== undefined ? { curves } : {}),
    ...(keepsCurves && regions !== undefined ? { regions } : {}),
    x: {
      kind,
      label: axisLabel,
      ...(scale === undefined ? {} : { scale }),
      points: spec.x.points.map(({ key, label, shortLabel }) => ({ key, label, shortLabel })),
    },
    // The sentence may name one of the figures that are left out.
    headline:
      hidden.size === 0
        ? spec.headline
        : `${hidden.size} of ${spec.x.points.length} figures are left out: they are about too few people`,
    series: spec.series.map((series) => ({
      ...series,
      values: blank(series.values),
      ...(series.intervals === undefined ? {} : { intervals: blank(series.intervals) }),
    })),
    ...(spec.bands === undefined
      ? {}
      : { bands: spec.bands.map((band) => ({ ...band, spans: blank(band.spans) })) }),
    flags: spec.flags.filter(({ at }) => !hidden.has(at)),
    // What was written by hand stays inside; that the limits start anew has to be told.
    annotations: spec.annotations.flatMap(({ at, kind }) =>
      kind === 'phase' ? [{ at, kind, label: 'New phase' }] : [],
    ),
    notes: [
      ...spec.notes,
      ...(hidden.size === 0
        ? []
        : [
            `Figures about fewer than ${takenOutMinimum} people, and rates of fewer than ${takenOutRateMinimum}, are left out.`,
          ]),
      takenOutNote,
    ],
  };
}

/** Null where nothing of it may leave. */
export function takenOut(spec: ChartSpec): TakenOut | null {
  const { points } = spec.x;
  if (spec.hidden !== null || points.length === 0) return null;
  const isFigure = (at: number): boolean => spec.series.some(({ values }) => (values[at] ?? null) !== null);
  if (points.some(({ people }, at) => people === undefined && isFigure(at))) return null;
  const least = spec.y.format === 'whole' ? takenOutMinimum : takenOutRateMinimum;
  const hidden = new Set(
    points.flatMap(({ people = 0, counted = [] }, at) =>
      people < least || counted.some((count) => count > 0 && count < takenOutMinimum) ? [at] : [],
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
