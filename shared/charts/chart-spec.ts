/**
 * A chart as data: everything that is drawn, said or tabled comes from one ChartSpec, so the picture, the
 * sentence and the table cannot disagree. Nothing here knows React or Recharts.
 */
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
}

export interface ReferenceLine {
  readonly label: string;
  readonly value: number;
  readonly kind: 'median' | 'baseline' | 'limit';
  /** The likely range of the baseline: a quiet band behind the points. */
  readonly band?: ChartInterval;
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
  /** Column titles of the table: low, middle, high. */
  readonly columns: readonly [string, string, string];
}

export interface FlaggedPoint {
  readonly at: number;
  readonly reason: string;
}

export interface ChartAnnotation {
  readonly at: number;
  readonly label: string;
}

export interface ChartSpec {
  readonly id: string;
  /** The measure. */
  readonly title: string;
  /** The period, and the rule set by its name. */
  readonly subtitle: string;
  /** What was seen, in one sentence; no cause. */
  readonly headline: string;
  /** Rows put the points on the vertical axis: for scales, and for two or three rounds. */
  readonly layout: 'columns' | 'rows';
  readonly x: {
    readonly kind: 'months' | 'rounds' | 'scales';
    readonly label: string;
    readonly detailLabel?: string;
    readonly points: readonly ChartPoint[];
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

/** "A, B and C": one flag per point, so two reasons at one place read as one line. */
export function flagReasonsAt(spec: ChartSpec, at: number): string {
  return spec.flags
    .filter((flag) => flag.at === at)
    .map((flag) => flag.reason)
    .join('; ');
}
