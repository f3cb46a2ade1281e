/** Reflective groups of the made-up service: one full with people waiting, one by video without cover, one too small. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import { membersOn } from '@shared/groups/sittings';
import type { Absence } from '@shared/records/absence/absence';
import type { GroupSession } from '@shared/records/group-session/group-session';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import { supervisionThemes } from '@shared/records/supervision-session/supervision-session';
import { isAway } from './demo-absences';
import { demoAsOf } from './demo-context';
import { createSeeded, type Seeded } from './seeded';

const everyDays = 28;

type Row = readonly [name: string, joinedOn: string, leftOn?: string];

export function demoGroups(idOf: (name: string) => RecordId, leader: RecordId) {
  const roster = (rows: readonly Row[]): ReflectiveGroup['roster'] =>
    rows.map(([name, joinedOn, leftOn]) => ({
      personId: idOf(name),
      joinedOn: toLocalDate(joinedOn),
      leftOn: leftOn === undefined ? null : toLocalDate(leftOn),
    }));
  const waiting = (rows: readonly (readonly [string, string])[]): ReflectiveGroup['waiting'] =>
    rows.map(([name, since]) => ({ personId: idOf(name), since: toLocalDate(since) }));
  return {
    hub: {
      name: 'Wednesday group, Harbour',
      purpose: 'A place to think about what the work does to us, and what helps.',
      groundRules:
        'What is said stays here. Themes may be counted. Anyone may pass. We begin and end on time.',
      membership: 'open',
      minSize: 4,
      maxSize: 5,
      minutes: 90,
      intervalDays: everyDays,
      mode: 'in-person',
      place: 'Quiet room, Harbour',
      isTimeProtected: true,
      facilitatorId: leader,
      roster: roster([
        ['Torquil Baird', '2025-09-10'],
        ['Mhairi Laidlaw', '2025-09-10'],
        ['Ewan Petrie', '2025-09-10'],
        ['Ashna Rao', '2025-09-10'],
        ['Freya Heddle', '2025-10-08'],
        ['Shona Tennant', '2025-09-10', '2025-09-30'],
      ]),
      waiting: waiting([
        ['Lena Wojcik', '2026-01-19'],
        ['Callan Dow', '2026-02-16'],
      ]),
      startedOn: toLocalDate('2025-09-10'),
      endedOn: null,
    },
    isles: {
      name: 'Isles, by video',
      purpose: 'For those who work alone or on the isles.',
      groundRules: 'Door shut, headphones on. What is said stays here.',
      membership: 'closed',
      minSize: 4,
      maxSize: 8,
      minutes: 75,
      intervalDays: everyDays,
      mode: 'video',
      place: '',
      isTimeProtected: false,
      facilitatorId: leader,
      roster: roster([
        ['Malcolm Tait', '2025-09-24'],
        ['Fraser Linklater', '2025-09-24'],
        ['Rowan Sutherland', '2025-09-24'],
        ['Hugh Scollay', '2025-11-19'],
      ]),
      waiting: [],
      startedOn: toLocalDate('2025-09-24'),
      endedOn: null,
    },
    volunteers: {
      name: 'Volunteers’ group',
      purpose: 'The same for those who give their time.',
      groundRules: '',
      membership: 'open',
      minSize: 4,
      maxSize: 8,
      minutes: 60,
      intervalDays: everyDays,
      mode: 'in-person',
      place: 'Harbour, upstairs room',
      isTimeProtected: true,
      facilitatorId: null,
      roster: roster([
        ['Marta Nowak', '2026-02-11'],
        ['Jean Pirie', '2026-02-11'],
      ]),
      waiting: waiting([['Hugh Scollay', '2026-03-12']]),
      startedOn: toLocalDate('2026-02-11'),
      endedOn: null,
    },
  } as const satisfies Record<string, ReflectiveGroup>;
}

const processNotes = [
  'Slow to begin, then everyone had a turn. The last ten minutes were kept for what helps.',
  'A full room and a lot of laughing. Ended on time.',
  'Two silences that the group let stand. Nobody rushed in.',
] as const;
const takenBack = [
  'Cover for the phone while the group meets',
  'Say earlier when the rota changes',
  'A second quiet room for calls',
] as const;

/** Every four weeks since the group began, one or two of them cancelled. */
export function demoSittings(
  groups: readonly { readonly id: RecordId; readonly group: ReflectiveGroup }[],
  absences: readonly Absence[],
): readonly GroupSession[] {
  const seeded = createSeeded(2711);
  return groups.flatMap(({ id, group }) => {
    const dates: LocalDate[] = [];
    for (let date = group.startedOn; date <= demoAsOf; date = addDays(date, group.intervalDays))
      dates.push(date);
    return dates.map((date, index) =>
      sittingOf(id, group, { date, index, count: dates.length }, absences, seeded),
    );
  });
}

function sittingOf(
  groupId: RecordId,
  group: ReflectiveGroup,
  { date, index, count }: { readonly date: LocalDate; readonly index: number; readonly count: number },
  absences: readonly Absence[],
  seeded: Seeded,
): GroupSession {
  const isLast = index === count - 1;
  const status =
    count > 4 && index === 4
      ? 'cancelled-by-service'
      : count > 9 && index === 8 && !group.isTimeProtected
        ? 'cancelled-by-group'
        : 'held';
  const shared = {
    groupId,
    date,
    status,
    plannedMinutes: group.minutes,
    mode: group.mode,
    facilitatorId: group.facilitatorId,
    nextDate: isLast ? addDays(date, group.intervalDays) : null,
  } as const;
  if (status !== 'held')
    return { ...shared, minutes: null, attendance: [], themeCounts: [], processNote: '', takeBack: [] };
  const attendance = membersOn(group, date).map((personId) => {
    const isThere = seeded.chance(0.74);
    const why = seeded.pick(['apologies', 'work', 'work', 'did-not-come'] as const);
    const answer = isAway(absences, personId, date)
      ? ('apologies' as const)
      : isThere
        ? ('came' as const)
        : why;
    return { personId, answer };
  });
  const isTaken = seeded.chance(0.3);
  return {
    ...shared,
    minutes: seeded.chance(0.8) ? group.minutes : group.minutes - 15,
    attendance,
    themeCounts: supervisionThemes
      .filter((theme) => theme === 'impact-of-the-work' || seeded.chance(0.35))
      .map((theme) => ({ theme, count: seeded.whole(1, 4) })),
    processNote: isLast || seeded.chance(0.4) ? seeded.pick(processNotes) : '',
    takeBack: isTaken
      ? [
          {
            text: seeded.pick(takenBack),
            consentOn: date,
            doneOn: isLast || seeded.chance(0.4) ? null : addDays(date, 20),
          },
        ]
      : [],
  };
}
