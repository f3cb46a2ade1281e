/** Time to practise, month by month: each part over its whole, null where either was not typed or nothing was due. */
import { monthOf, type LocalMonth } from '@shared/kernel/local-date';
import type { PracticeTime } from '@shared/records/practice-time/practice-time';
import type { SupervisionSession } from '@shared/records/supervision-session/supervision-session';
import type { PracticeTimeMonth, Share } from './figure-row';
import { byMonthAndTeam, recordsOfTeam } from './hand-sheets';
import type { WithId } from './workforce-inputs';

function share(above: number | null, below: number | null): Share | null {
  return above === null || below === null || below === 0 ? null : { above, below };
}

/** Both have to be known: an empty cell is not "none". */
function both(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left + right;
}

export function practiceShares(time: PracticeTime): PracticeTimeMonth {
  const missed = both(time.trainingMissedWorkload, time.trainingMissedOther);
  return {
    breaks: share(time.breaksTaken, time.breaksDue),
    protectedTime: share(time.protectedHoursKept, time.protectedHoursPlanned),
    trainingMissedWorkload: share(time.trainingMissedWorkload, missed),
    trainingMissedOfBooked: share(time.trainingMissedWorkload, time.trainingBooked),
    sessionsCut: share(both(time.sessionsCutShort, time.sessionsCancelledStaffing), time.sessionsPlanned),
    shiftsFilled: share(time.shiftsFilled, time.shiftsPlanned),
  };
}

/** Of one group, by month: `team` null is the whole service. */
export function practiceTimeMonths(
  records: readonly WithId<PracticeTime>[],
  team: string | null,
): ReadonlyMap<LocalMonth, PracticeTimeMonth> {
  const months = new Map<LocalMonth, PracticeTimeMonth>();
  for (const { value } of byMonthAndTeam(recordsOfTeam(records, team)).values())
    months.set(value.month, practiceShares(value));
  return months;
}

type SessionTimes = Pick<SupervisionSession, 'date' | 'status' | 'minutes' | 'plannedMinutes' | 'personIds'>;

/**
 * Supervision that was held, but for less than its planned time, of all that was held with both times recorded. A group
 * counts once, with whichever of its people `isOfGroup` knows.
 */
export function supervisionCutShort(
  sessions: readonly { readonly value: SessionTimes }[],
  isOfGroup: (personId: string) => boolean = () => true,
): ReadonlyMap<LocalMonth, Share> {
  const months = new Map<LocalMonth, Share>();
  for (const { value } of sessions) {
    const { status, minutes, plannedMinutes, date, personIds } = value;
    if (status !== 'held' || minutes === null || plannedMinutes === null) continue;
    if (!personIds.some((id) => isOfGroup(id))) continue;
    const month = monthOf(date);
    const { above, below } = months.get(month) ?? { above: 0, below: 0 };
    months.set(month, { above: above + (minutes < plannedMinutes ? 1 : 0), below: below + 1 });
  }
  return months;
}
