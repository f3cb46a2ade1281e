/** What a measure of Workforce is, and the pieces that its rules are put together from. */
import type { ValueFormat } from '@shared/charts/chart-spec';
import type { FigureRow, HandMonth, Share } from './figure-row';

export const measureIds = [
  'headcount',
  'wte',
  'starters',
  'leavers',
  'turnover-average',
  'turnover-opening',
  'turnover-voluntary',
  'stability',
  'vacancy-rate',
  'sickness-days',
  'sickness-hours',
  'sickness-long',
  'sickness-short',
  'caseload',
  'training-missed',
  'protected-time',
  'breaks',
  'sessions-cut',
  'supervision-coverage',
] as const;
export type MeasureId = (typeof measureIds)[number];
export type MeasureChart = 'run' | 'xmr' | 'p' | 'u' | 'c';

/** The numerator and the denominator of a figure, and the words that say what they are. */
export interface Fraction {
  readonly above: number;
  readonly below: number;
  /** "3 leavers of 42.5 people on average". */
  readonly words: string;
}

export interface Measure {
  readonly id: MeasureId;
  readonly label: string;
  /** How a sentence begins: "Turnover has been…". */
  readonly sentenceName: string;
  readonly valueLabel: string;
  readonly format: ValueFormat;
  readonly improvement: 'lower' | 'higher' | 'neutral';
  /** Values that can be, null without an end: limits of a chart outside of them are drawn clipped. */
  readonly possible: { readonly low: number | null; readonly high: number | null };
  /** The first is shown until somebody chooses. */
  readonly charts: readonly MeasureChart[];
  /** Windows of 12 months overlap, so that run rules and limits would find signals in nothing. */
  readonly isRolling: boolean;
  /** Null where there is no figure: not known, or nothing to divide by. */
  readonly valueOf: (row: FigureRow) => number | null;
  readonly fractionOf: (row: FigureRow) => Fraction | null;
  /** How many people the figure is about. A group of fewer than 5 is not shown. */
  readonly peopleBehind: (row: FigureRow) => number;
  /** How many of them it counts, and how many it does not, where it counts people. */
  readonly peopleCounted?: (row: FigureRow) => readonly number[] | null;
}

/** Below this nothing of a group is shown. */
export const smallestGroup = 5;

export function isGroupShown(measure: Measure, row: FigureRow): boolean {
  return measure.peopleBehind(row) >= smallestGroup;
}

export const share = { low: 0, high: 1 } as const;
export const zeroUp = { low: 0, high: null } as const;

export const number = (value: number): string => String(Number(value.toFixed(1)));
export const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** Heads of a typed month; where only WTE was typed, at least that many people are behind it. */
function typedHeads(hand: HandMonth | null): number {
  return hand?.headcount ?? Math.floor(hand?.wte ?? hand?.workersWithCases ?? 0);
}

export function heads(row: FigureRow): number {
  return row.source.staff === 'records' ? row.headcount : typedHeads(row.hand);
}

/** A figure of staff: of the records, or as it was typed, or none. */
export function ofStaff(
  records: (row: FigureRow) => number | null,
  typed: (hand: HandMonth) => number | null,
): (row: FigureRow) => number | null {
  return (row) => {
    if (row.source.staff === 'records') return records(row);
    return row.source.staff === 'by-hand' && row.hand !== null ? typed(row.hand) : null;
  };
}

export const isYearFilled = (row: FigureRow): boolean => row.openingHeadcount12 > 0;
export const averageHeads = (row: FigureRow): number => (row.openingHeadcount12 + row.headcount) / 2;

/** A rate over 12 months. Null where nobody was in post 12 months earlier: the window is not filled yet. */
export function overTheYear(
  valueOf: (row: FigureRow) => number | null,
  typed: (hand: HandMonth) => number | null,
): (row: FigureRow) => number | null {
  return ofStaff((row) => (isYearFilled(row) ? valueOf(row) : null), typed);
}

export function yearFraction(
  valueOf: (row: FigureRow) => number | null,
  fraction: (row: FigureRow) => Fraction,
): (row: FigureRow) => Fraction | null {
  return (row) => (valueOf(row) === null || !isYearFilled(row) ? null : fraction(row));
}

/**
 * Breaks and the like can be typed where nobody's name or number is kept. How many people are behind them is then not
 * known: the one who typed them sees them, and as a rate of fewer than 8 they are left out of what is copied.
 */
function headsOrUnknown(row: FigureRow): number {
  const known = heads(row);
  return known === 0 && row.source.staff !== 'records' ? smallestGroup : known;
}

/** A rate of practice time: the part over the whole. */
export function ofShare(
  shareOf: (row: FigureRow) => Share | null,
  words: (part: Share) => string,
): Pick<Measure, 'valueOf' | 'fractionOf' | 'peopleBehind'> {
  return {
    valueOf: (row) => {
      const part = shareOf(row);
      return part === null || part.below === 0 ? null : part.above / part.below;
    },
    fractionOf: (row) => {
      const part = shareOf(row);
      return part === null || part.below === 0 ? null : { ...part, words: words(part) };
    },
    peopleBehind: (row) => (shareOf(row) === null ? heads(row) : headsOrUnknown(row)),
  };
}

export const none = (): null => null;
