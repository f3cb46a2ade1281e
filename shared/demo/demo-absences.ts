/** Sickness absence of the made-up service: short episodes all along, and a winter in which many were away for weeks. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, firstDayOf, type LocalDate, type LocalMonth, toLocalDate } from '@shared/kernel/local-date';
import type { Absence } from '@shared/records/absence/absence';
import { demoAsOf, type DemoPerson } from './demo-context';
import { demoMonths } from './demo-months';
import { isInPost } from './demo-people';
import { createSeeded, type Seeded } from './seeded';

const flu = 'Cold, cough, flu';
const stress = 'Anxiety, stress, depression';
const back = 'Back problems';
const other = 'Other';
const shortReasons = [flu, flu, 'Gastrointestinal', 'Headache, migraine', back, other] as const;

/** Weeks away, each on its own. In the winter of 2024-25 so many at once that the others carried their work. */
const longEpisodes: readonly (readonly [name: string, firstDay: string, lastDay: string, reason: string])[] =
  [
    ['Graeme Ness', '2023-10-09', '2023-10-27', back],
    ['Priya Menon', '2024-02-05', '2024-02-16', flu],
    ['Eilidh Purves', '2024-10-07', '2024-11-08', stress],
    ['Mhairi Laidlaw', '2024-11-11', '2024-12-13', back],
    ['Rowan Sutherland', '2024-12-02', '2024-12-13', flu],
    ['Ewan Petrie', '2024-12-02', '2025-01-03', other],
    ['Freya Heddle', '2024-12-16', '2024-12-27', flu],
    ['Malcolm Tait', '2025-01-06', '2025-01-31', back],
    ['Torquil Baird', '2025-01-20', '2025-02-14', stress],
    ['Ross Whyte', '2025-02-03', '2025-02-28', stress],
    ['Ashna Rao', '2025-03-03', '2025-03-21', other],
    ['Malcolm Tait', '2025-09-15', '2025-09-26', back],
    ['Ashna Rao', '2025-12-08', '2025-12-19', flu],
  ];

const isWinter = (month: LocalMonth): boolean => ['11', '12', '01', '02'].includes(month.slice(5));

export function demoAbsences(people: readonly DemoPerson[]): readonly Absence[] {
  const seeded = createSeeded(4043);
  return people
    .filter(({ person }) => person.engagement !== 'volunteer')
    .flatMap((demo) => {
      const long = longEpisodes
        .filter(([name]) => name === demo.person.name)
        .map(([, firstDay, lastDay, reason]) =>
          episode(demo.id, toLocalDate(firstDay), toLocalDate(lastDay), reason),
        );
      const taken = [...long];
      const short = demoMonths.flatMap((month) => {
        const found = shortEpisode(demo, month, seeded);
        if (found === null || taken.some((each) => isClose(each, found))) return [];
        taken.push(found);
        return [found];
      });
      return [...long, ...short].sort((left, right) => (left.firstDay < right.firstDay ? -1 : 1));
    });
}

function episode(
  personId: RecordId,
  firstDay: LocalDate,
  lastDay: LocalDate | null,
  reason: string,
): Absence {
  return { personId, firstDay, lastDay, reason };
}

/** Draws the same number of times whatever comes of it, so that one change does not move everybody else's. */
function shortEpisode({ id, person }: DemoPerson, month: LocalMonth, seeded: Seeded): Absence | null {
  const firstDay = addDays(firstDayOf(month), seeded.whole(0, 27));
  const days = seeded.pick([1, 1, 2, 3, 3, 5, 7, 9]);
  const reason = seeded.pick(shortReasons);
  const isTaken = seeded.chance(isWinter(month) ? 0.28 : 0.21);
  const lastDay = addDays(firstDay, days - 1);
  const isOnLeave = person.leaves.some(
    (leave) => firstDay <= (leave.lastDay ?? demoAsOf) && lastDay >= leave.firstDay,
  );
  if (!isTaken || isOnLeave || !isInPost(person, firstDay) || !isInPost(person, lastDay)) return null;
  return lastDay >= demoAsOf ? null : episode(id, firstDay, lastDay, reason);
}

/** Overlaps, or so close that it would have been one episode. */
function isClose(one: Absence, another: Absence): boolean {
  return (
    one.firstDay <= addDays(another.lastDay ?? demoAsOf, 3) &&
    another.firstDay <= addDays(one.lastDay ?? demoAsOf, 3)
  );
}

/** Whether somebody was away sick on a day: what cannot have been done by them then. */
export function isAway(absences: readonly Absence[], personId: RecordId, day: LocalDate): boolean {
  return absences.some(
    (each) =>
      each.personId === personId && each.firstDay <= day && (each.lastDay === null || each.lastDay >= day),
  );
}
