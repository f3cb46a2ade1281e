/**
 * The attack by bounds: for every small count the least and the greatest number that fits all that is known. Counts
 * that hang together by no constraint are worked on apart. A filling that was found for one count is a witness for
 * all others: only what no filling so far leaves wide is asked for by itself.
 */
import type { Highs } from 'highs';
import { asText, combine, valueOf, type Form } from './forms';
import { openRoom, type Constraint, type Filling } from './solver';

export interface Secret {
  readonly key: string;
  readonly form: Form;
  /** The greatest less the least possible number has to be this. */
  readonly width: number;
}

export interface Finding {
  readonly key: string;
  readonly least: number;
  readonly most: number;
}

interface Island {
  readonly atoms: string[];
  readonly constraints: Constraint[];
  readonly secrets: Secret[];
}

/** Splits by what is linked (union and find). */
function islandsOf(constraints: readonly Constraint[], secrets: readonly Secret[]): Island[] {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(name, root);
    return root;
  };
  for (const { form } of [...constraints, ...secrets]) {
    const [first, ...rest] = form.keys();
    if (first === undefined) continue;
    for (const name of rest) parent.set(rootOf(name), rootOf(first));
    if (rest.length === 0) rootOf(first);
  }
  const islands = new Map<string, Island>();
  const islandOf = (name: string): Island => {
    const root = rootOf(name);
    const island = islands.get(root) ?? { atoms: [], constraints: [], secrets: [] };
    islands.set(root, island);
    return island;
  };
  for (const name of parent.keys()) islandOf(name).atoms.push(name);
  for (const one of constraints)
    for (const name of [...one.form.keys()].slice(0, 1)) islandOf(name).constraints.push(one);
  for (const one of secrets)
    for (const name of [...one.form.keys()].slice(0, 1)) islandOf(name).secrets.push(one);
  return [...islands.values()].filter((island) => island.secrets.length > 0);
}

/** One constraint for each form: the narrowest of all that is known of it. */
function withoutRepeats(constraints: readonly Constraint[]): Constraint[] {
  const byForm = new Map<string, Constraint>();
  for (const one of constraints) {
    const text = asText(one.form);
    const before = byForm.get(text);
    if (before === undefined) byForm.set(text, one);
    else
      byForm.set(text, { ...one, low: Math.max(before.low, one.low), high: Math.min(before.high, one.high) });
  }
  return [...byForm.values()];
}

function attackIsland(highs: Highs, { atoms, constraints, secrets }: Island): Finding[] {
  const room = openRoom(highs, atoms, constraints);
  const ranges = secrets.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }));
  const note = (filling: Filling | null): void => {
    if (filling === null) return;
    secrets.forEach((secret, index) => {
      const value = valueOf(secret.form, filling);
      const range = ranges[index]!;
      range.least = Math.min(range.least, value);
      range.most = Math.max(range.most, value);
    });
  };
  const findingOf = ({ key, form, width }: Secret, index: number): Finding[] => {
    const isWide = (): boolean => ranges[index]!.most - ranges[index]!.least >= width;
    const boundOf = (sign: 1 | -1): number => {
      const extreme = room.relaxed(form, sign);
      if (extreme === null) throw new Error(`Nothing fits what was published about ${key}`);
      note(extreme.filling);
      return extreme.bound;
    };
    if (isWide()) return [];
    const most = boundOf(1);
    if (isWide()) return [];
    const least = boundOf(-1);
    if (isWide()) return [];
    if (most - least < width) return [{ key, least, most }];
    for (const sign of [1, -1] as const) {
      const filling = room.whole(form, sign);
      // Out of time: an attacker who got no answer knows nothing.
      if (filling === null) return [];
      note(filling);
      if (isWide()) return [];
    }
    return [{ key, ...ranges[index]! }];
  };
  try {
    const everything = combine(secrets.map(({ form }) => form));
    for (const sign of [1, -1] as const) note(room.relaxed(everything, sign)?.filling ?? null);
    return secrets.flatMap(findingOf);
  } finally {
    room.close();
  }
}

/** The counts that are known to within less than their width. */
export function attackByBounds(
  highs: Highs,
  known: readonly Constraint[],
  secrets: readonly Secret[],
): Finding[] {
  return islandsOf(withoutRepeats(known), secrets).flatMap((island) => attackIsland(highs, island));
}
