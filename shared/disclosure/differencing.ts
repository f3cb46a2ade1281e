/**
 * What two releases disclose together though each is safe alone: one month apart they differ by one leaver; all staff
 * less permanent staff is a table as well.
 */
type Counts = readonly (number | null)[];

function isSmallCount(value: number | null, threshold: number): boolean {
  return value !== null && value !== 0 && Math.abs(value) < threshold;
}

function smallPositions(values: Counts, threshold: number): number[] {
  return values.flatMap((value, position) => (isSmallCount(value, threshold) ? [position] : []));
}

/** A hidden number on either side leaves no difference (null). */
function subtract(from: Counts, what: Counts): (number | null)[] {
  return from.map((value, position) => {
    const other = what[position] ?? null;
    return value === null || other === null ? null : value - other;
  });
}

export interface CountDifference {
  /** Later less earlier, cell by cell. */
  readonly differences: readonly (number | null)[];
  /** Positions with a change of 1 to threshold - 1 either way. */
  readonly smallDifferences: readonly number[];
  readonly safe: boolean;
}

export function differenceOfCounts(earlier: Counts, later: Counts, threshold: number): CountDifference {
  const differences = subtract(later, earlier);
  const smallDifferences = smallPositions(differences, threshold);
  return { differences, smallDifferences, safe: smallDifferences.length === 0 };
}

export interface NestedDifference {
  /** The whole less the part: the group that nobody published. */
  readonly complement: readonly (number | null)[];
  readonly smallComplement: readonly number[];
  readonly safe: boolean;
}

export function differenceOfNestedGroups(whole: Counts, part: Counts, threshold: number): NestedDifference {
  const complement = subtract(whole, part);
  const smallComplement = smallPositions(complement, threshold);
  return { complement, smallComplement, safe: smallComplement.length === 0 };
}

export interface ReleasedMean {
  readonly n: number;
  /** As published: rounded to so many decimals, halves up. */
  readonly mean: number;
}

export interface MeanDifferenceInput {
  readonly first: ReleasedMean;
  readonly second: ReleasedMean;
  readonly decimals: number;
  readonly scoreMin: number;
  readonly scoreMax: number;
}

/** Totals of n whole-number scores that a rounded mean can stand for. In whole numbers throughout. */
function totalsBehind({ n, mean }: ReleasedMean, input: MeanDifferenceInput): number[] {
  const scale = 10 ** input.decimals;
  const shown = Math.round(mean * scale);
  // floor(total * scale / n + 1/2) = shown
  const lowest = Math.max(Math.ceil((n * (2 * shown - 1)) / (2 * scale)), n * input.scoreMin);
  const totals: number[] = [];
  for (
    let total = lowest;
    2 * total * scale < n * (2 * shown + 1) && total <= n * input.scoreMax;
    total += 1
  ) {
    if (2 * total * scale >= n * (2 * shown - 1)) totals.push(total);
  }
  return totals;
}

export interface MeanDifference {
  /** Scores that a person who is in one group and not in the other can have, ascending. */
  readonly possibleScores: readonly number[];
  /** One score is left. */
  readonly disclosed: boolean;
}

/**
 * Two means of groups of which one holds the other, of whole-number scores. With one person more, the difference of
 * the totals is that person's score; with several, each of them can have what leaves the others a possible rest.
 * With equally many nothing follows about a person, unless somebody knows who was swapped.
 */
export function differenceOfMeans(input: MeanDifferenceInput): MeanDifference {
  const [large, small] =
    input.first.n >= input.second.n ? [input.first, input.second] : [input.second, input.first];
  const people = large.n - small.n;
  if (people === 0) return { possibleScores: [], disclosed: false };
  const smallTotals = totalsBehind(small, input);
  const between = new Set(
    totalsBehind(large, input).flatMap((total) => smallTotals.map((other) => total - other)),
  );
  const possible = new Set<number>();
  for (const sum of between) {
    const least = Math.max(input.scoreMin, sum - (people - 1) * input.scoreMax);
    const most = Math.min(input.scoreMax, sum - (people - 1) * input.scoreMin);
    for (let score = least; score <= most; score += 1) possible.add(score);
  }
  const possibleScores = [...possible].toSorted((left, right) => left - right);
  return { possibleScores, disclosed: possibleScores.length === 1 };
}

/** The same for scores that need not be whole: the range of the sum of those in one group alone, by the rounding. */
export function rangeOfDifference(input: MeanDifferenceInput): {
  readonly lower: number;
  readonly upper: number;
} {
  const half = 0.5 / 10 ** input.decimals;
  const [large, small] =
    input.first.n >= input.second.n ? [input.first, input.second] : [input.second, input.first];
  const people = large.n - small.n;
  return {
    lower: Math.max(people * input.scoreMin, large.n * (large.mean - half) - small.n * (small.mean + half)),
    upper: Math.min(people * input.scoreMax, large.n * (large.mean + half) - small.n * (small.mean - half)),
  };
}
