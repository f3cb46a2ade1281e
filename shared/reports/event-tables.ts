/**
 * Critical events by quarter and by kind. Events are few, and a day and a kind are a person to those who work there:
 * a quarter says a count from five on, else "fewer than 5 events", none included.
 *
 * Every quarter stands in four summaries, one after the other. So what is said of a quarter depends on that quarter
 * alone, and the year is told only when its four quarters are: any other total, even a rounded one, lets a reader of
 * several summaries work a small quarter out (tests/unit/reports/event-tables.test.ts tries them all).
 */
import { suppressPartition } from '@shared/disclosure/partition';
import type { SummaryTable } from '@shared/disclosure/summary-model';
import { disclosureThresholds } from '@shared/disclosure/thresholds';
import {
  addMonthsToMonth,
  firstDayOf,
  formatMonth,
  lastDayOf,
  type LocalDate,
  monthOf,
} from '@shared/kernel/local-date';
import { type EventPlan, eventTypeLabels, eventTypes } from '@shared/records/event-plan/event-plan';
import { cell, minimum, shown } from './cells';

export const fewEvents = `fewer than ${minimum} events`;
const quartersInYear = 4;

export type CountedEvent = Pick<EventPlan, 'occurredOn' | 'eventType'>;

interface Quarter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly label: string;
}

/** The four quarters of the twelve months that end on `periodEnd`, the oldest first. */
function quartersTo(periodEnd: LocalDate): readonly Quarter[] {
  return Array.from({ length: quartersInYear }, (_quarter, index) => {
    const last = addMonthsToMonth(monthOf(periodEnd), -3 * (quartersInYear - 1 - index));
    const first = addMonthsToMonth(last, -2);
    const [firstName = ''] = formatMonth(first).split(' ');
    return {
      from: firstDayOf(first),
      to: lastDayOf(last),
      label: `${firstName} to ${formatMonth(last)}`,
    };
  });
}

/** The year beside its quarters; null where it may not be told. */
export function yearTotal(quarters: readonly number[]): number | null {
  return quarters.every((count) => count >= minimum) ? quarters.reduce((sum, count) => sum + count, 0) : null;
}

export function eventTables(events: readonly CountedEvent[], periodEnd: LocalDate): readonly SummaryTable[] {
  const quarters = quartersTo(periodEnd);
  const counts = quarters.map(
    ({ from, to }) => events.filter(({ occurredOn }) => occurredOn >= from && occurredOn <= to).length,
  );
  const total = yearTotal(counts);
  const byQuarter: SummaryTable = {
    id: 'events',
    title: 'Critical events',
    note: `Events with a support plan, by the quarter in which they happened. A quarter with none and a quarter with four read the same. The year is told only when each quarter is.`,
    columns: ['', 'Events'],
    rows: [
      ...quarters.map(({ from, label }, index) => {
        const count = counts[index] ?? 0;
        return {
          key: from.slice(0, 7),
          label,
          cells: [shown(count < minimum ? fewEvents : String(count))],
        };
      }),
      {
        key: 'total',
        label: 'Twelve months',
        cells: [cell(total === null ? 'protects-another' : null, String(total))],
        isTotal: true,
      },
    ],
  };
  return [byQuarter, kindsTable(events, quarters, total)];
}

/** Over the year alone: a kind in a quarter is a day in a small service. */
function kindsTable(
  events: readonly CountedEvent[],
  quarters: readonly Quarter[],
  total: number | null,
): SummaryTable {
  const least = disclosureThresholds.minimumSensitiveCellSize;
  const [first] = quarters;
  const last = quarters.at(-1);
  const within = events.filter(
    ({ occurredOn }) =>
      first !== undefined && last !== undefined && occurredOn >= first.from && occurredOn <= last.to,
  );
  const kinds = eventTypes
    .map((type) => ({ type, count: within.filter(({ eventType }) => eventType === type).length }))
    .filter(({ count }) => count > 0);
  const parts = suppressPartition(
    kinds.map(({ count }) => count),
    least,
  );
  // The kinds add up to the year: where that is not told, they are not either.
  const isTold =
    total !== null && parts.totalHidden === null && parts.hidden.every((reason) => reason === null);
  return {
    id: 'event-kinds',
    title: 'Kinds of critical event',
    note: `Twelve months. Told only when there were ${least} or more of every kind that occurred, and each quarter is told.`,
    columns: ['', 'Events'],
    rows: isTold
      ? kinds.map(({ type, count }) => ({
          key: type,
          label: eventTypeLabels[type],
          cells: [shown(String(count))],
        }))
      : [{ key: 'kinds', label: 'By kind', cells: [cell('small-count', '')] }],
  };
}
