/**
 * Which groups may be shown beside each other. A shown group gives away its mean and its number, so its sum; sums
 * can be added and subtracted. A set of groups is safe when no such arithmetic leaves a figure about 1 to 4 people:
 * not the difference of two groups, nor of a whole and several parts, nor any other combination.
 *
 * How: people in exactly the same groups form one block. Every figure that a reader can work out is a combination of
 * the groups' sums, that is, a vector in the row space of the table "group x block". It is about few people when it
 * is 0 outside blocks that hold, together, fewer than the minimum. Such a vector exists exactly when leaving out
 * those blocks' columns lowers the rank of the table.
 */
import { defaultMinimumGroup } from '../instruments/wave-summary';
import { rankOf } from '../statistics/rank';

export interface Group {
  readonly key: string;
  /** who is in it, by anything that tells people apart: the row of an answer set is enough */
  readonly members: ReadonlySet<string | number>;
}

export type GroupVerdict = 'shown' | 'too-small' | 'gives-others-away';

interface Block {
  readonly size: number;
  /** which of the groups this block is in, as 1 and 0 */
  readonly inGroups: readonly number[];
}

function blocksOf(groups: readonly Group[]): Block[] {
  const blocks = new Map<string, { size: number; inGroups: number[] }>();
  for (const person of new Set(groups.flatMap(({ members }) => [...members]))) {
    const inGroups = groups.map(({ members }) => (members.has(person) ? 1 : 0));
    const signature = inGroups.join('');
    const block = blocks.get(signature);
    if (block === undefined) blocks.set(signature, { size: 1, inGroups });
    else block.size += 1;
  }
  return [...blocks.values()];
}

/** Beyond this many small blocks the sets to try are too many; such a set of groups is refused unread. */
const mostSmallBlocks = 24;

/** Every set of small blocks that holds fewer than `minimum` people together. */
function smallSets(blocks: readonly Block[], minimum: number): (readonly number[])[] {
  let sets: { readonly places: readonly number[]; readonly people: number }[] = [];
  blocks.forEach(({ size }, at) => {
    // Each set so far, and each of them with this block where it still fits, and this block alone.
    const grown = [{ places: [], people: 0 }, ...sets].flatMap(({ places, people }) =>
      people + size < minimum ? [{ places: [...places, at], people: people + size }] : [],
    );
    sets = [...sets, ...grown];
  });
  return sets.map(({ places }) => places);
}

/** True when showing all of these groups together lets nobody work out a figure about fewer than `minimum` people. */
export function isSafeTogether(groups: readonly Group[], minimum = defaultMinimumGroup): boolean {
  if (groups.some(({ members }) => members.size > 0 && members.size < minimum)) return false;
  const blocks = blocksOf(groups);
  if (blocks.filter(({ size }) => size < minimum).length > mostSmallBlocks) return false;
  const columns = blocks.map(({ inGroups }) => inGroups);
  const whole = rankOf(columns, groups.length);
  return smallSets(blocks, minimum).every(
    (left) =>
      rankOf(
        columns.filter((_, at) => !left.includes(at)),
        groups.length,
      ) === whole,
  );
}

/**
 * Lets groups in one after the other, the largest first, and hides each that would give others away beside those
 * already in. `alreadyShown` are groups that were shown before (another screen, an earlier export): they stay.
 * An empty group is too small.
 */
export function guardGroups(
  groups: readonly Group[],
  alreadyShown: readonly Group[] = [],
  minimum = defaultMinimumGroup,
): ReadonlyMap<string, GroupVerdict> {
  const verdicts = new Map<string, GroupVerdict>();
  const shown = [...alreadyShown];
  const bySize = [...groups].sort(
    (left, right) => right.members.size - left.members.size || (left.key < right.key ? -1 : 1),
  );
  for (const group of bySize) {
    if (group.members.size < minimum) verdicts.set(group.key, 'too-small');
    else if (isSafeTogether([...shown, group], minimum)) {
      shown.push(group);
      verdicts.set(group.key, 'shown');
    } else verdicts.set(group.key, 'gives-others-away');
  }
  return verdicts;
}
