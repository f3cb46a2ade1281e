/** What every block is built from. */
import type { MonthSpan } from '../figures/keys';
import type { FigureBook } from '../figures/figure-book';
import type { ReportChoice, ReportLimits, ReportRecords } from '../report-input';
import type { LocalDate } from '@shared/kernel/local-date';

export interface SummaryPeople {
  readonly inPost: ReportRecords['people'];
  /** In post and counted: without volunteers where these are none or few. */
  readonly counted: ReportRecords['people'];
  readonly countsVolunteers: boolean;
  readonly note: string;
}

export interface BlockInput {
  readonly records: ReportRecords;
  readonly choice: ReportChoice;
  readonly limits: ReportLimits;
  readonly people: SummaryPeople;
  readonly span: MonthSpan;
  readonly periodStart: LocalDate;
  /** The quarters of the period, oldest first. */
  readonly quarters: readonly MonthSpan[];
  readonly book: FigureBook;
  /** Of figures that were given out before, shown or hidden. */
  readonly givenKeys: ReadonlySet<string>;
}
