/** Wellbeing rounds → ChartSpec. What may be shown is decided in shared/wellbeing; a hidden round is a gap. */
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import type { Instrument } from '@shared/instruments/instrument';
import { scaleTitle } from '@shared/wellbeing/round-details';
import {
  baselineOf,
  readScaleIds,
  shownScale,
  type RoundView,
  type ShownScale,
} from '@shared/wellbeing/round-results';
import { formatOf, groupBandText, scaleHeadline, scalesHeadline } from '@shared/wellbeing/result-words';
import { rangeTicks, scaleRange, type ScaleRange } from '@shared/wellbeing/scale-range';
import type { ChartNote } from '@shared/workforce/chart-notes';
import type {
  ChartAnnotation,
  ChartInterval,
  ChartPoint,
  ChartSeries,
  ChartSpec,
  ReferenceLine,
} from './chart-spec';

/** Nothing of a hidden round, not even how few replied. */
export function repliesText(view: RoundView): string {
  if (view.state.kind !== 'shown') return 'Nothing is shown for this round';
  return `${view.wave.answerSets.length} of ${view.wave.invited} replied`;
}

function roundPoint(view: RoundView): ChartPoint {
  return {
    key: view.id,
    label: `${view.wave.label}, ${formatMonth(monthOf(view.wave.opensOn))}`,
    shortLabel: view.wave.label,
    detail: repliesText(view),
  };
}

const groupWords = (group: string): string => (group === '' ? 'Whole service' : group);

function smallSampleNotes(rounds: readonly RoundView[]): string[] {
  const isSmall = rounds.some((view) => view.state.kind === 'shown' && view.state.summary.isSmallSample);
  return isSmall ? ['Fewer than 30 replies: only a large change would show.'] : [];
}

const betterWords = { higher: 'Higher is better.', lower: 'Lower is better.' } as const;

function betterOf(instrument: Instrument, scaleId: string): 'higher' | 'lower' {
  const all = [...instrument.scales, ...instrument.derivedScales];
  return all.find(({ id }) => id === scaleId)?.better ?? 'higher';
}

/** A likely range may reach past the ends of the scale, where no score can be: it is cut there. */
function clipped(scale: ShownScale | null, { low, high }: ScaleRange): ChartInterval | null {
  if (scale?.interval == null) return null;
  return { lower: Math.max(low, scale.interval.lower), upper: Math.min(high, scale.interval.upper) };
}

/** A published average that was read in a source. A recalled one is told in words alone, to be checked. */
function normLines(instrument: Instrument, scaleId: string): ReferenceLine[] {
  return instrument.norms.flatMap((norm): ReferenceLine[] =>
    norm.scale === scaleId && norm.mean !== null && norm.evidence !== 'R'
      ? [{ kind: 'limit', label: `${norm.population}, published`, value: norm.mean }]
      : [],
  );
}

/** What happened from the first round to the last, each at the first round that closed after it. */
function happenedBetween(
  rounds: readonly RoundView[],
  happened: readonly ChartNote[],
): (ChartAnnotation & { readonly day: string })[] {
  const first = rounds[0]?.wave.opensOn;
  return happened.flatMap(({ label, day, from }) => {
    const at = rounds.findIndex(({ wave }) => wave.closesOn >= from);
    return first === undefined || from < first || at < 0 ? [] : [{ at, label, day, kind: 'note' as const }];
  });
}

/**
 * One scale, mean with its likely range, round by round. `rounds` share measure and group, oldest first; the newest
 * stands beside `compared`, or its baseline. A scale is chosen where a measure has several.
 */
