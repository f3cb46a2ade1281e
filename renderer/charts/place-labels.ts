import type { ChartSpec } from '@shared/charts/chart-spec';

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

const steps = [1, 2, 3, 6, 12, 24, 36, 60, 120];

/** Which points get a name under the axis: every one, or one in 2, 3, 6, 12 …, as many as fit. */
export function tickEvery(count: number, fitting: number): number {
  return steps.find((step) => Math.ceil(count / step) <= fitting) ?? count;
}

/** Keys of the points that get a name under the axis. Of weeks over years, the first of a year. */
export function namedPoints(spec: ChartSpec, fitting: number): string[] {
  const keys = spec.x.points.map(({ key }) => key);
  const years = keys.filter((key, at) => key.slice(0, 4) !== keys[at - 1]?.slice(0, 4));
  const isLong = spec.x.kind === 'weeks' && years.length > 2;
  const named = isLong ? years : keys;
  const step = tickEvery(named.length, fitting);
  return named.filter((_, at) => at % step === 0);
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

export interface NamedPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Gets its place before the others. */
  readonly isFirst: boolean;
}

export interface PlacedName extends NamedPoint {
  readonly anchor: 'start' | 'end' | 'middle';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

/** About the width of a letter at the size of chart text. */
const letterWidth = 7.2;
const lineHeight = 18;
const clearance = 11;

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.foot && other.top < one.foot;
}

function boxOf({ name, x, y, anchor }: PlacedName): Box {
  const width = name.length * letterWidth;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - lineHeight / 2, foot: y + lineHeight / 2 };
}

/**
 * Names beside their points: right, left, above or below, wherever neither a point nor a name that was placed earlier is.
 * A name without room is left out.
 */
export function placeNames(
  points: readonly NamedPoint[],
  plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): PlacedName[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, foot: y + 7 }));
  const ordered = [...points.filter(({ isFirst }) => isFirst), ...points.filter(({ isFirst }) => !isFirst)];
  return ordered.flatMap((point): PlacedName[] => {
    const { x, y } = point;
    const tries: PlacedName[] = [
      { ...point, x: x + clearance, anchor: 'start' },
      { ...point, x: x - clearance, anchor: 'end' },
      { ...point, y: y - clearance - 6, anchor: 'middle' },
      { ...point, y: y + clearance + 6, anchor: 'middle' },
    ];
    const place = tries.find((each) => {
      const box = boxOf(each);
      return (
        box.left >= plot.x &&
        box.right <= plot.x + plot.width &&
        box.top >= plot.y - 10 &&
        box.foot <= plot.y + plot.height &&
        !taken.some((other) => overlaps(box, other))
      );
    });
    if (place === undefined) return [];
    taken.push(boxOf(place));
    return [place];
  });
}

/** Of rising places along an axis, those whose names (about `width` wide) do not touch: the first, then as they fit. */
export function fittingTicks(places: readonly number[], width: number): number[] {
  let end = -Infinity;
  return places.flatMap((place, at) => {
    if (place - width / 2 < end) return [];
    end = place + width / 2;
    return [at];
  });
}

export const noteRadius = 9;
/** The height of a row of numbered markers. */
export const noteLane = 22;

/** The row of each marker, so that none covers another: the first one with room. Places rise. */
export function noteLanes(xs: readonly number[]): number[] {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => end <= x - noteRadius);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = x + noteRadius + 3;
    return lane;
  });
}

/** First, middle and last: what a small axis has room for. */
export function fewTicks(ticks: readonly number[]): number[] {
  if (ticks.length <= 4) return [...ticks];
  const middle = (ticks.length - 1) / 2;
  return ticks.filter((_, index) => index === 0 || index === middle || index === ticks.length - 1);
}
