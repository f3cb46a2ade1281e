import { addDays, daysBetween, type LocalDate } from '../kernel/local-date';

/** Calendar days from `start` to `end`, both included. */
export type DaySpan = { readonly start: LocalDate; readonly end: LocalDate };
/** The same with an end that may not have come yet. */
export type OpenDaySpan = { readonly start: LocalDate; readonly end: LocalDate | null };

export function earlier(left: LocalDate, right: LocalDate): LocalDate {
  return left < right ? left : right;
}

export function later(left: LocalDate, right: LocalDate): LocalDate {
  return left > right ? left : right;
}

/** Days in the span, both ends counted. */
export function spanDays(span: DaySpan): number {
  return daysBetween(span.start, span.end) + 1;
}

/** Days that two spans share; 0 when they do not meet. */
export function sharedDays(left: DaySpan, right: DaySpan): number {
  return Math.max(0, daysBetween(later(left.start, right.start), earlier(left.end, right.end)) + 1);
}

/** start <= day and (no end or end >= day): the end is the last day, not the first day out. */
export function coversDay(span: OpenDaySpan, day: LocalDate): boolean {
  return span.start <= day && (span.end === null || span.end >= day);
}

/**
 * Overlapping spans and spans that touch (one ends the day before the next starts) become one, in order
 * of start. A span that ends before it starts is no span and is left out.
 */
export function mergeSpans<Span extends OpenDaySpan>(spans: readonly Span[]): Pick<Span, 'start' | 'end'>[] {
  const ordered = spans
    .filter((span) => span.end === null || span.end >= span.start)
    .sort((left, right) => (left.start < right.start ? -1 : left.start > right.start ? 1 : 0));
  const merged: Pick<Span, 'start' | 'end'>[] = [];
  for (const { start, end } of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && (last.end === null || start <= addDays(last.end, 1))) {
      const end2 = last.end === null || end === null ? null : later(last.end, end);
      merged[merged.length - 1] = { start: last.start, end: end2 };
    } else merged.push({ start, end });
  }
  return merged;
}

/** Groups by a key, keeping the order in which keys and members first appear. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
