import type { LocalDate, LocalMonth } from '../kernel/local-date';
import { defaultLongTermDays, type AbsenceSpell } from './absence';
import { groupBy, type OpenDaySpan } from './days';
import { wteOf } from './headcount';
import {
  dayNumberOf,
  groupMonths,
  headsAt,
  mergeNumberSpans,
  monthWindows,
  openEnd,
  wholeEpisodes,
  type DayPerson,
  type GroupMonth,
} from './workforce-engine';

export type WorkforcePerson = OpenDaySpan & {
  readonly id: string;
  readonly weeklyHours: number | null;
  /** the service's full-time week for this contract, such as 37.5 or 37 */
  readonly fullTimeHours: number;
  readonly isVolunteer: boolean;
  readonly reason?: string | null;
};

export type WorkforceMonth = {
  readonly month: LocalMonth;
  /** the day the figures stand at: the month's last day, or asOf in the month still running */
  readonly through: LocalDate;
  readonly isPartial: boolean;
  readonly headcount: number;
  readonly volunteers: number;
  readonly wte: number;
  /** paid people in post whose hours are not recorded; they add nothing to WTE and FTE days */
  readonly withoutHours: number;
  readonly joiners: number;
  readonly leavers: number;
  readonly leavers12: number;
  readonly openingHeadcount12: number;
  readonly turnoverAverage12: number | null;
  readonly turnoverOpening12: number | null;
  readonly stabilityIndex12: number | null;
  readonly fteDaysLost: number;
  readonly fteDaysAvailable: number;
  readonly sicknessRate: number | null;
  readonly longTermFteDays: number;
};

export type MonthlyWorkforceInput = {
  readonly people: readonly WorkforcePerson[];
  readonly absences: readonly AbsenceSpell[];
  readonly from: LocalMonth;
  readonly to: LocalMonth;
  /** nothing after this day is counted: open absence runs to it, and later months are left out */
  readonly asOf: LocalDate;
  readonly longTermDays?: number;
};

/** What the engine knows beyond the month's row. */
export type WorkforceMonthParts = WorkforceMonth &
  Pick<GroupMonth, 'resignations12' | 'leaversWithoutReason12' | 'turnoverVoluntary12' | 'shortTermFteDays'>;

/**
 * The monthly row of every workforce figure, for paid staff; volunteers are counted apart and enter no rate.
 * Twelve-month figures end on `through`. Rates are proportions, null when there is nothing to divide by.
 * Definitions: turnover.ts, absence.ts, headcount.ts. An episode is judged long-term by its length as known on
 * `asOf`, so a month already printed can gain long-term days when an absence goes on.
 */
export function monthlyWorkforce(input: MonthlyWorkforceInput): WorkforceMonthParts[] {
  const endOf = (day: LocalDate | null): number => (day === null ? openEnd : dayNumberOf(day));
  const windows = monthWindows(input.from, input.to, input.asOf);
  const knownUntil = dayNumberOf(input.asOf);
  const spellsOf = groupBy(input.absences, ({ person }) => person);
  const people = (wanted: boolean): DayPerson[] =>
    [
      ...groupBy(
        input.people.filter(({ isVolunteer }) => isVolunteer === wanted),
        ({ id }) => id,
      ),
    ].map(([id, rows]) => {
      const posts = rows.map((row) => ({
        start: dayNumberOf(row.start),
        end: endOf(row.end),
        wte: wteOf(row.weeklyHours, row.fullTimeHours),
        reason: row.reason ?? null,
      }));
      const spells = (spellsOf.get(id) ?? []).map(({ start, end }) => ({
        start: dayNumberOf(start),
        end: endOf(end),
      }));
      return { posts, stints: mergeNumberSpans(posts), episodes: wholeEpisodes(posts, spells, knownUntil) };
    });
  const volunteers = headsAt(people(true), windows);
  return groupMonths(people(false), windows, input.longTermDays ?? defaultLongTermDays).map((row, at) => ({
    month: windows[at]!.month,
    through: windows[at]!.through,
    isPartial: windows[at]!.isPartial,
    volunteers: volunteers[at]!,
    ...row,
  }));
}
