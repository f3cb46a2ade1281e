/**
 * The people of a group one by one, each with what they add to the group's figure. It is the figures' own arithmetic,
 * run for one person at a time, so that the parts cannot tell another story than the whole.
 */
import { plainWords } from '@shared/import/cells';
import { dayNumber, type LocalMonth } from '@shared/kernel/local-date';
import type { Absence } from '@shared/records/absence/absence';
import type { Person } from '@shared/records/person/person';
import { defaultLongTermDays } from '@shared/statistics/absence';
import { groupBy } from '@shared/statistics/days';
import {
  groupMonths,
  monthWindows,
  type DayPerson,
  type GroupMonth,
  type MonthWindow,
} from '@shared/statistics/workforce-engine';
import { figureGroups } from '../figure-groups';
import { packAbsences, packPeople, type PackedPeople, type PackedPerson } from '../figure-pack';
import type { FigureRecords } from '../figures';
import type { WithId } from '../workforce-inputs';

export interface GroupPerson {
  readonly id: string;
  readonly value: Person;
  readonly absences: readonly WithId<Absence>[];
  readonly day: DayPerson;
  /** What they alone add to the group's month. */
  readonly month: GroupMonth;
  /** The same when only these of their absences had been. */
  monthWith(absences: readonly WithId<Absence>[]): GroupMonth;
}

export interface SourceGroup {
  readonly window: MonthWindow;
  /** Paid people with any time in the group, in the order of the list. */
  readonly people: readonly GroupPerson[];
}

function dayPersonOf(
  records: FigureRecords,
  {
    person,
    id,
    teams,
  }: { readonly person: PackedPerson; readonly id: string; readonly teams: PackedPeople['teams'] },
  absences: readonly WithId<Absence>[],
  team: string | null,
): DayPerson | undefined {
  const groups = figureGroups(
    {
      settings: {
        fullTimeWeeks: records.fullTimeWeeks,
        asOf: records.asOf,
        supervisionIntervalDays: records.supervisionIntervalDays,
      },
      people: { people: [person], teams },
      absences: packAbsences(absences, new Map([[id, 0]])),
      sessions: { held: new Int32Array(), knownFrom: null },
      counts: new Int32Array(),
      establishment: [],
      monthFigures: [],
      practiceTimes: [],
    },
    dayNumber(records.asOf),
  );
  const key = team === null ? null : plainWords(team);
  return groups.find((group) => group.key === key)?.paid[0];
}

function monthOfDay(day: DayPerson, window: MonthWindow): GroupMonth | undefined {
  return groupMonths([day], [window], defaultLongTermDays)[0];
}

/** Null for a month that has not begun on `asOf`. */
export function sourceGroup(
  records: FigureRecords,
  team: string | null,
  month: LocalMonth,
  /** Without them nobody is ever away: quicker, where that says nothing. */
  hasAbsences = true,
): SourceGroup | null {
  const window = monthWindows(month, month, records.asOf)[0];
  if (window === undefined) return null;
  const packed = packPeople(records.people);
  const absencesBy = groupBy(hasAbsences ? records.absences : [], ({ value }) => value.personId);
  const people = records.people.flatMap(({ id, value }, at): GroupPerson[] => {
    const person = packed.people[at];
    const absences = absencesBy.get(id) ?? [];
    const dayWith = (some: readonly WithId<Absence>[]): DayPerson | undefined =>
      person === undefined
        ? undefined
        : dayPersonOf(records, { person, id, teams: packed.teams }, some, team);
    const day = dayWith(absences);
    const month = day === undefined ? undefined : monthOfDay(day, window);
    if (day === undefined || month === undefined) return [];
    return [
      {
        id,
        value,
        absences,
        day,
        month,
        monthWith: (some) => monthOfDay(dayWith(some) ?? day, window) ?? month,
      },
    ];
  });
  return { window, people };
}
