/** Funded posts beside WTE in post, by team: vacant WTE, or how far over. */
import { plainWords } from '@shared/import/cells';
import { lastDayOf, type LocalMonth } from '@shared/kernel/local-date';
import type { Establishment } from '@shared/records/establishment/establishment';
import { coversDay } from '@shared/statistics/days';
import { sum } from '@shared/statistics/descriptive';
import { vacancyRate } from '@shared/statistics/vacancy';
import type { Person } from '@shared/records/person/person';
import type { WithId } from './workforce-inputs';
import { wteOfPerson, type HoursBasis } from './wte';

export interface TeamVacancy {
  readonly team: string;
  /** With nobody, the team may just be written differently in People. */
  readonly peopleInPost: number;
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

type InPost = Pick<TeamVacancy, 'peopleInPost' | 'wteInPost'>;

function vacancyOf(team: string, fundedWte: number, { peopleInPost, wteInPost }: InPost): TeamVacancy {
  const vacantWte = fundedWte - wteInPost;
  const rate = vacancyRate(wteInPost, vacantWte).vacancyRate;
  return { team, peopleInPost, fundedWte, wteInPost, vacantWte, rate };
}

/**
 * The newest month with funded posts, not after `upTo`; null when there is none. Paid people count in the team
 * of their record on the month's last day; a team without funded posts is left out, since nothing can be vacant in it.
 * Names of teams are compared as the import compares them: case, marks and spaces do not count.
 */
export function latestVacancies(
  establishment: readonly WithId<Establishment>[],
  people: readonly WithId<Person>[],
  basis: HoursBasis,
  upTo: LocalMonth,
): VacancyMonth | null {
  let month: LocalMonth | null = null;
  for (const { value } of establishment) {
    if (value.month <= upTo && (month === null || value.month > month)) month = value.month;
  }
  if (month === null) return null;
  const day = lastDayOf(month);
  const funded = new Map<string, { readonly team: string; readonly fundedWte: number }>();
  for (const { value } of establishment) {
    if (value.month !== month) continue;
    const key = plainWords(value.team);
    const known = funded.get(key) ?? { team: value.team, fundedWte: 0 };
    funded.set(key, { ...known, fundedWte: known.fundedWte + value.fundedWte });
  }
  const inPost = people.filter(
    ({ value }) =>
      value.engagement !== 'volunteer' && coversDay({ start: value.startDate, end: value.lastDay }, day),
  );
  const teams = [...funded]
    .map(([key, { team, fundedWte }]) => {
      const members = inPost.filter(({ value }) => plainWords(value.team) === key);
      const wteInPost = sum(members.map(({ value }) => wteOfPerson(value, basis) ?? 0));
      return vacancyOf(team, fundedWte, { peopleInPost: members.length, wteInPost });
    })
    .sort((left, right) => left.team.localeCompare(right.team, 'en-GB'));
  return {
    month,
    teams,
    total: vacancyOf('All teams', sum(teams.map((team) => team.fundedWte)), {
      peopleInPost: sum(teams.map((team) => team.peopleInPost)),
      wteInPost: sum(teams.map((team) => team.wteInPost)),
    }),
  };
}
