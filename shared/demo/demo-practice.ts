/** Time to practise in the made-up service: it gives way as posts stay empty, and is won back from the summer of 2025. */
import { addMonthsToMonth, monthOf, monthsBetween, type LocalMonth } from '@shared/kernel/local-date';
import type { PracticeTime } from '@shared/records/practice-time/practice-time';
import { demoAsOf } from './demo-context';
import { createSeeded } from './seeded';

const months = 24;
const seed = 34;

/** 0: nothing presses; 1: the middle of the bad winter. */
function strainIn(month: LocalMonth): number {
  if (month < '2024-06') return 0.25;
  if (month < '2024-10') return 0.6;
  if (month < '2025-05') return 1;
  if (month < '2025-08') return 0.6;
  return month < '2025-10' ? 0.35 : 0.15;
}

/** From October 2025 two hours a week are set aside for everybody who works with people, not only for some. */
const protectedSince = '2025-10';

export function demoPracticeTimes(): readonly PracticeTime[] {
  const random = createSeeded(seed);
  const last = monthOf(demoAsOf);
  return monthsBetween(addMonthsToMonth(last, 1 - months), last).map((month) => {
    const strain = strainIn(month);
    /** About `share` of `whole`, give or take a little. */
    const part = (whole: number, share: number): number =>
      Math.max(0, Math.min(whole, Math.round(whole * (share + (random.next() - 0.5) * 0.06))));
    const breaksDue = random.whole(205, 230);
    const protectedHoursPlanned = month < protectedSince ? random.whole(30, 36) : random.whole(72, 80);
    const sessionsPlanned = random.whole(290, 330);
    const shiftsPlanned = random.whole(88, 96);
    const trainingBooked = random.whole(9, 14);
    const missed = part(trainingBooked, 0.08 + strain * 0.4);
    const trainingMissedWorkload = Math.round(missed * (0.3 + strain * 0.4));
    return {
      month,
      team: '',
      breaksDue,
      breaksTaken: part(breaksDue, 0.9 - strain * 0.24),
      protectedHoursPlanned,
      protectedHoursKept: part(protectedHoursPlanned, 0.94 - strain * 0.45),
      trainingBooked,
      trainingAttended: trainingBooked - missed,
      trainingMissedWorkload,
      trainingMissedOther: missed - trainingMissedWorkload,
      sessionsPlanned,
      sessionsCutShort: part(sessionsPlanned, 0.04 + strain * 0.06),
      sessionsCancelledStaffing: part(sessionsPlanned, 0.03 + strain * 0.07),
      shiftsPlanned,
      shiftsFilled: part(shiftsPlanned, 0.98 - strain * 0.11),
    };
  });
}
