import { firstDayOf, lastDayOf, monthOf, monthsBetween } from '@shared/kernel/local-date';
import { absenceByPerson, defaultLongTermDays, sicknessOfPeople } from '@shared/statistics/absence';
import { coversDay, earlier } from '@shared/statistics/days';
import { sum } from '@shared/statistics/descriptive';
import { headcountOfPosts, wteOf } from '@shared/statistics/headcount';
import type { MonthlyWorkforceInput, WorkforceMonthParts } from '@shared/statistics/monthly-workforce';
import { rollingYearStart, turnover, type StaffRow } from '@shared/statistics/turnover';

/** The months by the definitions of turnover.ts and absence.ts, window by window: slow, and what the fast one has to equal. */
export function slowMonthlyWorkforce(
  input: MonthlyWorkforceInput,
): Omit<WorkforceMonthParts, 'leaversWithoutReason12' | 'resignations12'>[] {
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
      shortTermFteDays: absence.shortTermFteDays,
      turnoverVoluntary12: year.voluntaryTurnoverAverage,
    };
  });
}
