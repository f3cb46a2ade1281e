/**
 * What a reader with pencil and paper can find out. Each figure that is shown is a sum over people (an average times how
 * many stand behind it). Sums can be added and subtracted with any weights; a result is about the people whose values
 * are left in it. This looks for results about fewer than `minimum` people, by elimination over all small sets: slow, and
 * written without anything of the app's own guards.
 */
/** Of one figure: what each unknown counts in it. An unknown is a person and a thing measured, "3 demands". */
export type Figure = ReadonlyMap<string, number>;

export const personOf = (unknown: string): string => unknown.split(' ')[0] ?? '';

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  const width = left[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < width && rank < left.length; column += 1) {
    let best = rank;
    for (let row = rank; row < left.length; row += 1) {
      if (Math.abs(left[row]?.[column] ?? 0) > Math.abs(left[best]?.[column] ?? 0)) best = row;
    }
    const pivot = left[best];
    const size = pivot?.[column] ?? 0;
    if (pivot === undefined || Math.abs(size) < 1e-7) continue;
    left[best] = left[rank] ?? [];
    left[rank] = pivot;
    for (let row = rank + 1; row < left.length; row += 1) {
      const line = left[row] ?? [];
      const times = (line[column] ?? 0) / size;
      if (times !== 0)
        for (let at = column; at < width; at += 1) line[at] = (line[at] ?? 0) - times * (pivot[at] ?? 0);
    }
    rank += 1;
  }
  return rank;
}

function smallSets(people: readonly string[], most: number): string[][] {
  let sets: string[][] = [[]];
  for (const person of people) {
    sets = [...sets, ...sets.filter((set) => set.length < most).map((set) => [...set, person])];
  }
  return sets.filter((set) => set.length > 0);
}

/** A set of fewer than `minimum` people about whom something follows, or null. */
export function singledOut(figures: readonly Figure[], minimum = 5): readonly string[] | null {
  const unknowns = [...new Set(figures.flatMap((figure) => [...figure.keys()]))];
  const people = [...new Set(unknowns.map(personOf))];
  const rows = figures.map((figure) => unknowns.map((unknown) => figure.get(unknown) ?? 0));
  const whole = rankOf(rows);
  return (
    smallSets(people, minimum - 1).find((set) => {
      const others = unknowns.flatMap((unknown, at) => (set.includes(personOf(unknown)) ? [] : [at]));
      return rankOf(rows.map((row) => others.map((at) => row[at] ?? 0))) < whole;
    }) ?? null
  );
}
