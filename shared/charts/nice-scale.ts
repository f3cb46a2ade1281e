/**
 * Round tick values from at or below `low` to at or above `high`: steps of 1, 2, 2.5 or 5 times a power of ten,
 * about `wanted` of them. The first and last tick are the axis's ends. A flat range gets room above it.
 */
export function niceTicks(low: number, high: number, wanted = 5): number[] {
  const top = high > low ? high : low + (low === 0 ? 1 : Math.abs(low) * 0.5);
  const raw = (top - low) / Math.max(1, wanted - 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw * 0.999_999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(top / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Ticks of a rate: from 0, and never so tight that a move of half a point fills the chart. */
export function rateTicks(values: readonly (number | null)[], smallestTop = 0.05): number[] {
  const highest = values.reduce<number>((top, value) => Math.max(top, value ?? 0), smallestTop);
  return niceTicks(0, highest);
}
