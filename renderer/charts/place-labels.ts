/**
 * Moves labels apart along one axis so that none covers another: each keeps its order, neighbours stay `gap` apart,
 * and all stay between `low` and `high` where there is room.
 */
export function placeLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((left, right) => wanted[left]! - wanted[right]!);
  const placed: number[] = order.map((index) => Math.min(Math.max(wanted[index]!, low), high));
  for (let at = 1; at < placed.length; at += 1) {
    placed[at] = Math.max(placed[at]!, placed[at - 1]! + gap);
  }
  // What ran out at the far end is pushed back.
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    const limit = at === placed.length - 1 ? high : placed[at + 1]! - gap;
    placed[at] = Math.min(placed[at]!, limit);
  }
  const result: number[] = new Array<number>(wanted.length);
  order.forEach((index, at) => {
    result[index] = placed[at]!;
  });
  return result;
}

/** Which points get a name under the axis: every one, or one in 2, 3, 6, 12 …, as the width allows. */
export function tickEvery(count: number, width: number, labelWidth: number): number {
  const fitting = Math.max(1, Math.floor(width / labelWidth));
  return [1, 2, 3, 6, 12, 24, 36, 60, 120].find((step) => Math.ceil(count / step) <= fitting) ?? count;
}

/** Breaks a name into lines of at most `perLine` characters, `most` lines at most, the rest cut with an ellipsis. */
export function wrapText(text: string, perLine: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= perLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines
    .slice(0, most)
    .map((line) => (line.length > perLine + 2 ? `${line.slice(0, perLine)}…` : line));
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]!.slice(0, perLine - 1)}…`;
  return kept;
}
