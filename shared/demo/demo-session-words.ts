/** What the sessions of the made-up service hold: notes, what was agreed and what came of it. */
import { addDays, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type {
  AgreedAction,
  SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { demoAsOf } from './demo-context';
import type { Seeded } from './seeded';

const notes = [
  'The new rota is helping. Two quieter weeks in a row.',
  'A heavy month. Talked about what can wait.',
  'Pleased with how the Wednesday group is going.',
  'Wants to learn more about safety and stabilisation.',
  'Breaks are still hard to take on clinic days.',
  'Good week away. Asked for leave in July.',
  'Travel to the isles takes most of Thursday.',
] as const;

const agreed = [
  ['Swap the Tuesday clinic', 'Manager'],
  ['Take the half day that is owed', 'Supervisee'],
  ['Pass two cases on', 'Manager'],
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

/** The newest answer that left an action open says "no longer needed" instead, there and where it was agreed. */
export function withOneDropped(sessions: readonly SupervisionSession[]): readonly SupervisionSession[] {
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

/** What is filled in now and then. `sessions`: of one person, newest first. */
export function withDetails(
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

export function themesOf(seeded: Seeded): SupervisionSession['themes'] {
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

/** With her everything is done: whoever tries a record out on her starts from an empty list. */
const nothingOpenWith = 'Mhairi Laidlaw';

export function agreedOn(date: LocalDate, name: string, seeded: Seeded): AgreedAction[] {
  const action = actionOf(date, seeded);
  return action.doneOn === null && name === nothingOpenWith ? [] : [action];
}

function actionOf(date: LocalDate, seeded: Seeded): AgreedAction {
  const [text, owner] = seeded.pick(agreed);
  const due = addDays(date, seeded.whole(7, 42));
  const doneAfter = addDays(date, seeded.whole(5, 90));
  const isDone = doneAfter <= demoAsOf && (daysBetween(date, demoAsOf) > 60 || seeded.chance(0.35));
  return { text, owner, due, doneOn: isDone ? doneAfter : null, droppedOn: null };
}

export function noteOf(seeded: Seeded): string {
  return seeded.pick(notes);
}