export function wellbeingTrendChart(
  instrument: Instrument,
  rounds: readonly RoundView[],
  options: {
    readonly scaleId?: string;
    readonly compared?: RoundView | null;
    /** What happened around the service, oldest first. */
    readonly happened?: readonly ChartNote[];
  } = {},
): ChartSpec {
  const closed = rounds.filter((view) => view.state.kind !== 'open');
  const scaleId = options.scaleId ?? readScaleIds(instrument)[0] ?? '';
  const scales = closed.map((view) => shownScale(view, scaleId));
  const format = formatOf(instrument, scaleId);
  const range = scaleRange(instrument, scaleId);
  const baselineAt = closed.findIndex((view) => view.wave.isBaseline);
  const baseline = baselineAt === -1 ? null : (scales[baselineAt] ?? null);
  const newest = closed.findLast((view) => shownScale(view, scaleId) !== null);
  const compared = options.compared ?? (newest === undefined ? null : baselineOf(closed, newest));
  const first = closed[0];
  const last = closed.at(-1);
  const period =
    first === undefined || last === undefined
      ? ''
      : `${formatDate(first.wave.opensOn)} to ${formatDate(last.wave.closesOn)}. `;
  const isOnly = readScaleIds(instrument).length === 1;
  const measure = isOnly ? instrument.title : `${instrument.title}, ${scaleTitle(instrument, scaleId)}`;
  const baselineBand = clipped(baseline, range);
  const layout = closed.length <= 3 ? 'rows' : 'columns';
  const happened = happenedBetween(closed, options.happened ?? []);
  return {
    id: `trend-${instrument.id}`,
    title: `${groupWords(first?.wave.group ?? '')}: ${measure}. Average, ${range.low} to ${range.high}, with its likely range`,
    subtitle: `${period}${betterWords[betterOf(instrument, scaleId)]} Range: 95% interval of the average. Change: Welch’s test.`,
    headline: scaleHeadline(instrument, scaleId, newest, compared),
    layout,
    x: { kind: 'rounds', label: 'Round', detailLabel: 'Replies', points: closed.map(roundPoint) },
    y: { label: `Average, ${range.low} to ${range.high}`, format, ticks: rangeTicks(range) },
    series: [
      {
        id: 'mean',
        label: 'Average',
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values: scales.map((scale) => scale?.mean ?? null),
        intervals: scales.map((scale) => clipped(scale, range)),
      },
    ],
    references: [
      ...(baseline === null
        ? []
        : [
            {
              kind: 'baseline' as const,
              label: 'Baseline average',
              value: baseline.mean,
              ...(baselineBand === null ? {} : { band: baselineBand }),
            },
          ]),
      ...normLines(instrument, scaleId),
    ],
    ranges: [],
    flags: [],
    annotations: layout === 'columns' ? happened : [],
    notes: [
      // Rows have no axis of time for a marker to stand on.
      ...(layout === 'rows' ? happened.map(({ day, label }) => `${day}: ${label}`) : []),
      'The rounds may be different people, so a change is a guide. It does not show what caused it.',
      ...smallSampleNotes(closed),
    ],
    hidden: scales.some((scale) => scale !== null)
      ? null
      : 'No closed round has 5 replies that can be shown yet, so nothing is drawn.',
  };
}

/**
 * Scales of one range share an axis in their own units. Where ranges differ (sums of five and of ten items) each scale
 * is drawn on its own range, 0 the lowest score and 100 the highest; the table beside the drawing has the scores.
 */
interface Axis {
  readonly isShare: boolean;
  readonly range: ScaleRange;
  place(scaleId: string, value: number): number;
}

function axisOf(instrument: Instrument, ids: readonly string[]): Axis {
  const ranges = new Map(ids.map((id) => [id, scaleRange(instrument, id)]));
  const [first = { low: 0, high: 1 }] = ranges.values();
  const isShare = [...ranges.values()].some(({ low, high }) => low !== first.low || high !== first.high);
  if (!isShare) return { isShare, range: first, place: (_, value) => value };
  return {
    isShare,
    range: { low: 0, high: 100 },
    place: (id, value) => {
      const { low, high } = ranges.get(id) ?? first;
      return ((value - low) / (high - low)) * 100;
    },
  };
}

function benchmarkOf(instrument: Instrument, ids: readonly string[]) {
  const found = ids.map((id) =>
    instrument.bands.find((bands) => bands.scale === id && bands.scope === 'group'),
  );
  const spans = found.flatMap((bands) => {
    const [low, middle, high] = bands?.edges.map((edge) => edge.at) ?? [];
    return low === undefined || middle === undefined || high === undefined ? [] : [{ low, middle, high }];
  });
  return spans.length === ids.length && found[0] !== undefined ? { spans, source: found[0].source } : null;
}

