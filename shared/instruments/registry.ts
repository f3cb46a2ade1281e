import { cbi } from './cbi';
import { hse35 } from './hse35';
import type { Instrument } from './instrument';
import { who5 } from './who5';

/** Every instrument the app can score, in the order it offers them. */
export const instruments: readonly Instrument[] = [who5, hse35, cbi];

const instrumentsById = new Map(instruments.map((instrument) => [instrument.id, instrument]));

export function findInstrument(id: string): Instrument | null {
  return instrumentsById.get(id) ?? null;
}
