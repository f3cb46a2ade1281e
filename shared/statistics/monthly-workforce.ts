import {
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  type LocalDate,
  type LocalMonth,
} from '../kernel/local-date';
import { absenceByPerson, defaultLongTermDays, sicknessOfPeople, type AbsenceSpell } from './absence';
import { coversDay, earlier, type OpenDaySpan } from './days';
import { sum } from './descriptive';
import { headcountOfPosts, wteOf } from './headcount';
import { rollingYearStart, turnover, type StaffRow } from './turnover';

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

/**
 * The monthly row of every workforce figure, for paid staff; volunteers are counted apart and enter no rate.
 * Twelve-month figures end on `through`. Rates are proportions, null when there is nothing to divide by.
 * Definitions: turnover.ts, absence.ts, headcount.ts. An episode is judged long-term by its length as known on
 * `asOf`, so a month already printed can gain long-term days when an absence goes on.
 */
export function monthlyWorkforce(input: MonthlyWorkforceInput): WorkforceMonth[] {
  const { asOf } = input;
  const paid = input.people.filter((person) => !person.isVolunteer);
  const volunteers = input.people.filter((person) => person.isVolunteer);
  const staff: StaffRow[] = paid.map((person) => ({ ...person, reason: person.reason ?? null }));
  const posts = paid.map(({ id, start, end, weeklyHours, fullTimeHours }) => ({
    id,
    start,
    end,
    wte: wteOf(weeklyHours, fullTimeHours) ?? 0,
  }));
  const spells = input.absences
    .filter((spell) => spell.start <= asOf)
    .map((spell) => ({ ...spell, end: spell.end === null ? null : earlier(spell.end, asOf) }));
  const sickness = absenceByPerson(posts, spells, asOf);

  const lastMonth = input.to < monthOf(asOf) ? input.to : monthOf(asOf);
  return monthsBetween(input.from, lastMonth).map((month) => {
    const from = firstDayOf(month);
    const monthEnd = lastDayOf(month);
    const through = earlier(monthEnd, asOf);
    const inPost = paid.filter((person) => coversDay(person, through));
    const heads = headcountOfPosts(inPost.map((person) => ({ ...person, person: person.id })));
    const flows = turnover(staff, from, through);
    const year = turnover(staff, rollingYearStart(through), through);
    const absence = sicknessOfPeople(sickness, from, through, input.longTermDays ?? defaultLongTermDays);
    return {
      month,
      through,
      isPartial: through < monthEnd,
      headcount: heads.headcount,
      volunteers: new Set(volunteers.filter((person) => coversDay(person, through)).map(({ id }) => id)).size,
      wte: sum(inPost.map((person) => wteOf(person.weeklyHours, person.fullTimeHours) ?? 0)),
      withoutHours: inPost.filter((person) => wteOf(person.weeklyHours, person.fullTimeHours) === null)
        .length,
      joiners: flows.joiners,
      leavers: flows.leavers,
      leavers12: year.leavers,
      openingHeadcount12: year.openingHeadcount,
      turnoverAverage12: year.turnoverAverage,
      turnoverOpening12: year.turnoverOpening,
      stabilityIndex12: year.stabilityIndex,
      fteDaysLost: absence.fteDaysLost,
      fteDaysAvailable: absence.fteDaysAvailable,
      sicknessRate: absence.rate,
      longTermFteDays: absence.longTermFteDays,
    };
  });
}
