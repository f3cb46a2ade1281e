/**
 * How many people a room has air for. The Approved Code of Practice to the Workplace (Health, Safety and Welfare)
 * Regulations 1992 (HSE L24, regulation 10): the volume of the empty room by the people who normally work in it is at
 * least 11 cubic metres each; height above 3 metres is not counted. Meeting and lecture rooms are outside of it.
 */
export interface RoomSize {
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
}

export const metresEach = 11;
export const mostHeightM = 3;

/** Whole centimetres: 6 × 6.6 × 2.5 m is exactly 99 m³, and a hair less in binary fractions. */
const centimetres = (metres: number): number => Math.round(metres * 100);
const cubicCentimetres = 1_000_000;

/** Cubic metres that count. */
export function roomVolume({ lengthM, widthM, heightM }: RoomSize): number {
  const height = Math.min(centimetres(heightM), centimetres(mostHeightM));
  return (centimetres(lengthM) * centimetres(widthM) * height) / cubicCentimetres;
}

export const isCutOff = ({ heightM }: RoomSize): boolean => centimetres(heightM) > centimetres(mostHeightM);

/** People who may work there at once. */
export function mostDesks(volume: number): number {
  return Math.floor(Math.round(volume * cubicCentimetres) / (metresEach * cubicCentimetres));
}

export interface RoomFit {
  readonly volume: number;
  /** Null without desks: nothing is shared out. */
  readonly each: number | null;
  readonly most: number;
  readonly tooMany: number;
}

export function roomFit(size: RoomSize, desks: number): RoomFit {
  const volume = roomVolume(size);
  const most = mostDesks(volume);
  return { volume, each: desks === 0 ? null : volume / desks, most, tooMany: Math.max(0, desks - most) };
}

/** "9.11": down, never up, so that 10.996 does not read as enough. At most two places, no trailing noughts. */
export function metresText(amount: number): string {
  const hundredths = Math.floor(Math.round(amount * cubicCentimetres) / 10_000);
  return String(hundredths / 100);
}
