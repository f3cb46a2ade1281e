/** Supervision on time, rounds of wellbeing, and critical events. */
import { suppressMean } from '@shared/disclosure/statistic';
import type { HiddenReason } from '@shared/disclosure/thresholds';
import { suppressPartition } from '@shared/disclosure/partition';
import type { Instrument } from '@shared/instruments/instrument';
import { firstDayOf, formatMonth, lastDayOf, monthOf } from '@shared/kernel/local-date';
import { eventTypeLabels, eventTypes } from '@shared/records/event-plan/event-plan';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import {
  baselineOf,
  changeSince,
  readScaleIds,
  roundViews,
  shownScale,
  type RoundView,
} from '@shared/wellbeing/round-results';
import { asWritten, figure, noData, words, type DraftCell, type DraftRow, type DraftTable } from '../draft';
import { figureKey, groupOf, periodAt, periodOf } from '../figures/keys';
import type { BlockInput } from './block-input';
import { listTable } from './list-table';
import { inPostKey, populationOf } from './people-block';

export function supervisionTable(input: BlockInput): DraftTable {
  const { book, records, choice, people, limits } = input;
  const interval = records.service.supervisionIntervalDays;
  const coverage = supervisionCoverageAsOf({
    people: people.counted,
    sessions: records.sessions,
    groupSessions: records.groupSessions,
    absences: records.absences,
    intervalDays: interval,
    asOf: choice.periodEnd,
  });
  const at = periodAt(choice.periodEnd);
  const everybody = coverage.people.length;
  return listTable(
    book,
    {
      id: 'supervision',
      title: 'Supervision',
      note: `On the last day of the period. On time: a session of any kind, or a reflective group, held within the agreed interval (${interval} days unless agreed otherwise). ${people.note}`,
      columns: ['Measure', 'People'],
    },
    { key: inPostKey(input), label: 'Everyone counted' },
    [
      {
        key: figureKey('supervised', at, populationOf(people)),
        label: 'On time',
        count: coverage.onTime,
      },
      {
        key: figureKey('not-supervised', at, populationOf(people)),
        label: 'Overdue, none recorded, or away throughout',
        count: everybody - coverage.onTime,
      },
    ],
    { minimum: limits.minimumCellSize, keepsEmptyParts: true },
  );
}

const verdictWords = {
  higher: 'Higher than the baseline',
  lower: 'Lower than the baseline',
  'no-clear-change': 'No clear change',
} as const;

/** The newest closed round of each measure in the period, of the whole service. */
export function wellbeingTables(input: BlockInput): DraftTable[] {
  const { records, periodStart, choice } = input;
  const views = roundViews(records.waves, records.measures).filter(
    ({ wave, state }) => wave.group === '' && state.kind !== 'open',
  );
  const inPeriod = views.filter(
    ({ wave }) => wave.closesOn >= periodStart && wave.closesOn <= choice.periodEnd,
  );
  const measureIds = [...new Set(inPeriod.map(({ wave }) => wave.instrumentId))].sort();
  return measureIds.flatMap((measure) => {
    const newest = inPeriod.findLast(({ wave }) => wave.instrumentId === measure);
    // A round of a version that is not here is a table of hidden figures: which rows it would have is no secret.
    const instrument = newest?.instrument ?? records.measures.find(measure);
    return newest === undefined || instrument === null
      ? []
      : [wellbeingTable(input, newest, instrument, baselineOf(views, newest))];
  });
}

function wellbeingTable(
  input: BlockInput,
  view: RoundView,
  instrument: Instrument,
  baseline: RoundView | null,
): DraftTable {
  const { book, limits } = input;
  const as = instrument.derivedScales.length > 0 ? 'whole' : 'one-decimal';
  const period = periodAt(view.wave.closesOn);
  const reasonFor = (round: RoundView | null, scaleId: string): HiddenReason | null => {
    const scale = round === null ? null : shownScale(round, scaleId);
    return scale === null ? 'too-few-people' : suppressMean(scale.n, limits);
  };
  const rows = readScaleIds(instrument).map((scaleId): DraftRow => {
    const title = [...instrument.scales, ...instrument.derivedScales].find(({ id }) => id === scaleId)?.title;
    const scale = shownScale(view, scaleId);
    const reason = reasonFor(view, scaleId);
    const key = book.add(
      figureKey(`mean-${instrument.id}-${scaleId}`, period),
      asWritten(scale?.mean ?? 0, as),
      { kind: 'statistic', reason },
    );
    const change = changeSince(baseline, view, scaleId);
    const hidden = reason ?? reasonFor(baseline, scaleId);
    const besideBaseline = (): DraftCell => {
      if (hidden !== null) return { kind: 'hidden', reason: hidden };
      return change === null ? noData : words(verdictWords[change.verdict]);
    };
    return {
      key: scaleId,
      label: title ?? scaleId,
      cells: [figure(key, as), view.wave.isBaseline ? words('This is the baseline') : besideBaseline()],
    };
  });
  return {
    kind: 'table',
    id: `wellbeing-${instrument.id}`,
    title: `Wellbeing: ${instrument.title}`,
    note: `Round that closed in ${formatMonth(monthOf(view.wave.closesOn))}. Averages of groups of ${limits.minimumForStatistic} or more. Other people may have answered the baseline.`,
    columns: ['Measure', 'Average', 'Against the baseline'],
    rows: [...rows, ...replyRows(input, view, period)],
    // One scale alone is a number, not a picture.
    ...(rows.length < 2
      ? {}
      : {
          chart: { column: 0, title: `${instrument.title}: averages`, rows: rows.map(({ key }) => key) },
        }),
  };
}

