/** What comes next, over all plans at once: for Today and the list of incidents. One pass; only what is due is sorted. */
import type { RecordId } from '@shared/kernel/ids';
import {
  addDays,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  type LocalDate,
} from '@shared/kernel/local-date';
import type { PlanStep } from '@shared/records/event-plan/event-plan';
import { hasLapsed, lateFrom, type StoredPlan } from './plan-state';
import { compareMoments, compareText } from './timing';

export interface PlanLine {
  readonly planId: RecordId;
  /** The open step that comes first; null when all are done. */
  readonly next: PlanStep | null;
  readonly overdue: number;
  readonly dueToday: number;
  /** Since when the longest overdue step waits; null when none does. */
  readonly overdueSince: LocalDate | null;
}

/** One line for each open plan: the longest overdue first, then by the day of the next step, then the newest event. */
export function planLines(plans: readonly StoredPlan[], asOf: LocalDate): readonly PlanLine[] {
  const lines: { readonly line: PlanLine; readonly occurredOn: LocalDate }[] = [];
  for (const { id, value } of plans) {
    if (value.closedOn !== null) continue;
    let next: PlanStep | null = null;
    let overdue = 0;
    let dueToday = 0;
    let overdueSince: LocalDate | null = null;
    for (const step of value.steps) {
      if (step.doneOn !== null || hasLapsed(value, step)) continue;
      if (next === null || compareMoments(step, next) < 0) next = step;
      if (step.due > asOf) continue;
      const since = lateFrom(value, step);
      if (since >= asOf) {
        dueToday += 1;
        continue;
      }
      overdue += 1;
      if (overdueSince === null || since < overdueSince) overdueSince = since;
    }
    lines.push({
      line: { planId: id, next, overdue, dueToday, overdueSince },
      occurredOn: value.occurredOn,
    });
  }
  // A plan without an overdue step, or without a next one, comes after every plan that has one.
  const last = '9999';
  return lines
    .sort(
      (left, right) =>
        compareText(left.line.overdueSince ?? last, right.line.overdueSince ?? last) ||
        compareText(left.line.next?.due ?? last, right.line.next?.due ?? last) ||
        compareText(right.occurredOn, left.occurredOn),
    )
    .map(({ line }) => line);
}

/** "Overdue since Tuesday", "Overdue since 12 May", "Due today by 16:20", "Due tomorrow", "Due Friday", "Due 8 June". */
export function dueWords(
  due: LocalDate,
  asOf: LocalDate,
  options: { readonly dueAt?: string; readonly lateFrom?: LocalDate } = {},
): string {
  const since = options.lateFrom ?? due;
  const at = (options.dueAt ?? '') === '' ? '' : ` by ${options.dueAt ?? ''}`;
  if (since < asOf) return `Overdue since ${pastDay(since, asOf)}`;
  if (due <= asOf) return due === asOf ? `Due today${at}` : 'Still to do';
  return due === addDays(asOf, 1) ? `Due tomorrow${at}` : `Due ${comingDay(due, asOf)}${at}`;
}

function pastDay(day: LocalDate, asOf: LocalDate): string {
  const days = daysBetween(day, asOf);
  if (days === 1) return 'yesterday';
  return days < 7 ? weekday(day) : dayOfYear(day, asOf);
}

function comingDay(day: LocalDate, asOf: LocalDate): string {
  return daysBetween(asOf, day) < 7 ? weekday(day) : dayOfYear(day, asOf);
}

function weekday(day: LocalDate): string {
  return formatDateWithWeekday(day).split(' ')[0] ?? '';
}

/** With its year only where that is another. */
function dayOfYear(day: LocalDate, asOf: LocalDate): string {
  const words = formatDate(day);
  return day.slice(0, 4) === asOf.slice(0, 4) ? words.slice(0, -5) : words;
}
