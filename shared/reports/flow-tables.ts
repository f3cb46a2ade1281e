/** What happened over the twelve months: people who left, days lost to sickness. */
import { suppressCount } from '@shared/disclosure/partition';
import { suppressProportion, suppressSum } from '@shared/disclosure/statistic';
import type { SummaryTable } from '@shared/disclosure/summary-model';
import type { HiddenReason } from '@shared/disclosure/thresholds';
import { monthOf, type LocalDate } from '@shared/kernel/local-date';
import { sicknessRateByFteDays } from '@shared/statistics/absence';
import { fullTimeHoursFor, wteOfPerson } from '@shared/workforce/wte';
import { turnover } from '@shared/statistics/turnover';
import { firstAbsenceMonth } from '@shared/workforce/workforce-inputs';
import type { BoardSummaryInput, SummaryPeople } from './board-summary';
import { cell, minimum, percent, showsParts } from './cells';

/**
 * Leavers and turnover of paid people. Two linked figures are guarded: opening + joiners - leavers = closing, so
 * a small number of joiners hides both; and where volunteers are in the total while its parts are hidden, the
 * closing number of paid people that turnover gives away would tell the volunteers.
 */
export function leavingTable(
  input: BoardSummaryInput,
  periodStart: LocalDate,
  people: SummaryPeople,
  inPost: SummaryTable,
): SummaryTable {
  const basis = { fullTimeWeeks: input.service.fullTimeWeeks, asOf: input.periodEnd };
  const staff = input.people
    .filter(({ value }) => value.engagement !== 'volunteer')
    .map(({ id, value }) => ({
      id,
      start: value.startDate,
      end: value.lastDay,
      weeklyHours: value.weeklyHours,
      fullTimeHours: fullTimeHoursFor(value, basis),
      reason: value.leavingReason,
    }));
  const flow = turnover(staff, periodStart, input.periodEnd);
  const average = (flow.openingHeadcount + flow.closingHeadcount) / 2;
  const isLinked =
    suppressCount(flow.joiners, minimum) !== null || (people.countsVolunteers && !showsParts(inPost));
  const reason = (): HiddenReason | null => {
    // A staff list that never held a leaver may simply leave them out: no figure, rather than "nobody left".
    if (average === 0 || !staff.some(({ end }) => end !== null)) return 'not-enough-data';
    const own =
      suppressCount(flow.leavers, minimum) ??
      suppressProportion({ numerator: flow.leavers, denominator: average });
    return own ?? (isLinked ? 'protects-another' : null);
  };
  const hidden = reason();
  return {
    id: 'leaving',
    title: 'People who left',
    note: 'Leavers over the average of opening and closing headcount, twelve months. Paid, sessional and agency people; volunteers are left out.',
    columns: ['', 'Figure'],
    rows: [
      { key: 'leavers', label: 'Leavers', cells: [cell(hidden, String(flow.leavers))] },
      { key: 'turnover', label: 'Turnover', cells: [cell(hidden, percent(flow.turnoverAverage))] },
    ],
  };
}

export function sicknessTable(input: BoardSummaryInput, periodStart: LocalDate): SummaryTable {
  const basis = { fullTimeWeeks: input.service.fullTimeWeeks, asOf: input.periodEnd };
  const posts = input.people.flatMap(({ id, value }) => {
    const wte = value.engagement === 'volunteer' ? null : wteOfPerson(value, basis);
    return wte === null ? [] : [{ id, wte, start: value.startDate, end: value.lastDay }];
  });
  const spells = input.absences.map(({ value }) => ({
    person: value.personId,
    start: value.firstDay,
    end: value.lastDay,
  }));
  const sickness = sicknessRateByFteDays({ posts, spells, from: periodStart, to: input.periodEnd });
  const wteById = new Map<string, number>(posts.map(({ id, wte }) => [id, wte]));
  const lostById = new Map<string, number>();
  for (const { person, daysInWindow } of sickness.episodes) {
    lostById.set(person, (lostById.get(person) ?? 0) + daysInWindow * (wteById.get(person) ?? 0));
  }
  const people = posts.filter(
    (post) => post.start <= input.periodEnd && (post.end === null || post.end >= periodStart),
  ).length;
  // Absence begins to be known with its first record: before it there is no figure, which is not "no sickness".
  const knownFrom = firstAbsenceMonth(input.absences);
  const isKnown = knownFrom !== null && knownFrom <= monthOf(periodStart) && sickness.rate !== null;
  const reason = isKnown ? suppressSum({ people, contributions: [...lostById.values()] }) : 'not-enough-data';
  return {
    id: 'sickness',
    title: 'Away from work through sickness',
    note: 'Whole-time-equivalent days lost over days available, calendar days, twelve months. Volunteers are left out.',
    columns: ['', 'Figure'],
    rows: [{ key: 'rate', label: 'Sickness rate', cells: [cell(reason, percent(sickness.rate))] }],
  };
}
