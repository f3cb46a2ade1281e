/** What the figures of a bundle are made of, and what is made: the engine's table, and rows that name its figures. */
import type { ReleaseTable } from '@shared/disclosure/release-figures';
import { addMonthsToMonth, monthsBetween, type LocalMonth } from '@shared/kernel/local-date';
import type { FigureBook } from '@shared/reports/figures/figure-book';
import type { MonthSpan } from '@shared/reports/figures/keys';
import type { ReportLimits, ReportRecords } from '@shared/reports/report-input';
import type { BundleGroup } from './measures';

export interface BundleInput {
  /** `rows` from the first month to the last, of the whole service. */
  readonly records: Pick<
    ReportRecords,
    'service' | 'people' | 'absences' | 'sessions' | 'groupSessions' | 'waves' | 'measures' | 'rows'
  >;
  readonly from: LocalMonth;
  readonly to: LocalMonth;
  readonly limits: ReportLimits;
  /** Of figures that were given out before, shown or hidden. */
  readonly givenKeys: ReadonlySet<string>;
}

export interface BundleFigure {
  readonly month: LocalMonth;
  readonly measure: string;
  readonly group: BundleGroup;
  /** Of the engine's table; null: there is nothing that it could be worked out from. */
  readonly key: string | null;
  /** Which of the rules says how many people stand behind it at least. */
  readonly behind: 'count' | 'statistic';
  /** The number of the file is that of the engine over this: tenths of a day are whole numbers there. */
  readonly over: 1 | 10;
}

export interface BundleFigures {
  readonly table: ReleaseTable;
  readonly rows: readonly BundleFigure[];
}

/** Where the parts of a bundle put their figures. */
export interface BundleSheet {
  readonly input: BundleInput;
  readonly book: FigureBook;
  /** Paid people in post at the end of each month of the staff list. */
  readonly headcounts: Map<LocalMonth, number>;
  row(figure: Pick<BundleFigure, 'month' | 'measure' | 'key'> & Partial<BundleFigure>): void;
}

export const monthsOf = ({ from, to }: Pick<BundleInput, 'from' | 'to'>): LocalMonth[] =>
  monthsBetween(from, to);

export const oneMonth = (month: LocalMonth): MonthSpan => ({ from: month, to: month });

/** The calendar quarter that a month is in. */
export function quarterOf(month: LocalMonth): MonthSpan {
  const from = addMonthsToMonth(month, -((Number(month.slice(5)) - 1) % 3));
  return { from, to: addMonthsToMonth(from, 2) };
}

/** Quarters all of whose months are among these. */
export function quartersWithin(months: ReadonlySet<LocalMonth>): MonthSpan[] {
  return [...months].map(quarterOf).filter(({ from, to }, at, all) => {
    const isWhole = monthsBetween(from, to).every((month) => months.has(month));
    return isWhole && all.findIndex((other) => other.from === from) === at;
  });
}
