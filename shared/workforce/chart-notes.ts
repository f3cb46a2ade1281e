/** What happened around the service, for the charts: notes in the service's own words, and events by their type alone. */
import {
  formatDate,
  formatDateShort,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import type { ContextNote } from '@shared/records/context-note/context-note';
import { eventTypeLabels, type EventPlan } from '@shared/records/event-plan/event-plan';
import { isSameTeam } from '@shared/people/teams';
import type { WithId } from './workforce-inputs';

export interface ChartNote {
  readonly month: LocalMonth;
  readonly label: string;
  /** "3 June 2025" or "2 to 13 June 2025". */
  readonly day: string;
  readonly from: LocalDate;
}

/** "3 June 2025", "2 Jun to 13 June 2025", or both years where they differ. */
export function noteDays({ from, to }: Pick<ContextNote, 'from' | 'to'>): string {
  if (to === null || to === from) return formatDate(from);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${isOneYear ? formatDateShort(from) : formatDate(from)} to ${formatDate(to)}`;
}

/**
 * Oldest first. A note of a team stands on that team's charts and not on the service's; one of the service stands on all.
 * Of an event nothing but its type and day is taken: a chart may be printed.
 */
export function chartNotes(
  notes: readonly WithId<ContextNote>[],
  plans: readonly WithId<Pick<EventPlan, 'eventType' | 'occurredOn'>>[],
  team: string | null,
): ChartNote[] {
  const own = notes
    .filter(({ value }) => value.team === null || (team !== null && isSameTeam(value.team, team)))
    .map(({ value }): ChartNote => ({
      month: monthOf(value.from),
      label: value.text,
      day: noteDays(value),
      from: value.from,
    }));
  const events = plans.map(({ value }): ChartNote => ({
    month: monthOf(value.occurredOn),
    label: eventTypeLabels[value.eventType],
    day: formatDate(value.occurredOn),
    from: value.occurredOn,
  }));
  return [...own, ...events].sort((left, right) =>
    left.from === right.from ? 0 : left.from < right.from ? -1 : 1,
  );
}
