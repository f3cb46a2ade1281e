/**
 * From which month on a figure of staff can be believed. A staff list often holds only those who are still here: going
 * back in it, people who left are missing, and headcount seems to have grown out of nothing.
 */
import {
  addMonthsToMonth,
  firstDayOf,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import type { FigureRow } from './figure-row';
import type { Measure, MeasureId } from './measures';

const needsLeavers: ReadonlySet<MeasureId> = new Set([
  'headcount',
  'wte',
  'starters',
  'leavers',
  'turnover-average',
  'turnover-opening',
  'turnover-voluntary',
  'stability',
  'vacancy-rate',
]);

export interface KnownRows {
  readonly rows: readonly FigureRow[];
  /** The first month that is left, when months before it were left out. */
  readonly from: LocalMonth | null;
}

/** `leaversFrom`: the first day that leavers are on the list; null: nobody has left. Typed months are always known. */
export function knownRows(
  measure: Measure,
  rows: readonly FigureRow[],
  leaversFrom: LocalDate | null,
): KnownRows {
  if (leaversFrom === null || !needsLeavers.has(measure.id)) return { rows, from: null };
  const month = monthOf(leaversFrom);
  const first = firstDayOf(month) === leaversFrom ? month : addMonthsToMonth(month, 1);
  // Twelve months have to have passed before a window of twelve is known throughout.
  const from = measure.isRolling ? addMonthsToMonth(first, 11) : first;
  const known = rows.filter((row) => row.month >= from || row.source.staff !== 'records');
  const isCut = rows.some(
    (row) => row.month < from && measure.valueOf(row) !== null && row.source.staff === 'records',
  );
  return { rows: known, from: isCut ? from : null };
}
