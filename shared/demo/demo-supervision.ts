/** Supervision of the made-up service: some on time, some due, some overdue, one person with none. */
import { addDays, daysBetween, isoWeekday, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import {
  sessionDefaults,
  type AgreedAction,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { demoAsOf, type DemoPerson } from './demo-figures';
import { isInPost } from './demo-people';
import { createSeeded, type Seeded } from './seeded';

const firstDay = toLocalDate('2023-04-03');

/** Days from the last session to the as-of day, by place in the list; null = no session yet. */
const daysSinceLast: readonly (number | null)[] = [
  20,
  54,
  56,
  57,
  12,
  33,
  41,
  27,
  71,
  19,
  62,
  48,
  8,
  34,
  26,
  56,
  15,
  47,
  97,
  22,
  36,
  64,
  13,
  null,
  40,
  90,
  118,
  29,
];

const notes = [
  'The new rota is helping. Two quieter weeks in a row.',
  'A heavy month. Talked about what can wait.',
  'Pleased with how the group at Main Street is going.',
  'Wants to learn more about safety and stabilisation.',
  'Breaks are still hard to take on clinic days.',
  'Good week away. Asked for leave in July.',
  'Travel to the isles takes most of Thursday.',
] as const;

const agreed = [
  ['Swap the Thursday clinic with Outreach', 'Manager'],
  ['Take the half day that is owed', 'Supervisee'],
  ['Pass two cases to the hub', 'Manager'],
  ['Book the safety and stabilisation course', 'Supervisee'],
  ['Ask about a second phone for visits', 'Manager'],
  ['Keep lunch away from the desk for two weeks', 'Supervisee'],
  ['Join the reflective group', 'Supervisee'],
  ['Look at the quiet room booking', 'Manager'],
] as const;

const learned = [
  'How to close a hard call without taking it home.',
  'Two of the stabilisation exercises, to use with the group.',
  'That saying a limit aloud early is easier than late.',
] as const;
const decided = [
  'Keeps the protected hour on Fridays.',
  'No new cases until the end of the month.',
  'Shadows the group twice before leading it.',
] as const;

export function demoSupervision(people: readonly DemoPerson[]): readonly SupervisionSession[] {
  const seeded = createSeeded(6311);
  // A stream of its own, so that dates and states stay as they are when details are added.
  const details = createSeeded(4127);
  let stillToDrop = droppedActions;
  const single = people.flatMap((demo, index) => {
    const sessions = withDetails(sessionsOf(demo, index, seeded), demo.person.frontFacing, details);
    const changed = stillToDrop === 0 ? sessions : withOneDropped(sessions);
    if (changed !== sessions) stillToDrop -= 1;
    return changed;
  });
  return [...single, ...cancelledLately(people), ...reflectiveGroups(people, seeded)];
}

/** So many people agreed on something that turned out not to be needed. */
const droppedActions = 3;

/** The newest answer that left an action open says "no longer needed" instead, there and where it was agreed. */
function withOneDropped(sessions: readonly SupervisionSession[]): readonly SupervisionSession[] {
  const at = sessions.findIndex(({ followUp }) => followUp.some(({ outcome }) => outcome === 'under-way'));
  const later = sessions[at];
  if (later === undefined) return sessions;
  const asked = sessions.findIndex(({ status }, place) => place > at && status === 'held');
  return sessions.map((session, place): SupervisionSession => {
    if (place === at)
      return { ...session, followUp: session.followUp.map((each) => ({ ...each, outcome: 'dropped' })) };
    return place === asked
      ? {
          ...session,
          actions: session.actions.map((each) => ({ ...each, doneOn: null, droppedOn: later.date })),
        }
      : session;
  });
}

/** Longer ago than that, and the last booking fell through as well. */
const longAgo = 90;

/** Why some wait so long: last week the service could not keep what was booked. */
function cancelledLately(people: readonly DemoPerson[]): readonly SupervisionSession[] {
  return people.flatMap(({ id, person }, index): SupervisionSession[] =>
    isInPost(person, demoAsOf) && (daysSinceLast[index] ?? 0) > longAgo
      ? [
          {
            ...sessionDefaults,
            kind: 'clinical',
            personIds: [id],
            date: addDays(demoAsOf, -6),
            status: 'cancelled-by-service',
            minutes: null,
            plannedMinutes: 60,
            cancelledBecause: 'staffing',
            themes: [],
            wellbeingAsked: null,
            note: '',
            actions: [],
            nextDate: null,
            facilitator: '',
          },
        ]
      : [],
  );
}

/** What is filled in now and then. `sessions`: of one person, newest first. */
function withDetails(
  sessions: readonly SupervisionSession[],
  isFrontFacing: boolean,
  seeded: Seeded,
): readonly SupervisionSession[] {
  return sessions.map((session, place): SupervisionSession => {
    if (session.status !== 'held') {
      const reasons = ['workload', 'workload', 'staffing', 'urgent-event', 'room-or-travel'] as const;
      return { ...session, plannedMinutes: 60, cancelledBecause: seeded.pick(reasons) };
    }
    const before = sessions.slice(place + 1).find(({ status }) => status === 'held');
    const isRecent = place === 0;
    return {
      ...session,
      plannedMinutes: 60,
      mode: seeded.chance(0.7) ? 'in-person' : seeded.pick(['video', 'phone'] as const),
      workload: isFrontFacing && seeded.chance(0.5) ? seeded.whole(19, 44) : null,
      learning: isRecent && seeded.chance(0.4) ? seeded.pick(learned) : '',
      decisions: isRecent && seeded.chance(0.3) ? seeded.pick(decided) : '',
      followUp: (before?.actions ?? []).map(({ text, doneOn }) => ({
        text,
        outcome: doneOn !== null && doneOn <= session.date ? 'done' : 'under-way',
      })),
      signatures:
        isRecent && seeded.chance(0.4)
          ? {
              person: { state: 'signed', on: session.date },
              supervisor: seeded.chance(0.6) ? { state: 'signed', on: session.date } : { state: 'waiting' },
            }
          : null,
    };
  });
}

/** From the last session backwards, so that each person stands exactly where the table above puts them. */
function sessionsOf(
  { id, person }: DemoPerson,
  index: number,
  seeded: Seeded,
): readonly SupervisionSession[] {
  const since = person.lastDay === null ? daysSinceLast[index] : 10;
  if (since === null || since === undefined) return [];
  const interval = person.supervisionIntervalDays ?? 56;
  const sessions: SupervisionSession[] = [];
  let date =
    person.lastDay === null
      ? addDays(demoAsOf, -since)
      : weekday(addDays(person.lastDay, -seeded.whole(10, 60)));
  for (let number = 0; date >= firstDay && date >= addDays(person.startDate, 14); number += 1) {
    const isLast = number === 0;
    const isHeld = isLast || !seeded.chance(date < '2025-04-01' ? 0.17 : 0.09);
    const status = isHeld ? 'held' : seeded.chance(0.55) ? 'cancelled-by-service' : 'cancelled-by-person';
    sessions.push({
      ...sessionDefaults,
      kind: seeded.chance(0.5)
        ? 'clinical'
        : person.role === 'Nurse prescriber' && seeded.chance(0.4)
          ? 'professional'
          : 'line-management',
      personIds: [id],
      date,
      status,
      minutes: isHeld ? seeded.pick([45, 60, 60, 60, 75, 90]) : null,
      themes: isHeld ? themesOf(seeded) : [],
      wellbeingAsked: isHeld ? seeded.chance(0.85) : null,
      note: isHeld && (isLast ? seeded.chance(0.7) : seeded.chance(0.2)) ? seeded.pick(notes) : '',
      actions: isHeld && seeded.chance(isLast ? 0.75 : 0.25) ? [actionOf(date, seeded)] : [],
      nextDate:
        isLast && isHeld && person.lastDay === null && since <= interval ? upcoming(date, interval) : null,
      facilitator: seeded.pick(['', '', 'Grace, outside supervisor']),
    });
    const usual = interval - seeded.whole(0, 9);
    date = weekday(addDays(date, -(date < '2025-04-01' ? usual + seeded.whole(0, 30) : usual)));
  }
  return sessions;
}

function themesOf(seeded: Seeded): SupervisionSession['themes'] {
  const all = [
    'workload',
    'impact-of-the-work',
    'safety',
    'rest-and-leave',
    'growth',
    'values',
    'team',
  ] as const;
  return all.filter(() => seeded.chance(0.3));
}

function actionOf(date: LocalDate, seeded: Seeded): AgreedAction {
  const [text, owner] = seeded.pick(agreed);
  const due = addDays(date, seeded.whole(7, 42));
  const doneAfter = addDays(date, seeded.whole(5, 50));
  const isDone = doneAfter <= demoAsOf && (daysBetween(date, demoAsOf) > 120 || seeded.chance(0.55));
  return { text, owner, due, doneOn: isDone ? doneAfter : null, droppedOn: null };
}

/** From before groups had members and sittings of their own (demo-groups.ts). */
function reflectiveGroups(people: readonly DemoPerson[], seeded: Seeded): readonly SupervisionSession[] {
  const dates: LocalDate[] = [];
  for (let date = toLocalDate('2024-04-10'); date < '2025-04-01'; date = addDays(date, 28)) dates.push(date);
  return dates.map((date, index): SupervisionSession => {
    const team = index % 2 === 0 ? 'Recovery hub' : 'Outreach';
    const members = people.filter(({ person }) => person.team === team && isInPost(person, date));
    const came = members.filter(() => seeded.chance(0.5));
    return {
      ...sessionDefaults,
      kind: 'reflective-group',
      personIds: (came.length > 0 ? came : members).map(({ id }) => id),
      date,
      status: 'held',
      minutes: seeded.pick([75, 90]),
      themes: ['impact-of-the-work', seeded.pick(['values', 'team'])],
      wellbeingAsked: null,
      note: '',
      actions: [],
      nextDate: null,
      facilitator: 'Grace, outside facilitator',
    };
  });
}

/** Saturday and Sunday move to the Friday before. */
function weekday(date: LocalDate): LocalDate {
  return addDays(date, -Math.max(0, isoWeekday(date) - 5));
}

function upcoming(date: LocalDate, interval: number): LocalDate {
  const next = weekday(addDays(date, interval));
  return next > demoAsOf ? next : weekday(addDays(demoAsOf, 7));
}
