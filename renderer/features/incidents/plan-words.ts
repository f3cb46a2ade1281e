/** Dates and counts of a plan, in words. */
import {
  formatDate,
  formatDateShort,
  formatDateWithWeekday,
  type LocalDate,
} from '@shared/kernel/local-date';
import { planDay, type PhaseState } from '@shared/event-plans/plan-state';
import type { PhaseWindow } from '@shared/event-plans/phases';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';

/** "8 June", with its year only where that is not the event's. */
export function dayWords(date: LocalDate, year: string): string {
  const words = formatDate(date);
  return date.slice(0, 4) === year ? words.slice(0, -5) : words;
}

/** "Mon 8 June" */
export function weekdayWords(date: LocalDate, year: string): string {
  return `${formatDateWithWeekday(date).slice(0, 3)} ${dayWords(date, year)}`;
}

/** "11 May", "12–14 May", "28 May to 4 June", "Mon 8 June" for a later phase of one day. */
export function windowWords(window: PhaseWindow, occurredOn: LocalDate): string {
  const year = occurredOn.slice(0, 4);
  const { from, to } = window;
  if (from === to)
    return from === occurredOn || from.slice(0, 4) !== year ? dayWords(from, year) : weekdayWords(from, year);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayWords(to, year)}`;
  return `${dayWords(from, year)} to ${dayWords(to, year)}`;
}

/** "Monday 11 May 2026, 16:20. Today is day 28." */
export function planLede(plan: PlanOutline, today: LocalDate): string {
  const when =
    formatDateWithWeekday(plan.occurredOn) + (plan.occurredAt === '' ? '' : `, ${plan.occurredAt}`);
  if (plan.closedOn !== null) return `${when}. Closed on ${formatDate(plan.closedOn)}.`;
  const day = planDay(plan, today);
  return day === 0 ? `${when}. That is today.` : `${when}. Today is day ${day}.`;
}

/** Where a phase stands, for the thread. */
export function phaseWords(
  phase: PhaseState,
  today: LocalDate,
  occurredOn: LocalDate,
): { readonly kind: 'good' | 'due' | 'caution' | 'later'; readonly text: string } {
  const year = occurredOn.slice(0, 4);
  const { done, total, window } = phase;
  switch (phase.state) {
    case 'done':
      return { kind: 'good', text: `${done} of ${total} done` };
    case 'behind':
      return { kind: 'caution', text: `${total - done} still open` };
    case 'later':
      return {
        kind: 'later',
        text: window.reminderOn === null ? 'Later' : `Reminder ${formatDateShort(window.reminderOn)}`,
      };
    case 'now': {
      const until = window.to === today ? 'Today' : `Until ${dayWords(window.to, year)}`;
      return { kind: 'due', text: `${until}, ${done} of ${total}` };
    }
  }
}

export function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "Torquil", "Torquil and Freya", "Torquil, Freya and 2 more" */
export function nameWords(names: readonly string[]): string {
  const [first = 'Nobody', second] = names;
  if (second === undefined) return first;
  if (names.length === 2) return `${first} and ${second}`;
  return names.length === 3
    ? `${first}, ${second} and ${names[2] ?? ''}`
    : `${first}, ${second} and ${names.length - 2} more`;
}
