/**
 * A problem in parts that have nothing to do with each other: figures hang together by a sum only while their numbers
 * are open, since a number that stays shown whatever is chosen is the same in every part.
 */
import type { Sum } from './linked-table';
import type { PlanProblem } from './plan-problem';

interface Groups {
  join(keys: readonly string[]): void;
  rootOf(key: string): string;
}

/** Which of the keys hang together (union and find). */
export function createGroups(): Groups {
  const above = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    // The way is made short for whoever asks next.
    for (let at = key; at !== root;) {
      const next = above.get(at)!;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  return {
    rootOf,
    join: (keys) => {
      const [first, ...rest] = keys;
      if (first === undefined) return;
      for (const key of rest) if (rootOf(key) !== rootOf(first)) above.set(rootOf(key), rootOf(first));
    },
  };
}

export function partsOf(problem: PlanProblem): PlanProblem[] {
  const { entries, sums } = problem.table;
  const isOpen = new Set([...problem.hidden, ...problem.candidates]);
  const openKeysOf = ({ total, parts }: Sum): string[] =>
    [total, ...parts].map((at) => entries[at]!.key).filter((key) => isOpen.has(key));
  const groups = createGroups();
  for (const sum of sums) groups.join(openKeysOf(sum));

  const places = new Map<string, Set<number>>();
  const sumsOf = new Map<string, Sum[]>();
  entries.forEach(({ key }, at) => {
    if (isOpen.has(key))
      places.set(groups.rootOf(key), (places.get(groups.rootOf(key)) ?? new Set()).add(at));
  });
  for (const sum of sums) {
    const [first] = openKeysOf(sum);
    if (first === undefined) continue;
    const root = groups.rootOf(first);
    sumsOf.set(root, sumsOf.get(root) ?? []);
    sumsOf.get(root)!.push(sum);
    for (const at of [sum.total, ...sum.parts]) places.get(root)!.add(at);
  }
  const byRoot = <T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> => {
    const found = new Map<string, T[]>();
    for (const item of items) {
      const root = groups.rootOf(keyOf(item));
      found.set(root, found.get(root) ?? []);
      found.get(root)!.push(item);
    }
    return found;
  };
  const hidden = byRoot(problem.hidden, (key) => key);
  const candidates = byRoot(problem.candidates, (key) => key);
  const widths = byRoot(problem.widths, ([key]) => key);
  return [...places].map(([root, found]) => {
    const kept = [...found].toSorted((left, right) => left - right);
    const place = new Map(kept.map((at, index) => [at, index]));
    return {
      ...problem,
      table: {
        entries: kept.map((at) => entries[at]!),
        sums: (sumsOf.get(root) ?? []).map(({ total, parts }) => ({
          total: place.get(total)!,
          parts: parts.map((at) => place.get(at)!),
        })),
      },
      hidden: hidden.get(root) ?? [],
      candidates: candidates.get(root) ?? [],
      widths: new Map(widths.get(root)),
    };
  });
}
