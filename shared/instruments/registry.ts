import { bat12 } from './bat12';
import { bat23 } from './bat23';
import { cbi } from './cbi';
import { hse35 } from './hse35';
import type { Instrument } from './instrument';
import { mios } from './mios';
import { misshp } from './misshp';
import { olbi } from './olbi';
import { proqol5 } from './proqol5';
import { pulse } from './pulse';
import { stsioa } from './stsioa';
import { stss } from './stss';
import { swemwbs } from './swemwbs';
import { tps7 } from './tps7';
import { uwes9 } from './uwes9';
import { wemwbs } from './wemwbs';
import { who5 } from './who5';

/** Every instrument the app can score, in the order in which it would be tried first. */
export const instruments: readonly Instrument[] = [
  who5,
  hse35,
  cbi,
  proqol5,
  tps7,
  stsioa,
  swemwbs,
  wemwbs,
  bat12,
  bat23,
  olbi,
  uwes9,
  stss,
  misshp,
  mios,
  pulse,
];

const instrumentsById = new Map(instruments.map((instrument) => [instrument.id, instrument]));

export function findInstrument(id: string): Instrument | null {
  return instrumentsById.get(id) ?? null;
}
