/**
 * Moves labels apart along one axis so that none covers another: each keeps its order, neighbours stay `gap` apart,
 * and all stay between `low` and `high` where there is room.
 */
export function placeLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const labels = wanted.map((want, index) => ({ index, at: Math.min(Math.max(want, low), high), want }));
  labels.sort((left, right) => left.want - right.want);
  let floor = -Infinity;
  for (const label of labels) {
    label.at = Math.max(label.at, floor);
    floor = label.at + gap;
  }
  // What ran out at the far end is pushed back.
  let ceiling = high;
  for (const label of labels.toReversed()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - gap;
  }
  return labels.sort((left, right) => left.index - right.index).map((label) => label.at);
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
  const last = kept.at(-1);
  return lines.length > most && last !== undefined
    ? [...kept.slice(0, -1), `${last.slice(0, perLine - 1)}…`]
    : kept;
}
