/** Two years of time to practise in the made-up service: it holds at first, and gives way as posts stay empty. */
import { addMonthsToMonth, monthOf, monthsBetween } from '@shared/kernel/local-date';
import type { PracticeTime } from '@shared/records/practice-time/practice-time';
import { demoAsOf } from './demo-figures';
import { createSeeded } from './seeded';

const months = 24;
const seed = 34;

export function demoPracticeTimes(): readonly PracticeTime[] {
  const random = createSeeded(seed);
  const last = monthOf(demoAsOf);
  const all = monthsBetween(addMonthsToMonth(last, 1 - months), last);
  return all.map((month, index) => {
    // Steady for a year, then a slow slide.
    const strain = Math.max(0, (index - 11) / 12);
    /** About `share` of `whole`, give or take a little. */
    const part = (whole: number, share: number): number =>
      Math.max(0, Math.min(whole, Math.round(whole * (share + (random.next() - 0.5) * 0.06))));
    const breaksDue = random.whole(420, 480);
    const protectedHoursPlanned = 4 * random.whole(22, 26);
    const sessionsPlanned = random.whole(290, 340);
    const shiftsPlanned = random.whole(88, 96);
    const isNewest = month === last;
    const trainingBooked = isNewest ? 20 : random.whole(12, 22);
    const missed = isNewest ? 8 : Math.min(trainingBooked, part(trainingBooked, 0.12 + strain * 0.2));
    const trainingMissedWorkload = isNewest ? 5 : part(missed, 0.35 + strain * 0.25);
    return {
      month,
      team: '',
      breaksDue,
      breaksTaken: part(breaksDue, 0.88 - strain * 0.16),
      protectedHoursPlanned,
      protectedHoursKept: part(protectedHoursPlanned, 0.86 - strain * 0.24),
      trainingBooked,
      trainingAttended: trainingBooked - missed,
      trainingMissedWorkload,
      trainingMissedOther: missed - trainingMissedWorkload,
      sessionsPlanned,
      sessionsCutShort: part(sessionsPlanned, 0.04 + strain * 0.03),
      sessionsCancelledStaffing: part(sessionsPlanned, 0.035 + strain * 0.03),
      shiftsPlanned,
      shiftsFilled: part(shiftsPlanned, 0.96 - strain * 0.07),
    };
  });
}
