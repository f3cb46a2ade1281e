/**
 * Supervision of the made-up service: patchy at first, thin in the hard year, and in protected time since autumn 2025.
 * Today some are on time, some due, two overdue, and one person has had none.
 */
import { isBankHoliday } from '@shared/kernel/bank-holidays';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, isoWeekday, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import type { Absence } from '@shared/records/absence/absence';
import type { SupervisionAssignment } from '@shared/records/supervision-assignment/supervision-assignment';
import {
  sessionDefaults,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { isAway } from './demo-absences';
import { demoAsOf, type DemoPerson } from './demo-context';
import { isInPost } from './demo-people';
import { agreedOn, noteOf, themesOf, withDetails, withOneDropped } from './demo-session-words';
import { createSeeded, type Seeded } from './seeded';

const firstDay = toLocalDate('2023-04-03');

/** Days from the last session to the as-of day; null = no session yet. Whoever left had one shortly before. */
const daysSinceLast: Readonly<Record<string, number | null>> = {
  'Isla Drummond': 33,
  'Torquil Baird': 20,
  'Mhairi Laidlaw': 41,
  'Ewan Petrie': 12,
  'Ashna Rao': 56,
  'Lena Wojcik': 27,
  'Freya Heddle': 62,
  'Marta Nowak': 48,
  'Rowan Sutherland': 56,
  'Malcolm Tait': 71,
  'Fraser Linklater': 36,
  'Callan Dow': 34,
  'Hugh Scollay': 118,
  'Jean Pirie': null,
};

/** How it went in a stretch of the three years. Days late: from and to, beyond the interval. */
interface Stretch {
  readonly until: string;
  readonly late: readonly [number, number];
  readonly cancelled: number;
  readonly byService: number;
  /** Of the sessions, how many were clinical where somebody has a clinical supervisor. */
  readonly clinical: number;
}
const stretches: readonly Stretch[] = [
  { until: '2024-06-01', late: [5, 70], cancelled: 0.22, byService: 0.5, clinical: 0.25 },
  { until: '2025-05-01', late: [25, 80], cancelled: 0.3, byService: 0.85, clinical: 0.15 },
  { until: '2025-11-15', late: [5, 50], cancelled: 0.2, byService: 0.5, clinical: 0.3 },
  { until: '9999-12-31', late: [-9, 0], cancelled: 0.06, byService: 0.4, clinical: 0.6 },
];
function stretchOf(date: LocalDate): Stretch {
  const found = stretches.find(({ until }) => date < until);
  return found ?? (stretches.at(-1) as Stretch);
}

export function demoSupervision(
  people: readonly DemoPerson[],
  absences: readonly Absence[],
  assignments: readonly SupervisionAssignment[],
): readonly SupervisionSession[] {
  const seeded = createSeeded(6311);
  // A stream of its own, so that dates and states stay as they are when details are added.
  const details = createSeeded(4127);
  let stillToDrop = droppedActions;
  const single = people.flatMap((demo) => {
    const dated = sessionsOf(demo, { absences, assignments, seeded });
    const sessions = withDetails(dated, demo.person.frontFacing, details);
    const changed = stillToDrop === 0 ? sessions : withOneDropped(sessions);
    if (changed !== sessions) stillToDrop -= 1;
    return changed;
  });
  return [...single, ...cancelledLately(people), ...reflectiveGroups(people, absences, seeded)];
}

/** So many people agreed on something that turned out not to be needed. */
const droppedActions = 3;

/** Why two wait so long: last week the service could not keep what was booked on the isles. */
function cancelledLately(people: readonly DemoPerson[]): readonly SupervisionSession[] {
  return people.flatMap(({ id, person }): SupervisionSession[] => {
    const since = daysSinceLast[person.name] ?? null;
    const isOverdue = since !== null && since > (person.supervisionIntervalDays ?? 56);
    return isOverdue && person.site === 'North isles'
      ? [
          {
            ...sessionDefaults,
            kind: person.engagement === 'volunteer' ? 'line-management' : 'clinical',
            personIds: [id],
            date: addDays(demoAsOf, -6),
            status: 'cancelled-by-service',
            minutes: null,
            plannedMinutes: 60,
            cancelledBecause: 'room-or-travel',
            themes: [],
            wellbeingAsked: null,
            note: '',
            actions: [],
            nextDate: null,
            facilitator: '',
          },
        ]
      : [];
  });
}

interface Around {
  readonly absences: readonly Absence[];
  readonly assignments: readonly SupervisionAssignment[];
  readonly seeded: Seeded;
}

/** From the last session backwards, so that each person stands exactly where the table above puts them. */
function sessionsOf({ id, person }: DemoPerson, around: Around): readonly SupervisionSession[] {
  const { absences, seeded } = around;
  const since = person.lastDay === null ? (daysSinceLast[person.name] ?? null) : 10;
  if (since === null) return [];
  const interval = person.supervisionIntervalDays ?? 56;
  const sessions: SupervisionSession[] = [];
  const isThere = (date: LocalDate): boolean => date >= firstDay && date >= addDays(person.startDate, 14);
  const wasAtWork = (date: LocalDate): LocalDate => {
    let day = weekday(date);
    while (isAway(absences, id, day) || isOnLeave(person, day) || isBankHoliday(day, 'scotland'))
      day = weekday(addDays(day, -7));
    return day;
  };
  const add = (date: LocalDate, isHeld: boolean, isLast: boolean): void => {
    const { byService } = stretchOf(date);
    const kind = kindOn(id, date, around);
    const { facilitatorId } = supervisorOn(id, kind, date, around.assignments);
    const status = isHeld
      ? 'held'
      : seeded.chance(byService)
        ? 'cancelled-by-service'
        : 'cancelled-by-person';
    sessions.push({
      ...sessionDefaults,
      kind,
      personIds: [id],
      date,
      status,
      minutes: isHeld ? seeded.pick([45, 60, 60, 60, 75, 90]) : null,
      themes: isHeld ? themesOf(seeded) : [],
      wellbeingAsked: isHeld ? seeded.chance(0.85) : null,
      note: isHeld && (isLast ? seeded.chance(0.7) : seeded.chance(0.2)) ? noteOf(seeded) : '',
      actions: isHeld && seeded.chance(isLast ? 0.8 : 0.3) ? agreedOn(date, person.name, seeded) : [],
      nextDate:
        isLast && isHeld && person.lastDay === null && since <= interval ? upcoming(date, interval) : null,
      facilitator: '',
      facilitatorId,
    });
  };
  let date =
    person.lastDay === null
      ? addDays(demoAsOf, -since)
      : wasAtWork(addDays(person.lastDay, -seeded.whole(10, 60)));
  for (let isLast = true; isThere(date); isLast = false) {
    add(date, true, isLast);
    const { late, cancelled } = stretchOf(date);
    const isCancelled = seeded.chance(cancelled);
    // What fell through was held some days later; in the hard year it took weeks.
    const before = wasAtWork(addDays(date, -seeded.whole(7, 12) - Math.max(0, late[0])));
    if (isCancelled && isThere(before)) add(before, false, false);
    date = wasAtWork(addDays(date, -(interval + seeded.whole(...late))));
  }
  return sessions.sort((left, right) => (left.date < right.date ? 1 : -1));
}

function isOnLeave({ leaves }: DemoPerson['person'], day: LocalDate): boolean {
  return leaves.some(({ firstDay: from, lastDay }) => from <= day && (lastDay === null || lastDay >= day));
}

function kindOn(personId: RecordId, date: LocalDate, around: Around): SupervisionSession['kind'] {
  const { assignments, seeded } = around;
  const isDrawn = seeded.chance(stretchOf(date).clinical);
  const isProfessional = seeded.chance(0.3);
  const has = (kind: 'clinical' | 'professional'): boolean =>
    supervisorOn(personId, kind, date, assignments).facilitatorId !== null;
  if (isProfessional && has('professional')) return 'professional';
  return isDrawn && has('clinical') ? 'clinical' : 'line-management';
}

function supervisorOn(
  personId: RecordId,
  kind: SupervisionSession['kind'],
  date: LocalDate,
  assignments: readonly SupervisionAssignment[],
): Pick<SupervisionAssignment, 'facilitatorId'> {
  const found = assignments.find(
    (each) =>
      each.personId === personId &&
      each.kind === kind &&
      each.from <= date &&
      (each.until === null || each.until >= date),
  );
  return found ?? { facilitatorId: null };
}

/** From before groups had members and sittings of their own: they were given up as posts fell empty in 2024. */
function reflectiveGroups(
  people: readonly DemoPerson[],
  absences: readonly Absence[],
  seeded: Seeded,
): readonly SupervisionSession[] {
  const dates: LocalDate[] = [];
  for (let date = toLocalDate('2023-11-15'); date < '2024-09-01'; date = addDays(date, 28)) dates.push(date);
  return dates.map((date): SupervisionSession => {
    const there = people.filter(
      ({ id, person }) =>
        person.engagement !== 'volunteer' &&
        person.site === 'Harbour' &&
        isInPost(person, date) &&
        !isAway(absences, id, date),
    );
    const came = there.filter(() => seeded.chance(0.5));
    return {
      ...sessionDefaults,
      kind: 'reflective-group',
      personIds: (came.length > 0 ? came : there).map(({ id }) => id),
      date,
      status: 'held',
      minutes: seeded.pick([75, 90]),
      themes: ['impact-of-the-work', seeded.pick(['values', 'team'])],
      wellbeingAsked: null,
      note: '',
      actions: [],
      nextDate: null,
      facilitator: 'Outside facilitator',
    };
  });
}

/** Saturday and Sunday move to the Friday before. */
function weekday(date: LocalDate): LocalDate {
  return addDays(date, -Math.max(0, isoWeekday(date) - 5));
}

function upcoming(date: LocalDate, interval: number): LocalDate {
  const next = weekday(addDays(date, interval));
  return next > demoAsOf ? next : addDays(demoAsOf, 2);
}
