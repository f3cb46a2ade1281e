/**
 * A chart as data: everything that is drawn, said or tabled comes from one ChartSpec, so the picture, the
 * sentence and the table cannot disagree. Nothing here knows React or Recharts.
 */
import type { Assurance, VariationIcon } from '@shared/statistics/xmr';

export type ValueFormat = 'percent' | 'whole' | 'one-decimal' | 'two-decimals';

export const seriesDashes = ['solid', 'long', 'short', 'dotted'] as const;
export const seriesMarkers = ['circle', 'square', 'triangle', 'diamond'] as const;
export type SeriesDash = (typeof seriesDashes)[number];
export type SeriesMarker = (typeof seriesMarkers)[number];

export interface ChartInterval {
  readonly lower: number;
  readonly upper: number;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly dash: SeriesDash;
  readonly marker: SeriesMarker;
  /** False where neighbours are different things (scales), so a line between them would mean nothing. */
  readonly isJoined: boolean;
  /** One per point of x. Null = missing or hidden: a gap, never 0. */
  readonly values: readonly (number | null)[];
  /** The likely range of each value, where there is one. */
  readonly intervals?: readonly (ChartInterval | null)[];
  /** What the range is, when it is not the likely range of a mean. */
  readonly intervalLabel?: string;
}

export interface ChartPoint {
  readonly key: string;
  /** "March 2026" */
  readonly label: string;
  /** "Mar 2026": under the axis. */
  readonly shortLabel: string;
  /** Numerator and denominator, or how many replied: shown with the value and in the table. */
  readonly detail?: string;
  /** People the figure is about. A chart of points without it stays inside the app: see `chart-taken-out.ts`. */
  readonly people?: number;
  /**
   * How many people the figure counts, and how many of its people it does not: leavers, and those who stayed. Where one
   * of them is 1 to 4 the point stays inside.
   */
  readonly counted?: readonly number[];
  /** Under the axis, below the name: people at risk. */
  readonly under?: string;
}

