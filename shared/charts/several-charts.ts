/** What several charts that belong together have to agree on: a scale, an axis of time, the values in their key. */
import type { ChartSpec } from './chart-spec';

/** The ticks of the chart that reaches furthest, so that a height means the same everywhere. */
export function sharedTicks(specs: readonly ChartSpec[]): readonly number[] {
  return specs.reduce<readonly number[]>((widest, { y }) => {
    const [top, best] = [y.ticks.at(-1) ?? 0, widest.at(-1) ?? -Infinity];
    return top > best || (top === best && (y.ticks[0] ?? 0) < (widest[0] ?? 0)) ? y.ticks : widest;
  }, []);
}

/** Names of the lines that stand at different heights from chart to chart. */
export function differingLines(specs: readonly ChartSpec[]): Set<string> {
  const values = new Map<string, Set<number>>();
  for (const { label, value } of specs.flatMap(({ references }) => references)) {
    values.set(label, new Set([...(values.get(label) ?? []), value]));
  }
  const differing = [...values].flatMap(([label, found]) => (found.size > 1 ? [label] : []));
  // Limits are each team's own.
  return new Set([...differing, ...specs.flatMap(({ bands = [] }) => bands.map(({ label }) => label))]);
}

/** Every month of all charts, in order, so that a month stands at one place in all of them. */
export function onSharedAxis(charts: readonly ChartSpec[]): ChartSpec[] {
  const points = new Map(charts.flatMap(({ x }) => x.points.map((point) => [point.key, point] as const)));
  const keys = [...points.keys()].sort();
  return charts.map((spec) => {
    const old = new Map(spec.x.points.map(({ key }, at) => [key, at]));
    if (keys.length === old.size) return spec;
    const from = keys.map((key) => old.get(key));
    const spread = <T>(list: readonly T[]): (T | null)[] =>
      from.map((at) => (at === undefined ? null : (list[at] ?? null)));
    const moved = (at: number): number => keys.indexOf(spec.x.points[at]?.key ?? '');
    return {
      ...spec,
      x: {
        ...spec.x,
        points: keys.flatMap((key) => {
          const own = spec.x.points[old.get(key) ?? -1];
          const other = points.get(key);
          if (own !== undefined) return [own];
          return other === undefined
            ? []
            : [{ key, label: other.label, shortLabel: other.shortLabel, people: 0 }];
        }),
      },
      series: spec.series.map((series) => ({
        ...series,
        values: spread(series.values),
        ...(series.intervals === undefined ? {} : { intervals: spread(series.intervals) }),
      })),
      references: spec.references.map((reference) =>
        reference.span === undefined
          ? reference
          : { ...reference, span: { from: moved(reference.span.from), to: moved(reference.span.to) } },
      ),
      ...(spec.bands === undefined
        ? {}
        : {
            bands: spec.bands.map((band) => ({
              ...band,
              spans: spread(band.spans),
              phaseStarts: band.phaseStarts.map(moved),
            })),
          }),
      flags: spec.flags.map((flag) => ({ ...flag, at: moved(flag.at) })),
      annotations: spec.annotations.map((note) => ({ ...note, at: moved(note.at) })),
    };
  });
}
