/** What was measured in one lane, and what is made of it. */
import type { BuildFigures, Mark, OpenFigures } from '../contender.js';
import type { Lane } from '../lanes.js';

export interface Round extends OpenFigures {
  /** Main's own part of each save. */
  readonly mainAppendMs: readonly number[];
  readonly blankMiB: number | null;
  readonly residentMiB: number | null;
  /** What Chromium counts for page and workers; measured in the last round only. */
  readonly countedMiB: number | null;
}

export interface LaneFigures {
  readonly lane: Lane;
  readonly records: number;
  readonly build: BuildFigures;
  readonly rounds: readonly Round[];
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((left, right) => left - right);
  // Nearest rank: a figure that was really measured.
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** The middle one, or half way between the two in the middle: rounds are few. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

export function spreadOf(values: readonly number[]): Spread | null {
  const median = medianOf(values);
  return median === null ? null : { min: Math.min(...values), median, max: Math.max(...values) };
}

export function marksOf(figures: LaneFigures, mark: Mark): readonly number[] {
  return figures.rounds.flatMap(({ marks }) => marks[mark] ?? []);
}

export type ListName =
  'saveMs' | 'rawAppendMs' | 'roundTripMs' | 'mainAppendMs' | 'searchMs' | 'searchWhileIndexingMs';

export function allOf(figures: LaneFigures, list: ListName): readonly number[] {
  return figures.rounds.flatMap((round) => round[list]);
}

/** What unlocking added to the page's process: a blank page has its own share already. */
export function addedMiB(figures: LaneFigures): readonly number[] {
  return figures.rounds.flatMap(({ blankMiB, residentMiB }) =>
    blankMiB === null || residentMiB === null ? [] : [residentMiB - blankMiB],
  );
}
