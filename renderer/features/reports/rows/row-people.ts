/** Who has a row: everybody in post on any day of the period, once, with what the columns are made of. Pure. */
import { addDays, addMonths, type LocalDate } from '@shared/kernel/local-date';
import { teamOn } from '@shared/people/teams';
import type { Service } from '@shared/records/service/service';
import { sicknessRateByFteDays } from '@shared/statistics/absence';
import { earlier, type OpenDaySpan } from '@shared/statistics/days';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { wteOfPerson } from '@shared/workforce/wte';

export interface RowRecords {
  readonly service: Service;
  readonly people: readonly StoredRecord<'person'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
}

export interface RowPeriod {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

export interface RowPerson {
  readonly record: StoredRecord<'person'>;
  /** The time in post that reaches into the period; of two the later one. */
  readonly spell: OpenDaySpan;
  /** The last day of the period, or their own last day if that came first. */
  readonly asOf: LocalDate;
  readonly hasLeft: boolean;
}

export function peopleOfPeriod(
  people: readonly StoredRecord<'person'>[],
  period: RowPeriod,
): readonly RowPerson[] {
  return people.flatMap((record) => {
    const spell = spellsOf(record).findLast(
      ({ start, end }) => start <= period.end && (end === null || end >= period.start),
    );
    if (spell === undefined) return [];
    const asOf = earlier(spell.end ?? period.end, period.end);
    // Whose last day is the last of the period was in post on it, as in every other report.
    return [{ record, spell, asOf, hasLeft: asOf < period.end }];
  });
}

/** Oldest first. */
function spellsOf({ value }: StoredRecord<'person'>): readonly OpenDaySpan[] {
  return [
    ...value.earlierSpells.map(({ startDate, lastDay }) => ({ start: startDate, end: lastDay })),
    { start: value.startDate, end: value.lastDay },
  ];
}

export function teamOfRow({ record, asOf }: RowPerson): string {
  return teamOn(record.value, asOf).trim();
}

/** Share of a full-time week; null when no hours are recorded. */
export function hoursOfRow({ record }: RowPerson, records: RowRecords, period: RowPeriod): number | null {
  return wteOfPerson(record.value, { fullTimeWeeks: records.service.fullTimeWeeks, asOf: period.end });
}

/** Whole years in post, up to `most`. */
export function yearsOfRow({ spell, asOf }: RowPerson, most: number): number {
  let years = 0;
  while (years < most && addMonths(spell.start, 12 * (years + 1)) <= addDays(asOf, 1)) years += 1;
  return years;
}

export interface RowSickness {
  readonly daysLost: number;
  readonly hadLong: boolean;
}

/** Calendar days of the period; long is 29 days or more in one go, whatever part of it falls into the period. */
export function sicknessOfRows(
  people: readonly RowPerson[],
  records: RowRecords,
  period: RowPeriod,
): ReadonlyMap<string, RowSickness> {
  const { episodes } = sicknessRateByFteDays({
    posts: people.flatMap(({ record }) =>
      spellsOf(record).map(({ start, end }) => ({ id: record.id, wte: 1, start, end })),
    ),
    spells: records.absences.map(({ value }) => ({
      person: value.personId,
      start: value.firstDay,
      end: value.lastDay,
    })),
    from: period.start,
    to: period.end,
  });
  const byPerson = new Map<string, RowSickness>();
  for (const { person, daysInWindow, longTerm } of episodes) {
    const before = byPerson.get(person);
    byPerson.set(person, {
      daysLost: (before?.daysLost ?? 0) + daysInWindow,
      hadLong: longTerm || before?.hadLong === true,
    });
  }
  return byPerson;
}

/** Ids of those whose supervision was on time on their day. One reading a day, not a person. */
export function onTimeOfRows(people: readonly RowPerson[], records: RowRecords): ReadonlySet<string> {
  const onTime = new Set<string>();
  for (const day of new Set(people.map(({ asOf }) => asOf))) {
    const coverage = supervisionCoverageAsOf({
      people: people.filter(({ asOf }) => asOf === day).map(({ record }) => record),
      sessions: records.sessions,
      groupSessions: records.groupSessions,
      absences: records.absences,
      intervalDays: records.service.supervisionIntervalDays,
      asOf: day,
    });
    for (const { id, state } of coverage.people)
      if (state === 'on-time' || state === 'due-today') onTime.add(id);
  }
  return onTime;
}
