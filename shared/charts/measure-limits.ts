/** Limits of a p-, u- or c-chart of a measure, made anew in each phase. */
import {
  cChart,
  pChart,
  pPrimeChart,
  uChart,
  uPrimeChart,
  type AttributeLimits,
} from '@shared/statistics/attribute-charts';
import { median } from '@shared/statistics/descriptive';
import type { LimitsChartKind } from './limits-chart';
import type { MeasureSeries } from './measure-series';

export type LimitsKind = 'p' | 'u' | 'c';

/** With so much under the line ordinary limits lie so close that every month is beyond them. */
const largeDenominator = 1000;

interface Part {
  readonly above: readonly (number | null)[];
  readonly below: readonly (number | null)[];
}

function partsOf(series: MeasureSeries): Part {
  const rowByMonth = new Map(series.rows.map((row) => [row.month, row]));
  const fractions = series.points.map(({ month, value }) => {
    const row = rowByMonth.get(month);
    return row === undefined || value === null ? null : series.measure.fractionOf(row);
  });
  return {
    above: fractions.map((fraction) => fraction?.above ?? null),
    below: fractions.map((fraction) => fraction?.below ?? null),
  };
}

function joined(parts: readonly AttributeLimits[]): AttributeLimits {
  return {
    value: parts.flatMap(({ value }) => value),
    centre: parts.flatMap(({ centre }) => centre),
    lower: parts.flatMap(({ lower }) => lower),
    upper: parts.flatMap(({ upper }) => upper),
  };
}

export function measureLimits(
  series: MeasureSeries,
  kind: LimitsKind,
): { readonly limits: AttributeLimits; readonly rule: LimitsChartKind } {
  const { above, below } = partsOf(series);
  const size = median(below.filter((each) => each !== null)) ?? 0;
  const isLarge = size >= largeDenominator;
  const values = series.points.map(({ value }) => value);
  const limits = series.phaseStarts.map((start, index) => {
    const end = series.phaseStarts[index + 1] ?? series.points.length;
    const input = { numerator: above.slice(start, end), denominator: below.slice(start, end) };
    if (kind === 'c') return cChart({ count: values.slice(start, end) });
    if (kind === 'p') return isLarge ? pPrimeChart(input) : pChart(input);
    return isLarge ? uPrimeChart(input) : uChart(input);
  });
  return { limits: joined(limits), rule: kind === 'c' || !isLarge ? kind : `${kind}-prime` };
}
