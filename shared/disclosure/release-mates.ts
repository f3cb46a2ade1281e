/**
 * All parts or none. Whoever knows how further cells are chosen can work exact counts out of which ones are hidden: of
 * a list, and of a crossed table that is small enough to try every table that fits. So the choice is made for all cells
 * of a list, or of the inside of a crossed table, or of one of its margins together: what is hidden then tells no more
 * than that something was small.
 */
import { createGroups } from './release-parts';
import type { Known } from './release-known';
import type { HiddenReason } from './thresholds';

/** Larger crossed tables would lose too much, and fit too many tables to try them all. */
const mostInSmallTable = 40;

/** For each cell the others that go when it goes; itself among them. */
export function matesOf(
  { figures, sums }: Known,
  isNew: ReadonlySet<string>,
): (key: string) => readonly string[] {
  const groups = createGroups();
  const members = new Map<string, string[]>();
  const inTogether = new Set<string>();
  for (const { parts } of sums) {
    const fresh = parts.filter((key) => isNew.has(key));
    if (fresh.length < 2) continue;
    groups.join(fresh);
    for (const key of fresh) inTogether.add(key);
  }
  for (const key of inTogether) {
    if ((figures.get(key)?.value ?? 0) === 0) continue;
    const root = groups.rootOf(key);
    members.set(root, [...(members.get(root) ?? []), key]);
  }
  return (key) => {
    const mates = inTogether.has(key) ? (members.get(groups.rootOf(key)) ?? []) : [];
    return mates.length <= mostInSmallTable ? mates : [];
  };
}

/** Plain lists: each part in one sum only. Those that have a small part, published or not. */
function partsOfHidingLists({ sums }: Known, reasons: ReadonlyMap<string, HiddenReason>): string[] {
  const uses = new Map<string, number>();
  for (const key of sums.flatMap(({ total, parts }) => [total, ...parts]))
    uses.set(key, (uses.get(key) ?? 0) + 1);
  const plain = sums.filter(({ parts }) => parts.every((key) => uses.get(key) === 1));
  return plain.flatMap(({ parts }) => (parts.some((key) => reasons.has(key)) ? parts : []));
}

/** Cells to hide beside the small ones. Zeros stay where they are shown. */
export function matesOfSmall(
  known: Known,
  reasons: ReadonlyMap<string, HiddenReason>,
  mates: (key: string) => readonly string[],
  mayHide: (key: string) => boolean,
): Set<string> {
  const beside = [...partsOfHidingLists(known, reasons), ...[...reasons.keys()].flatMap(mates)];
  return new Set(beside.filter((key) => mayHide(key) && (known.figures.get(key)?.value ?? 0) > 0));
}