function replyRows({ book, limits }: BlockInput, view: RoundView, period: string): DraftRow[] {
  const group = groupOf('event', view.wave.instrumentId);
  const { invited } = view.wave;
  const usable = view.state.kind === 'shown' ? view.state.summary.usable : 0;
  const split = suppressPartition([usable, Math.max(0, invited - usable)], limits.minimumCellSize);
  const own = view.state.kind === 'shown' ? (split.hidden[0] ?? null) : 'too-few-people';
  const asked = book.add(figureKey('asked', period, group), Math.max(invited, usable), {
    reason: split.totalHidden,
  });
  const replied = book.add(figureKey('replied', period, group), usable, {
    reason: split.totalHidden ?? own,
    hidesZero: true,
  });
  const silent = book.add(figureKey('no-reply', period, group), Math.max(0, invited - usable), {
    isPublished: false,
    hidesZero: true,
  });
  book.sum(asked, [replied, silent]);
  return [
    { key: 'replied', label: 'Replied', cells: [figure(replied), words('')] },
    { key: 'asked', label: 'Asked', cells: [figure(asked), words('')] },
  ];
}

/** The sum beside its quarters; null where it may not be told. */
export function yearTotal(quarters: readonly number[], minimum: number): number | null {
  return quarters.every((count) => count >= minimum) ? quarters.reduce((sum, count) => sum + count, 0) : null;
}

/**
 * Critical events by quarter and by kind. Events are few, and a day and a kind are a person to those who work there:
 * a quarter says a count from five on, else "fewer than 5 events", none included. What is said of a quarter depends on
 * that quarter alone, and the year is told only when its quarters are (tests/unit/reports/events.test.ts tries them all).
 */
export function eventTables(input: BlockInput): DraftTable[] {
  const { book, records, quarters, span, limits } = input;
  const few = `fewer than ${limits.minimumCellSize} events`;
  const days = records.plans.map(({ value }) => value);
  const parts = quarters.map((quarter) => {
    const count = days.filter(
      ({ occurredOn }) => occurredOn >= firstDayOf(quarter.from) && occurredOn <= lastDayOf(quarter.to),
    ).length;
    const key = book.add(figureKey('events', periodOf(quarter)), count, {
      hidesZero: true,
      reason: count < limits.minimumCellSize ? 'small-count' : null,
    });
    const [firstName = ''] = formatMonth(quarter.from).split(' ');
    return { key, count, quarter, label: `${firstName} to ${formatMonth(quarter.to)}` };
  });
  const counts = parts.map(({ count }) => count);
  const isTold = yearTotal(counts, limits.minimumCellSize) !== null;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const totalKey = book.add(figureKey('events', periodOf(span)), total, {
    hidesZero: true,
    reason: isTold ? null : 'protects-another',
  });
  // A sum that is not told ties the quarters to nothing, so that each says what it says by itself.
  if (isTold)
    book.sum(
      totalKey,
      parts.map(({ key }) => key),
    );
  const byQuarter: DraftTable = {
    kind: 'table',
    id: 'events',
    title: 'Critical events',
    note: 'Events with a support plan, by the quarter in which they happened. A quarter with none and a quarter with four read the same. The sum is told only when each quarter is.',
    columns: ['Quarter', 'Events'],
    rows: [
      ...parts.map(({ key, quarter, label }) => ({
        key: quarter.from,
        label,
        cells: [figure(key, 'count', few)],
      })),
      { key: 'total', label: 'The whole period', cells: [figure(totalKey)], isTotal: true },
    ],
  };
  return [byQuarter, kindsTable(input, isTold, totalKey)];
}

/** Over the period alone: a kind in a quarter is a day in a small service. */
function kindsTable(input: BlockInput, isTold: boolean, totalKey: string): DraftTable {
  const { book, records, periodStart, choice, span, limits } = input;
  const least = limits.minimumSensitiveCellSize;
  const within = records.plans.filter(
    ({ value: { occurredOn } }) => occurredOn >= periodStart && occurredOn <= choice.periodEnd,
  );
  const kinds = eventTypes
    .map((type) => ({ type, count: within.filter(({ value }) => value.eventType === type).length }))
    .filter(({ count }) => count > 0);
  const parts = suppressPartition(
    kinds.map(({ count }) => count),
    least,
  );
  const mayTell = isTold && parts.totalHidden === null && parts.hidden.every((reason) => reason === null);
  const keys = kinds.map(({ type, count }) =>
    book.add(figureKey('events', periodOf(span), groupOf('event', type)), count, {
      kind: 'sensitive-count',
      reason: mayTell ? null : 'small-count',
      isPublished: mayTell,
    }),
  );
  if (mayTell) book.sum(totalKey, keys);
  return {
    kind: 'table',
    id: 'event-kinds',
    title: 'Kinds of critical event',
    note: `Told only when there were ${least} or more of every kind that occurred, and each quarter is told.`,
    columns: ['Kind', 'Events'],
    rows: mayTell
      ? kinds.map(({ type }, index) => ({
          key: type,
          label: eventTypeLabels[type],
          cells: [figure(keys[index] ?? '')],
        }))
      : [{ key: 'kinds', label: 'By kind', cells: [{ kind: 'hidden', reason: 'small-count' }] }],
  };
}
