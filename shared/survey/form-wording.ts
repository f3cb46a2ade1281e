/**
 * The words that a form of a measure is made of: our own, the service's own, or those of a licensed pack. Without any
 * of the three, people answer on the service's own copy of the form, and only numbers come in.
 */
import type { OwnMeasure } from '../instruments/own-measure';
import { pulseMeasure } from '../instruments/pulse';
import type { WordingPack } from '../instruments/wording-pack';
import type { FormWording } from './survey-form';

/** Where words can come from, besides our own. */
export interface WordingSources {
  /** Every version of each measure that the service composed. */
  readonly own: readonly OwnMeasure[];
  readonly packs: readonly WordingPack[];
}

export const noWording: WordingSources = { own: [], packs: [] };

/** Our own words, and a service's own, are written in the language of this app. */
const ownLanguage = 'en-GB';

function wordingOfOwn({ title, introduction, items, answers }: OwnMeasure): FormWording {
  return {
    language: ownLanguage,
    title,
    notice: '',
    introduction,
    items: items.map(({ text }, index) => ({ number: index + 1, text })),
    answers: [{ items: items.map((_, index) => index + 1), options: answers }],
  };
}

/** The pack for just this version of the key: another one may number its items otherwise. */
export function packOf(
  { id, version }: { readonly id: string; readonly version: number },
  packs: readonly WordingPack[],
): WordingPack | null {
  return packs.find((pack) => pack.instrument === id && pack.instrumentVersion === version) ?? null;
}

/** Null: no wording is held for this version of the measure. `measure` is an instrument, or what a round says of it. */
export function formWordingOf(
  measure: { readonly id: string; readonly version: number; readonly title: string },
  { own, packs }: WordingSources,
): FormWording | null {
  const composed = [pulseMeasure, ...own].find(
    ({ id, version }) => id === measure.id && version === measure.version,
  );
  if (composed !== undefined) return wordingOfOwn(composed);
  const pack = packOf(measure, packs);
  return pack === null
    ? null
    : {
        language: pack.language,
        title: measure.title,
        notice: pack.notice,
        introduction: pack.introduction,
        items: pack.items,
        answers: pack.answers,
      };
}
