import { formatMonth, formatMonthShort, type LocalMonth } from '@shared/kernel/local-date';
import type { ChartPoint } from './chart-spec';

export function monthPoint(
  month: LocalMonth,
  detail?: string,
  people?: number,
  counted?: readonly number[] | null,
): ChartPoint {
  return {
    key: month,
    label: formatMonth(month),
    shortLabel: formatMonthShort(month),
    ...(detail === undefined ? {} : { detail }),
    ...(people === undefined ? {} : { people }),
    ...(counted === undefined || counted === null ? {} : { counted }),
  };
}

/** "April 2023 to March 2026", or one month, or nothing. */
export function monthSpan(months: readonly LocalMonth[]): string {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;
}

/** "18" or "18.5": an average of two counts ends in .0 or .5, and .0 says nothing. */
export function formatAverage(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
