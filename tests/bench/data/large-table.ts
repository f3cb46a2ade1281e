/**
 * A table of leavers as a large service's: years by teams by reasons with every margin and the groups between
 * (areas of teams, chosen and other reasons). Most cells are 0 to 4. Made up from a seed.
 */
import type { FigureSum, ReleaseFigure, ReleaseTable } from '@shared/disclosure/release-figures';
import { createRandom } from '../../../scripts/attack/random.js';

export interface LargeTableSize {
  readonly periods: number;
  readonly teams: number;
  readonly reasons: number;
  /** Of a cell: 3 for a year of a team, less for a month. */
  readonly mean: number;
  readonly seed: number;
  readonly hidesZero: boolean;
}

interface Level {
  readonly name: string;
  /** Names of what it is the sum of; empty for the finest. */
  readonly parts: readonly string[];
}

const numbered = (stem: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${stem}${index + 1}`);

/** The finest, then groups of them, then the whole. */
function levels(stem: string, count: number, perGroup: number | null): Level[] {
  const finest = numbered(stem, count);
  const fine = finest.map((name) => ({ name, parts: [] }));
  if (perGroup === null) return [...fine, { name: `all ${stem}`, parts: finest }];
  const groups = numbered(`${stem} group `, Math.ceil(count / perGroup)).map((name, index) => ({
    name,
    parts: finest.slice(index * perGroup, (index + 1) * perGroup),
  }));
  return [...fine, ...groups, { name: `all ${stem}`, parts: groups.map(({ name }) => name) }];
}

const keyOf = (names: readonly string[]): string => names.join('|');

export function largeTable({ periods, teams, reasons, mean, seed, hidesZero }: LargeTableSize): ReleaseTable {
  const random = createRandom(seed);
  const axes = [levels('period', periods, null), levels('team', teams, 5), levels('reason', reasons, 3)];
  // Teams and reasons are of very unequal size, as they are.
  const weights = axes.map((axis) => axis.map(() => 0.25 + 1.5 * random.next()));
  const poisson = (expected: number): number => {
    const limit = Math.exp(-expected);
    let count = 0;
    for (let left = random.next(); left > limit; count += 1) left *= random.next();
    return count;
  };
  const values = new Map<string, number>();
  const sums = new Map<string, FigureSum>();
  const visit = (names: readonly Level[], weight: number): void => {
    const axis = axes[names.length];
    if (axis !== undefined) {
      axis.forEach((level, place) => {
        visit([...names, level], weight * weights[names.length]![place]!);
      });
      return;
    }
    const key = keyOf(names.map(({ name }) => name));
    const partsAlong = names.flatMap(({ parts }, place) =>
      parts.length === 0
        ? []
        : [parts.map((part) => keyOf(names.map(({ name }, at) => (at === place ? part : name))))],
    );
    const [first] = partsAlong;
    values.set(
      key,
      first === undefined
        ? poisson(mean * weight)
        : first.reduce((sum, part) => sum + (values.get(part) ?? 0), 0),
    );
    partsAlong.forEach((parts, place) => sums.set(`${key}/${place}`, { total: key, parts }));
  };
  visit([], 1);
  const figures: ReleaseFigure[] = [...values].map(([key, value]) => ({
    key,
    value,
    kind: 'count',
    reason: null,
    isPublished: true,
    hidesZero,
  }));
  return { figures, sums: [...sums.values()] };
}
