/** Funded posts beside WTE in post, by team: vacant WTE, or how far over. */
import { lastDayOf, type LocalMonth } from '@shared/kernel/local-date';
import type { Establishment } from '@shared/records/establishment/establishment';
import { coversDay } from '@shared/statistics/days';
import { sum } from '@shared/statistics/descriptive';
import { wteOf } from '@shared/statistics/headcount';
import { vacancyRate } from '@shared/statistics/vacancy';
import type { Person } from '@shared/records/person/person';
import type { WithId } from './workforce-inputs';

export interface TeamVacancy {
  readonly team: string;
  readonly fundedWte: number;
  readonly wteInPost: number;
  /** Negative when the team is over its funded posts. */
  readonly vacantWte: number;
  /** Proportion of the funded posts; null without any. */
  readonly rate: number | null;
}

export interface VacancyMonth {
  readonly month: LocalMonth;
  readonly teams: readonly TeamVacancy[];
  readonly total: TeamVacancy;
}

function vacancyOf(team: string, fundedWte: number, wteInPost: number): TeamVacancy {
  const vacantWte = fundedWte - wteInPost;
  return { team, fundedWte, wteInPost, vacantWte, rate: vacancyRate(wteInPost, vacantWte).vacancyRate };
}

/**
 * The newest month with funded posts, not after `upTo`; null when there is none. Paid people count in the team
 * of their record on the month's last day; a team without funded posts is left out, since nothing can be vacant in it.
 */
export function latestVacancies(
  establishment: readonly WithId<Establishment>[],
  people: readonly WithId<Person>[],
  fullTimeWeeklyHours: number,
  upTo: LocalMonth,
): VacancyMonth | null {
  let month: LocalMonth | null = null;
  for (const { value } of establishment) {
    if (value.month <= upTo && (month === null || value.month > month)) month = value.month;
  }
  if (month === null) return null;
  const day = lastDayOf(month);
  const funded = new Map<string, number>();
  for (const { value } of establishment) {
    if (value.month === month) funded.set(value.team, (funded.get(value.team) ?? 0) + value.fundedWte);
  }
  const inPost = people.filter(
    ({ value }) =>
      value.engagement !== 'volunteer' && coversDay({ start: value.startDate, end: value.lastDay }, day),
  );
  const teams = [...funded]
    .sort(([left], [right]) => left.localeCompare(right, 'en-GB'))
    .map(([team, fundedWte]) =>
      vacancyOf(
        team,
        fundedWte,
        sum(
          inPost
            .filter(({ value }) => value.team === team)
            .map(({ value }) => wteOf(value.weeklyHours, fullTimeWeeklyHours) ?? 0),
        ),
      ),
    );
  return {
    month,
    teams,
    total: vacancyOf(
      'All teams',
      sum(teams.map((team) => team.fundedWte)),
      sum(teams.map((team) => team.wteInPost)),
    ),
  };
}
