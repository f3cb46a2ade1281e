/**
 * A wording pack to be filled in (docs/wording-packs.md): every item and every value in its place, and no words. As it
 * is, it is refused with a list of what is still to be written.
 */
import type { Instrument } from '../instruments/instrument';
import { allowedAnswers } from '../instruments/score';
import type { WordingPack } from '../instruments/wording-pack';

export function blankPack(instrument: Instrument): WordingPack {
  const numbers = Array.from({ length: instrument.itemCount }, (_, index) => index + 1);
  return {
    format: 'steading-wording',
    formatVersion: 1,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    language: 'en-GB',
    licence: '',
    notice: '',
    introduction: '',
    items: numbers.map((number) => ({ number, text: '' })),
    answers: [{ items: numbers, options: allowedAnswers(instrument).map((value) => ({ value, text: '' })) }],
  };
}

export function blankPackFile(instrument: Instrument): { readonly name: string; readonly text: string } {
  return {
    name: `wording-${instrument.id}.json`,
    text: `${JSON.stringify(blankPack(instrument), null, 2)}\n`,
  };
}
