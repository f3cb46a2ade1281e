/**
 * Days between events that are rare: what is drawn is the wait for each, so a high point is a long quiet time. A t-chart,
 * or a g-chart of whole days where two events fall on one moment, which a t-chart cannot take.
 */
import { daysBetween, formatDate, formatDateShort, type LocalDate } from '@shared/kernel/local-date';
import type { AttributeLimits } from '@shared/statistics/attribute-charts';
import { gChart, tChart } from '@shared/statistics/rare-events';
import type { ChartSpec } from './chart-spec';
import { limitsChartSpec } from './limits-chart';

export interface RareEvent {
  readonly on: LocalDate;
  /** "16:20"; null where only the day is known. */
  readonly at: string | null;
}

export interface GapsChartInput {
  readonly id: string;
  readonly title: string;
  /** Starts the sentence: "Time between incidents". */
  readonly measure: string;
  readonly events: readonly RareEvent[];
  readonly asOf: LocalDate;
  /** How many of the newest waits are drawn; all of them make the limits. */
  readonly shown: number;
}

const minutesOfDay = 24 * 60;

function momentOf({ on, at }: RareEvent, origin: LocalDate): number {
  const [hours = 0, minutes = 0] = (at ?? '00:00').split(':').map(Number);
  return daysBetween(origin, on) + (hours * 60 + minutes) / minutesOfDay;
}

export interface GapsChart {
  readonly spec: ChartSpec;
  /** Days since the newest event: still running, so it is told and in no limit. Null without an event. */
  readonly running: number | null;
  readonly events: number;
}

function orderOf({ on, at }: RareEvent): string {
  return `${on} ${at ?? ''}`;
}

export function gapsChart(input: GapsChartInput): GapsChart {
  const events = input.events
    .filter(({ on }) => on <= input.asOf)
    .toSorted((left, right) =>
      orderOf(left) < orderOf(right) ? -1 : orderOf(left) > orderOf(right) ? 1 : 0,
    );
  const origin = events[0]?.on ?? input.asOf;
  const newest = events.at(-1);
  // A time of day helps only where both ends of a wait have one: else whole days are what is known.
  const hasTimes = events.length > 0 && events.every(({ at }) => at !== null);
  const moments = events.map((event) => momentOf(hasTimes ? event : { ...event, at: null }, origin));
  const waits = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
  const asTime = tChart({ timeBetween: waits });
  const days = events.slice(1).map(({ on }, index) => daysBetween(events[index]?.on ?? origin, on));
  const kind = asTime.ok ? 't' : 'g';
  const limits: AttributeLimits = asTime.ok ? asTime.value : gChart({ opportunitiesBetween: days });
  const first = Math.max(0, waits.length - input.shown);
  const cut = <T>(values: readonly T[]): T[] => values.slice(first);
  const ended = events.slice(1 + first);
  const spec = limitsChartSpec({
    id: input.id,
    kind,
    title: input.title,
    period:
      newest === undefined
        ? 'No dates yet'
        : `${formatDate(origin)} to ${formatDate(newest.on)}, ${events.length} dates`,
    measure: input.measure,
    valueLabel: 'Days since the one before',
    format: kind === 't' ? 'one-decimal' : 'whole',
    limits: {
      value: cut(limits.value),
      centre: cut(limits.centre),
      lower: cut(limits.lower),
      upper: cut(limits.upper),
    },
    // A long wait is the good news.
    improvement: 'higher',
    axis: {
      label: 'Ended on',
      points: ended.map(({ on, at }, index) => ({
        key: `${first + index} ${on}`,
        label: at === null ? formatDate(on) : `${formatDate(on)}, ${at}`,
        shortLabel: `${formatDateShort(on)} ${on.slice(0, 4)}`,
      })),
    },
  });
  const running = newest === undefined ? null : daysBetween(newest.on, input.asOf);
  return {
    spec: {
      ...spec,
      hidden:
        events.length < 2 ? 'Two dates make the first wait, so there is nothing to draw yet.' : spec.hidden,
      notes: [
        ...spec.notes,
        ...(kind === 'g' ? ['Two fall on one moment, so whole days are counted (g-chart).'] : []),
      ],
    },
    running,
    events: events.length,
  };
}