/** Where points stand on an axis of numbers. */
export interface NumberAxis {
  /** Under the axis: "People in the team". */
  readonly label: string;
  /** One per point of x. The arrow keys go from the left to the right, whatever the order of the points. */
  readonly positions: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** A line that is known between the points of a series as well: a step curve, a centre. Drawn, never walked or tabled. */
export interface ChartCurve {
  /** The series whose colour and dash it has; null for a line that no series has, such as an average. */
  readonly seriesId: string | null;
  readonly isStepped: boolean;
  readonly points: readonly { readonly x: number; readonly value: number }[];
}

/** An area along an axis of numbers: the likely range of a curve, the limits of a funnel. */
export interface ChartRegion {
  readonly label: string;
  readonly kind: 'interval' | 'inner-limits' | 'outer-limits';
  /** Whose interval it is. */
  readonly seriesId?: string;
  readonly isStepped: boolean;
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

export interface ReferenceLine {
  readonly label: string;
  readonly value: number;
  readonly kind: 'median' | 'baseline' | 'limit';
  /** The likely range of the baseline: a quiet band behind the points. */
  readonly band?: ChartInterval;
  /** Places of x.points that it holds for, both included; without it the whole width. */
  readonly span?: { readonly from: number; readonly to: number };
}

/** A range of its own behind each point, such as a published benchmark. */
export interface ReferenceRange {
  readonly label: string;
  /** One per point of x. */
  readonly spans: readonly { readonly low: number; readonly middle: number; readonly high: number }[];
  /** Column titles of the table: low, middle, high. */
  readonly columns: readonly [string, string, string];
}

/**
 * Centre line and limits of a control chart: constant within a phase, or following each point's denominator.
 * Drawn under the values, in steps, with a break at the start of every phase.
 */
export interface LimitBand {
  readonly label: string;
  /** One per point of x; null where there are no limits, or no figure to judge by them. */
  readonly spans: readonly ({
    readonly low: number;
    readonly middle: number;
    readonly high: number;
  } | null)[];
  /** Points at which a phase starts, the first included. */
  readonly phaseStarts: readonly number[];
  /** Phases whose limits are a first attempt and move with every new figure; by their place in phaseStarts. */
  readonly trialPhases?: readonly number[];
  /** Column titles of the table: low, middle, high. */
  readonly columns: readonly [string, string, string];
}

export type FlagTone = 'improvement' | 'concern' | 'neutral';

export interface FlaggedPoint {
  readonly at: number;
  readonly reason: string;
  /** What the mark means, for its shape, its colour and its word in the key. Without it: neutral. */
  readonly tone?: FlagTone;
}

/** Something that happened, with its day: a note of the service, an event, a new phase. */
export interface ChartAnnotation {
  readonly at: number;
  readonly label: string;
  /** "3 June 2025", where the point's own name is wider than the day. */
  readonly day?: string;
  /** A new phase breaks the limits, so its line goes through the drawing. */
  readonly kind?: 'phase' | 'note';
}

/** What a control chart of now says: an icon, always with its words. */
export interface ChartReading {
  readonly variation: {
    readonly icon: VariationIcon;
    readonly name: string;
    readonly meaning: string;
  };
  readonly assurance: {
    readonly icon: Assurance;
    readonly name: string;
    readonly meaning: string;
  } | null;
}

export interface ChartSpec {
  readonly id: string;
  /** The measure. */
  readonly title: string;
  /** The period, and the rule set by its name. */
  readonly subtitle: string;
  /** What was seen, in one sentence; no cause. */
  readonly headline: string;
  /**
   * Rows put the points on the vertical axis: for scales, and for two or three rounds. Steps and funnels have an axis of
   * numbers: `x.scale`.
   */
  readonly layout: 'columns' | 'rows' | 'steps' | 'funnel';
  readonly x: {
    readonly kind: 'months' | 'weeks' | 'rounds' | 'scales';
    readonly label: string;
    readonly detailLabel?: string;
    readonly points: readonly ChartPoint[];
    readonly scale?: NumberAxis;
    /** What `under` is: "People at risk". */
    readonly underLabel?: string;
  };
  readonly y: {
    /** What one value is: "Share of days", "Average, 0 to 100". */
    readonly label: string;
    readonly format: ValueFormat;
    readonly ticks: readonly number[];
  };
  /** Four at most: more cannot be told apart. */
  readonly series: readonly ChartSeries[];
  readonly references: readonly ReferenceLine[];
  readonly ranges: readonly ReferenceRange[];
  readonly bands?: readonly LimitBand[];
  readonly curves?: readonly ChartCurve[];
  readonly regions?: readonly ChartRegion[];
  readonly reading?: ChartReading | null;
  readonly flags: readonly FlaggedPoint[];
  readonly annotations: readonly ChartAnnotation[];
  /** Small print under the chart. */
  readonly notes: readonly string[];
  /** Why nothing is drawn; null when something is. */
  readonly hidden: string | null;
}

export const missingText = 'No figure';

/** A number as it is shown everywhere: axis, tooltip, table. Minus is a true minus sign. */
export function formatValue(value: number, format: ValueFormat): string {
  const text = formatters[format](Math.abs(value));
  const isZero = Number.parseFloat(text) === 0;
  return value < 0 && !isZero ? `−${text}` : text;
}

const formatters: Readonly<Record<ValueFormat, (value: number) => string>> = {
  percent: (value) => `${fixed(value * 100, 1)}%`,
  whole: (value) => fixed(value, 0),
  'one-decimal': (value) => fixed(value, 1),
  'two-decimals': (value) => fixed(value, 2),
};

/** Half away from zero, decided on the shortest decimal of the number: 0.285 gives 0.29 although it is stored as a hair less. */
function fixed(value: number, decimals: number): string {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  const text = Number(`${shifted}e-${decimals}`).toFixed(decimals);
  return Number.isFinite(shifted) ? text : value.toFixed(decimals);
}

/** An axis label: as short as the value allows. */
export function formatTick(value: number, format: ValueFormat): string {
  if (format === 'percent') return `${Number((value * 100).toFixed(1))}%`;
  return String(Number(value.toFixed(2)));
}

export function formatInterval(interval: ChartInterval, format: ValueFormat): string {
  return `${formatValue(interval.lower, format)} to ${formatValue(interval.upper, format)}`;
}

/** Notes by the point they stand at, numbered from left to right as the drawing and the list under it number them. */
export interface NumberedNotes {
  readonly at: number;
  readonly number: number;
  readonly notes: readonly ChartAnnotation[];
}

export function numberedNotes(spec: ChartSpec): NumberedNotes[] {
  const places = [...new Set(spec.annotations.map(({ at }) => at))].sort((left, right) => left - right);
  return places.map((at, index) => ({
    at,
    number: index + 1,
    notes: spec.annotations.filter((note) => note.at === at),
  }));
}

/** The tone of a point's mark; a concern is never hidden by a good sign at the same point. */
export function flagTones(spec: ChartSpec): ReadonlyMap<number, FlagTone> {
  const tones = new Map<number, FlagTone>();
  const weight: Readonly<Record<FlagTone, number>> = { neutral: 0, improvement: 1, concern: 2 };
  for (const { at, tone = 'neutral' } of spec.flags) {
    const known = tones.get(at);
    if (known === undefined || weight[tone] > weight[known]) tones.set(at, tone);
  }
  return tones;
}

/** "A, B and C": one flag per point, so two reasons at one place read as one line. */
export function flagReasonsAt(spec: ChartSpec, at: number): string {
  return spec.flags
    .filter((flag) => flag.at === at)
    .map((flag) => flag.reason)
    .join('; ');
}
