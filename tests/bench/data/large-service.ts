/** A large service over ten years, made up from a seed: what the figures of Workforce are measured on. */
import { addDays, daysBetween, monthsBetween, toLocalDate, type LocalMonth } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { personDefaults, type Person } from '@shared/records/person/person';
import { usualFullTimeWeeks } from '@shared/records/service/full-time-week';
import type { FigureRecords } from '@shared/workforce/figures';

export interface LargeServiceSize {
  readonly seed: number;
  /** In post on any day; whoever leaves is followed by somebody else the day after. */
  readonly posts: number;
  readonly absences: number;
  readonly teams: number;
}

/** What issue 7 asks for. */
export const largeServiceSize = { posts: 500, absences: 40_000, teams: 12 } as const;
export const largeServiceFrom = '2016-11' as LocalMonth;
export const largeServiceTo = '2026-11' as LocalMonth;

const firstDay = toLocalDate('2014-01-01');
const asOf = toLocalDate('2026-11-30');
const allDays = daysBetween(firstDay, asOf);

/** Mulberry32: the same numbers for the same seed, on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const idOf = (index: number): RecordId => index.toString(16).padStart(32, '0') as RecordId;
const hours = [37.5, 37.5, 37.5, 30, 22.5, 18.75];

function staffOf(
  below: (limit: number) => number,
  size: LargeServiceSize,
): { id: RecordId; value: Person }[] {
  const staff: { id: RecordId; value: Person }[] = [];
  for (let post = 0; post < size.posts; post += 1) {
    const team = `Team ${(post % size.teams) + 1}`;
    for (let from = 0; from <= allDays;) {
      // About one in eight leaves in a year.
      const length = 200 + below(5600);
      const ends = from + length < allDays;
      const movedAt = from + Math.floor(length / 2);
      staff.push({
        id: idOf(staff.length + 1),
        value: {
          name: `Somebody ${staff.length + 1}`,
          payrollNumber: '',
          role: 'Worker',
          team,
          site: '',
          engagement: 'staff',
          contract: 'permanent',
          weeklyHours: hours[below(hours.length)]!,
          startDate: addDays(firstDay, from),
          lastDay: ends ? addDays(firstDay, from + length) : null,
          leavingReason: ends ? (below(3) === 0 ? 'retirement' : 'resignation') : '',
          frontFacing: true,
          exposure: 'direct',
          supervisionIntervalDays: null,
          ...personDefaults,
          earlierTeams:
            below(20) === 0
              ? [{ team: `Team ${below(size.teams) + 1}`, lastDay: addDays(firstDay, movedAt) }]
              : [],
        },
      });
      from += length + 1;
    }
  }
  return staff;
}

export function largeService(size: LargeServiceSize): FigureRecords {
  const below = numbers(size.seed);
  const people = staffOf(below, size);
  const somebody = (): (typeof people)[number] => people[below(people.length)]!;
  const dayOf = ({ value }: (typeof people)[number]) => {
    const end = value.lastDay ?? asOf;
    return addDays(value.startDate, below(daysBetween(value.startDate, end) + 1));
  };
  const months = monthsBetween(largeServiceFrom, largeServiceTo);
  return {
    people,
    absences: Array.from({ length: size.absences }, (_, index) => {
      const person = somebody();
      const away = dayOf(person);
      // Most are days, one in twelve is months.
      const length = below(12) === 0 ? 20 + below(150) : below(7);
      const lastDay = addDays(away, length);
      return {
        id: idOf(100_000 + index),
        value: { personId: person.id, firstDay: away, lastDay: lastDay > asOf ? null : lastDay, reason: '' },
      };
    }),
    sessions: Array.from({ length: size.posts * 50 }, (_, index) => {
      const person = somebody();
      return {
        id: idOf(200_000 + index),
        value: {
          personIds: [person.id],
          date: dayOf(person),
          status: below(8) === 0 ? 'cancelled-by-service' : 'held',
        },
      };
    }),
    caseloadCounts: people.slice(0, size.posts).flatMap(({ id: personId }, index) =>
      months.map((month, at) => ({
        id: idOf(400_000 + index * months.length + at),
        value: { personId, month, openCases: 10 + below(20) },
      })),
    ),
    establishment: months.flatMap((month, at) =>
      Array.from({ length: size.teams }, (_, team) => ({
        id: idOf(900_000 + at * size.teams + team),
        value: { month, team: `Team ${team + 1}`, fundedWte: size.posts / size.teams },
      })),
    ),
    groupSessions: [],
    monthFigures: [],
    practiceTimes: [],
    fullTimeWeeks: usualFullTimeWeeks,
    supervisionIntervalDays: 56,
    asOf,
  };
}