/** The scales of one round beside a benchmark, norms and an earlier round. Not joined: they are different things. */
export function scalesChart(instrument: Instrument, view: RoundView, compared: RoundView | null): ChartSpec {
  const ids = readScaleIds(instrument);
  const axis = axisOf(instrument, ids);
  const format = axis.isShare ? 'whole' : formatOf(instrument, ids[0] ?? '');
  const scales = ids.map((id) => shownScale(view, id));
  const benchmark = axis.isShare ? null : benchmarkOf(instrument, ids);
  const directions = ids.map((id) => betterOf(instrument, id));
  const [direction = 'higher'] = directions;
  const isOneWay = directions.every((each) => each === direction);
  const placed = (id: string, value: number | undefined): number | null =>
    value === undefined ? null : axis.place(id, value);
  const interval = (id: string, scale: ShownScale | null): ChartInterval | null => {
    const cut = clipped(scale, scaleRange(instrument, id));
    return cut === null ? null : { lower: axis.place(id, cut.lower), upper: axis.place(id, cut.upper) };
  };
  const norms = ids.map(
    (id) =>
      instrument.norms.find((norm) => norm.scale === id && norm.mean !== null && norm.evidence !== 'R')
        ?.mean ?? null,
  );
  const more: ChartSeries[] = [];
  if (compared !== null && ids.some((id) => shownScale(compared, id) !== null)) {
    more.push({
      id: 'compared',
      label: compared.wave.label,
      dash: 'short',
      marker: 'square',
      isJoined: false,
      values: ids.map((id) => placed(id, shownScale(compared, id)?.mean)),
    });
  }
  if (norms.some((mean) => mean !== null)) {
    more.push({
      id: 'norm',
      label: 'Published average',
      dash: 'dotted',
      marker: 'diamond',
      isJoined: false,
      values: ids.map((id, at) => placed(id, norms[at] ?? undefined)),
    });
  }
  const detailOf = (at: number): string => {
    const scale = scales[at] ?? null;
    if (scale === null) return 'Hidden';
    if (scale.groupBand !== null) return groupBandText(scale.groupBand);
    return isOneWay ? '' : betterWords[directions[at] ?? 'higher'].replace('.', '');
  };
  const hasDetail = benchmark !== null || !isOneWay || scales.includes(null);
  const range = axis.isShare ? 'Each scale on its own range: 0 is its lowest score, 100 its highest.' : '';
  return {
    id: `scales-${view.id}`,
    title: `${groupWords(view.wave.group)}: ${instrument.title}. ${
      axis.isShare
        ? 'Where each average lies on its scale'
        : `Average, ${axis.range.low} to ${axis.range.high}`
    }`,
    subtitle: [
      `${view.wave.label}, ${formatDate(view.wave.opensOn)} to ${formatDate(view.wave.closesOn)}.`,
      range,
      isOneWay ? betterWords[direction] : '',
      benchmark === null ? '' : `Benchmark: ${benchmark.source}, 20th to 80th percentile.`,
    ]
      .filter((text) => text !== '')
      .join(' '),
    headline: scalesHeadline(instrument, view, compared),
    layout: 'rows',
    x: {
      kind: 'scales',
      label: 'Scale',
      detailLabel: benchmark === null ? 'How to read it' : 'Beside the benchmark',
      points: ids.map((id, at) => ({
        key: id,
        label: scaleTitle(instrument, id),
        shortLabel: scaleTitle(instrument, id).replace(/ \(.*\)$/u, ''),
        ...(hasDetail ? { detail: detailOf(at) } : {}),
      })),
    },
    y: {
      label: axis.isShare
        ? 'Place on the scale, 0 to 100'
        : `Average, ${axis.range.low} to ${axis.range.high}`,
      format,
      ticks: rangeTicks(axis.range),
    },
    series: [
      {
        id: 'now',
        label: view.wave.label,
        dash: 'solid',
        marker: 'circle',
        isJoined: false,
        values: ids.map((id, at) => placed(id, scales[at]?.mean)),
        intervals: ids.map((id, at) => interval(id, scales[at] ?? null)),
      },
      ...more,
    ],
    references: [],
    ranges:
      benchmark === null
        ? []
        : [
            {
              label: 'Benchmark',
              columns: ['Benchmark, 20th percentile', 'Benchmark, middle', 'Benchmark, 80th percentile'],
              spans: benchmark.spans,
            },
          ],
    flags: [],
    annotations: [],
    notes: [
      benchmark === null
        ? 'Scales are different things: compare each with itself, not with the next.'
        : 'The benchmark is of whole organisations. A band is a pointer for talking, not a finding about anyone.',
      ...smallSampleNotes([view]),
    ],
    hidden: scales.some((scale) => scale !== null) ? null : 'Nothing can be shown from this round.',
  };
}

/** The drawing that fits a measure: rounds of one scale, or the scales of one round. */
export function roundChart(instrument: Instrument, view: RoundView, compared: RoundView | null): ChartSpec {
  return readScaleIds(instrument).length === 1
    ? wellbeingTrendChart(instrument, compared === null ? [view] : [compared, view], { compared })
    : scalesChart(instrument, view, compared);
}
