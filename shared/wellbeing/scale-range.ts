/** The lowest and highest score that a scale can give: where an axis begins and ends. */
import type { Instrument } from '@shared/instruments/instrument';

export interface ScaleRange {
  readonly low: number;
  readonly high: number;
}

export function scaleRange(instrument: Instrument, scaleId: string): ScaleRange {
  const derived = instrument.derivedScales.find(({ id }) => id === scaleId);
  if (derived !== undefined) {
    const { conversion } = derived;
    if (conversion.kind === 'table')
      return { low: conversion.values[0] ?? 0, high: conversion.values.at(-1) ?? 1 };
    const raw = scaleRange(instrument, derived.from);
    return { low: raw.low * conversion.factor, high: raw.high * conversion.factor };
  }
  const scale = instrument.scales.find(({ id }) => id === scaleId);
  const values = instrument.responseOptions.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  switch (scale?.aggregation) {
    case 'sum':
      return { low: low * scale.items.length, high: high * scale.items.length };
    case 'applicable-percent':
      return { low: (100 * low) / high, high: 100 };
    default:
      return { low, high };
  }
}

const roundSteps = [1, 2, 5, 10, 20, 25, 50];

/** The ends and what lies between them, evenly: round steps where the range has some. */
export function rangeTicks({ low, high }: ScaleRange): number[] {
  const span = high - low;
  const counts = [6, 5, 4, 3, 2];
  const steps = (isFine: (step: number) => boolean): number | undefined =>
    counts.find((count) => isFine(span / count));
  const count = steps((step) => roundSteps.includes(step)) ?? steps((step) => Number.isInteger(step)) ?? 2;
  return Array.from({ length: count + 1 }, (_, index) => low + (span / count) * index);
}
