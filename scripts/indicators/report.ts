/** The monthly figures of imported extracts, in the shape that `npm run indicators` writes. */
import type { ExtractRecords, FolderImport, RejectedRow } from '../../shared/import/folder';
import { addMonthsToMonth, type LocalDate, type LocalMonth } from '../../shared/kernel/local-date';
import type { WorkforceMonth } from '../../shared/statistics/monthly-workforce';
import { lastFullMonth, workforceMonths } from '../../shared/workforce/workforce-inputs';

export type IndicatorMonth = Pick<
  WorkforceMonth,
  | 'month'
  | 'headcount'
  | 'volunteers'
  | 'wte'
  | 'joiners'
  | 'leavers'
  | 'leavers12'
  | 'turnoverAverage12'
  | 'turnoverOpening12'
  | 'stabilityIndex12'
  | 'fteDaysLost'
  | 'fteDaysAvailable'
  | 'sicknessRate'
  | 'longTermFteDays'
>;

export interface IndicatorReport {
  readonly asOf: LocalDate;
  readonly excludes: string;
  /** People and absences that were taken. */
  readonly people: number;
  readonly absences: number;
  readonly badRows: readonly RejectedRow[];
  readonly months: readonly IndicatorMonth[];
}

export interface IndicatorOptions {
  readonly asOf: LocalDate;
  /** Hours of a full-time week of this service. */
  readonly fullTimeWeek: number;
  /** Full months, the newest one that is over on `asOf` among them. */
  readonly months: number;
}

export const excludes = 'volunteers, from every rate; they are counted in their own column';

/** Sums of tenths leave 13.299999999999999: the twelfth decimal is noise. Rates are divided before this. */
const tidy = (value: number): number => Math.round(value * 1e10) / 1e10;

function indicatorMonth(row: WorkforceMonth): IndicatorMonth {
  return {
    month: row.month,
    headcount: row.headcount,
    volunteers: row.volunteers,
    wte: tidy(row.wte),
    joiners: row.joiners,
    leavers: row.leavers,
    leavers12: row.leavers12,
    turnoverAverage12: row.turnoverAverage12,
    turnoverOpening12: row.turnoverOpening12,
    stabilityIndex12: row.stabilityIndex12,
    fteDaysLost: tidy(row.fteDaysLost),
    fteDaysAvailable: tidy(row.fteDaysAvailable),
    sicknessRate: row.sicknessRate,
    longTermFteDays: tidy(row.longTermFteDays),
  };
}

export function monthRange(options: IndicatorOptions): {
  readonly from: LocalMonth;
  readonly to: LocalMonth;
} {
  const to = lastFullMonth(options.asOf);
  return { from: addMonthsToMonth(to, 1 - options.months), to };
}

export function indicatorReport(
  { records, rejected }: Pick<FolderImport, 'records' | 'rejected'>,
  options: IndicatorOptions,
): IndicatorReport {
  const { from, to } = monthRange(options);
  const months = workforceMonths(
    {
      people: records.person,
      absences: records.absence,
      fullTimeWeeks: [{ from: null, hours: options.fullTimeWeek }],
      asOf: options.asOf,
    },
    from,
    to,
  );
  return {
    asOf: options.asOf,
    excludes,
    people: records.person.length,
    absences: records.absence.length,
    badRows: rejected,
    months: months.map(indicatorMonth),
  };
}

/** What the figures rest on and a reader of them could not see: as sentences without names. */
export function cautions(records: ExtractRecords, options: IndicatorOptions): string[] {
  const said: string[] = [];
  const say = (count: number, one: string, many: string): void => {
    if (count > 0) said.push(count === 1 ? `1 ${one}` : `${count} ${many}`);
  };
  const paid = records.person.filter(({ value }) => value.engagement !== 'volunteer');
  say(
    paid.filter(({ value }) => value.weeklyHours === null).length,
    'paid person has no weekly hours: counted as a head, and not in WTE or FTE days',
    'paid people have no weekly hours: counted as heads, and not in WTE or FTE days',
  );
  say(
    paid.filter(({ value }) => (value.weeklyHours ?? 0) > options.fullTimeWeek).length,
    'paid person has more hours than the full-time week, and counts as more than 1.0',
    'paid people have more hours than the full-time week, and count as more than 1.0',
  );
  if (records.person.length > 0 && records.person.every(({ value }) => value.lastDay === null))
    said.push('nobody in the staff list has a last day: if leavers are left out of it, turnover is too low');
  const personById = new Map(records.person.map((person) => [person.id, person.value]));
  const outside = records.absence.filter(({ value }) => {
    const person = personById.get(value.personId);
    if (person === undefined) return false;
    const end = value.lastDay ?? options.asOf;
    return ![...person.earlierSpells, person].some(
      ({ startDate, lastDay }) => startDate <= end && (lastDay === null || lastDay >= value.firstDay),
    );
  }).length;
  say(
    outside,
    'absence lies wholly outside the time its person was in post, and counts in nothing',
    'absences lie wholly outside the time their person was in post, and count in nothing',
  );
  say(
    records.absence.filter(({ value }) => value.firstDay > options.asOf).length,
    'absence begins after the day of these figures, and counts in nothing',
    'absences begin after the day of these figures, and count in nothing',
  );
  return said;
}
