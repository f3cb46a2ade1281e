/**
 * The manager's own page in the made-up service: five weeks of days as they were noted, her own dates, and one round in
 * which the team says what it sees. She notes most evenings as on time; the team sees fewer of them.
 */
import { emptyWeek, weekStartOf, withDay, withTick } from '@shared/habits/habit-week';
import { firstHabits, type HabitId } from '@shared/habits/habits';
import { teamSeenMeasure } from '@shared/habits/team-seen-measure';
import { addDays, isoWeekday, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';
import { noOwnCare } from '@shared/records/own-care/own-care';
import type { DemoContext, DemoRecord } from './demo-context';
import { createSeeded } from './seeded';

const chosen: readonly HabitId[] = [...firstHabits, 'asked-before-adding'];
const firstDay = toLocalDate('2026-02-23');
/** Not noted: a week has days that nobody writes down. */
const unnoted = ['2026-03-05', '2026-03-12', '2026-03-13'].map(toLocalDate);

/** How often each one was kept, of the days that were noted. */
const kept: readonly (readonly [HabitId, number])[] = [
  ['left-on-time', 0.75],
  ['no-late-mail', 0.9],
  ['lunch-away', 0.35],
  ['visible-pause', 0.55],
  ['asked-before-adding', 0.3],
];

function weeks(asOf: LocalDate): HabitWeek[] {
  const seeded = createSeeded(49);
  const found: HabitWeek[] = [];
  for (let monday = weekStartOf(firstDay); monday <= asOf; monday = addDays(monday, 7)) {
    let week = emptyWeek(monday);
    for (let day = monday; day <= asOf && day < addDays(monday, 7); day = addDays(day, 1)) {
      if (isoWeekday(day) > 5 || unnoted.includes(day)) continue;
      week = withDay(week, day, true, chosen);
      for (const [habitId, chance] of kept)
        if (seeded.chance(chance)) week = withTick(week, day, habitId, true, chosen);
    }
    found.push(week);
  }
  return found;
}

/** Of nine who answered, one a row; what somebody could not see is left out. */
const answers: readonly (readonly (number | null)[])[] = [
  [0, 50, 0, 50, 75, 25],
  [25, 75, 25, 25, 75, 50],
  [25, 75, 25, 50, 100, 50],
  [50, 100, 25, 75, 100, 75],
  [50, 75, 25, 50, 75, 50],
  [50, 100, 50, 75, 100, 50],
  [75, 100, 50, 50, 100, 75],
  [50, 100, 25, 50, null, 75],
  [75, 100, 50, 75, 100, 75],
];

export function demoHabits({ asOf }: Pick<DemoContext, 'asOf'>): readonly DemoRecord[] {
  return [
    {
      kind: 'own-care',
      value: {
        ...noOwnCare,
        habitIds: [...chosen],
        lastLeaveUntil: toLocalDate('2026-01-25'),
        nextLeaveFrom: toLocalDate('2026-04-20'),
        lastSupervisionOn: toLocalDate('2026-02-26'),
        nextSupervisionOn: toLocalDate('2026-04-02'),
      },
    },
    ...weeks(asOf).map((value): DemoRecord => ({ kind: 'habit-week', value })),
    { kind: 'own-measure', value: teamSeenMeasure },
    {
      kind: 'wellbeing-wave',
      value: {
        instrumentId: teamSeenMeasure.id,
        instrumentVersion: teamSeenMeasure.version,
        label: 'What the team sees, March 2026',
        group: '',
        opensOn: toLocalDate('2026-03-09'),
        closesOn: toLocalDate('2026-03-20'),
        invited: 13,
        answerSets: answers.map((each) => [...each]),
        split: null,
        splitAnswers: [],
        isBaseline: true,
        lockedOn: toLocalDate('2026-03-23'),
        note: '',
      },
    },
  ];
}
