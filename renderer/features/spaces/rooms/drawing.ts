/** A room as seen from above and in front: where its corners and its desks stand on paper. Pure. */
import { mostHeightM, type RoomSize } from '@shared/spaces/room';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnDesk {
  readonly key: number;
  readonly fits: boolean;
  readonly top: readonly Point[];
  readonly legs: readonly (readonly [Point, Point])[];
  readonly screen: readonly Point[];
}

export interface DrawnRoom {
  readonly width: number;
  readonly height: number;
  readonly floor: readonly Point[];
  readonly leftWall: readonly Point[];
  readonly rightWall: readonly Point[];
  readonly door: readonly Point[];
  readonly window: readonly Point[];
  /** The line on both walls above which height is not counted; null when the room is not that high. */
  readonly cut: readonly Point[] | null;
  readonly labels: { readonly length: Point; readonly width: Point; readonly height: Point };
  readonly desks: readonly DrawnDesk[];
}

const across = Math.cos(Math.PI / 6);
const down = 0.5;
const room = { width: 320, height: 268 };
/** For the measures that stand beside the room. */
const margin = { left: 8, top: 8, right: 60, bottom: 22 };
/** More than these would be a drawing of nothing but desks. */
const mostDrawn = 60;

export function drawRoom(size: RoomSize, desks: number, most: number): DrawnRoom {
  const { lengthM: length, widthM: width, heightM: height } = size;
  const scale = Math.min(
    room.width / ((length + width) * across),
    room.height / ((length + width) * down + height),
  );
  const backX = margin.left + width * across * scale;
  const backY = margin.top + height * scale;
  /** `along` the length to the right, `deep` across the width to the left, `up` from the floor. */
  const at = (along: number, deep: number, up: number): Point => ({
    x: backX + (along - deep) * across * scale,
    y: backY + ((along + deep) * down - up) * scale,
  });
  const doorHigh = Math.min(2, height * 0.8);
  return {
    width: margin.left + (length + width) * across * scale + margin.right,
    height: margin.top + (height + (length + width) * down) * scale + margin.bottom,
    floor: [at(0, 0, 0), at(length, 0, 0), at(length, width, 0), at(0, width, 0)],
    leftWall: [at(0, 0, 0), at(0, 0, height), at(0, width, height), at(0, width, 0)],
    rightWall: [at(0, 0, 0), at(0, 0, height), at(length, 0, height), at(length, 0, 0)],
    door: [
      at(0, width * 0.9, 0),
      at(0, width * 0.9, doorHigh),
      at(0, width * 0.9 - Math.min(0.9, width * 0.3), doorHigh),
      at(0, width * 0.9 - Math.min(0.9, width * 0.3), 0),
    ],
    window: [
      at(length * 0.3, 0, height * 0.45),
      at(length * 0.3, 0, height * 0.82),
      at(length * 0.75, 0, height * 0.82),
      at(length * 0.75, 0, height * 0.45),
    ],
    cut:
      height > mostHeightM
        ? [at(0, width, mostHeightM), at(0, 0, mostHeightM), at(length, 0, mostHeightM)]
        : null,
    labels: {
      length: at(length / 2, width, 0),
      width: at(length, width / 2, 0),
      height: at(length, 0, height / 2),
    },
    desks: placeDesks(Math.min(desks, mostDrawn), most, size, at),
  };
}

function placeDesks(
  count: number,
  most: number,
  { lengthM: length, widthM: width, heightM: height }: RoomSize,
  at: (along: number, deep: number, up: number) => Point,
): readonly DrawnDesk[] {
  if (count === 0) return [];
  const columns = Math.max(1, Math.min(count, Math.round(Math.sqrt((count * length) / width))));
  const rows = Math.ceil(count / columns);
  const cell = { along: (length * 0.86) / columns, deep: (width * 0.8) / rows };
  const desk = { along: Math.min(1.2, cell.along * 0.72), deep: Math.min(0.7, cell.deep * 0.6) };
  const high = Math.min(0.74, height * 0.3, desk.along * 0.8);
  return Array.from({ length: count }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const along = length * 0.1 + cell.along * column + (cell.along - desk.along) / 2;
    const deep = width * 0.12 + cell.deep * row + (cell.deep - desk.deep) / 2;
    const corners = [
      [along, deep],
      [along + desk.along, deep],
      [along + desk.along, deep + desk.deep],
      [along, deep + desk.deep],
    ] as const;
    const middle = along + desk.along / 2;
    const half = desk.along * 0.18;
    const screenAt = deep + desk.deep * 0.35;
    return {
      key: index,
      fits: index < most,
      top: corners.map(([x, y]) => at(x, y, high)),
      legs: corners.slice(1).map(([x, y]) => [at(x, y, high), at(x, y, 0)] as const),
      screen: [
        at(middle - half, screenAt, high),
        at(middle - half, screenAt, high + 0.36),
        at(middle + half, screenAt, high + 0.36),
        at(middle + half, screenAt, high),
      ],
    };
  });
}
