/**
 * The newest points of a chart. Middle value and limits are made from every month there is and stay the same whatever
 * part of it is looked at: limits that move with the window would let a choice of window make or hide a signal.
 */
import type { ChartSpec, LimitBand } from './chart-spec';

function bandFrom(band: LimitBand, start: number): LimitBand {
  const known = band.phaseStarts.map((phaseStart, index) => ({
    start: Math.max(0, phaseStart - start),
    index,
    isOver: (band.phaseStarts[index + 1] ?? Number.POSITIVE_INFINITY) <= start,
  }));
  const shown = known.filter(({ isOver }) => !isOver);
  return {
    ...band,
    spans: band.spans.slice(start),
    phaseStarts: shown.map((phase) => phase.start),
    trialPhases: shown.flatMap(({ index }, place) =>
      band.trialPhases?.includes(index) === true ? [place] : [],
    ),
  };
}

/** Everything that the axis of values has to have room for. */
export function shownValues(spec: ChartSpec): number[] {
  return [
    ...spec.series.flatMap((series) => [
      ...series.values,
      ...(series.intervals ?? []).flatMap((interval) =>
        interval === null ? [] : [interval.lower, interval.upper],
      ),
    ]),
    ...spec.references.map(({ value }) => value),
    ...(spec.bands ?? []).flatMap(({ spans }) =>
      spans.flatMap((span) => (span === null ? [] : [span.low, span.middle, span.high])),
    ),
  ].filter((value) => value !== null);
}

function spanOf(points: ChartSpec['x']['points']): string {
  const [first, last] = [points[0]?.label ?? '', points.at(-1)?.label ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

/** The period of what is drawn, and the longer one that the lines are of. */
function subtitleOf(spec: ChartSpec, shown: ChartSpec['x']['points']): string {
  const whole = spanOf(spec.x.points);
  const hasLines = spec.references.some(({ kind }) => kind !== 'limit') || (spec.bands ?? []).length > 0;
  if (!spec.subtitle.startsWith(whole)) return spec.subtitle;
  const since = hasLines ? ` Lines are made from all months since ${spec.x.points[0]?.label ?? ''}.` : '';
  return `${spanOf(shown)}${spec.subtitle.slice(whole.length)}${since}`;
}

export function lastPoints(
  spec: ChartSpec,
  count: number,
  ticksOf: (values: readonly number[]) => readonly number[],
): ChartSpec {
  const start = Math.max(0, spec.x.points.length - count);
  if (start === 0) return spec;
  const moved = <T extends { readonly at: number }>(items: readonly T[]): T[] =>
    items.flatMap((item) => (item.at < start ? [] : [{ ...item, at: item.at - start }]));
  const shown: ChartSpec = {
    ...spec,
    subtitle: subtitleOf(spec, spec.x.points.slice(start)),
    x: { ...spec.x, points: spec.x.points.slice(start) },
    series: spec.series.map((series) => ({
      ...series,
      values: series.values.slice(start),
      ...(series.intervals === undefined ? {} : { intervals: series.intervals.slice(start) }),
    })),
    references: spec.references.flatMap((reference) => {
      const { span } = reference;
      if (span === undefined) return [reference];
      if (span.to < start) return [];
      return [{ ...reference, span: { from: Math.max(0, span.from - start), to: span.to - start } }];
    }),
    ...(spec.bands === undefined ? {} : { bands: spec.bands.map((band) => bandFrom(band, start)) }),
    ranges: spec.ranges.map((range) => ({ ...range, spans: range.spans.slice(start) })),
    flags: moved(spec.flags),
    annotations: moved(spec.annotations),
  };
  return { ...shown, y: { ...shown.y, ticks: ticksOf(shownValues(shown)) } };
}
