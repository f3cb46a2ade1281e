import { describe, expect, it } from 'vitest';
import { pulse, pulseMeasure } from '@shared/instruments/pulse';
import { findInstrument, instruments } from '@shared/instruments/registry';
import { allowedAnswers } from '@shared/instruments/score';
import type { OwnMeasure } from '@shared/instruments/own-measure';
import { parseWordingPack, type WordingPack } from '@shared/instruments/wording-pack';
import { wordingPackKind } from '@shared/records/wording-pack/wording-pack';
import { blankPackFile } from '@shared/wellbeing/blank-pack';
import { formWordingOf, noWording, packOf } from '@shared/survey/form-wording';

const pack = wordingPackKind.examples[0] as WordingPack;
const swemwbs = { id: 'swemwbs', version: 1, title: 'Short scale' };
const first: OwnMeasure = { ...pulseMeasure, id: 'our-own', title: 'Our own' };
const second: OwnMeasure = { ...first, version: 2, items: [{ text: 'Only this.', isReversed: true }] };

describe('the words of a form', () => {
  it('are held for our own measure alone while nothing was loaded', () => {
    const held = instruments.filter((instrument) => formWordingOf(instrument, noWording) !== null);
    expect(held).toEqual([pulse]);
    expect(formWordingOf(pulse, noWording)).toMatchObject({
      title: 'Steading pulse',
      notice: '',
      items: { length: 10, 0: { number: 1, text: pulseMeasure.items[0]?.text } },
      answers: [{ items: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], options: { length: 5 } }],
    });
  });

  it('are those of the version that a round was opened with', () => {
    const own = [first, second];
    const items = (version: number): number | undefined =>
      formWordingOf({ id: 'our-own', version, title: '' }, { own, packs: [] })?.items.length;
    expect([items(1), items(2), items(3)]).toEqual([10, 1, undefined]);
  });

  it('come from a pack for just this version of the key', () => {
    const words = formWordingOf(swemwbs, { own: [], packs: [pack] });
    expect(words).toEqual({
      language: pack.language,
      title: 'Short scale',
      notice: pack.notice,
      introduction: pack.introduction,
      items: pack.items,
      answers: pack.answers,
    });
    expect(formWordingOf({ ...swemwbs, version: 2 }, { own: [], packs: [pack] })).toBeNull();
    expect(formWordingOf({ ...swemwbs, id: 'wemwbs' }, { own: [], packs: [pack] })).toBeNull();
    expect(packOf(swemwbs, [{ ...pack, instrumentVersion: 2 }, pack])).toBe(pack);
  });

  it('hold nothing of the licence: that line is for the service', () => {
    expect(JSON.stringify(formWordingOf(swemwbs, { own: [], packs: [pack] }))).not.toContain(pack.licence);
  });
});

describe('a blank pack', () => {
  it.each(instruments)('for $id lacks words and nothing else', (instrument) => {
    const { name, text } = blankPackFile(instrument);
    expect(name).toMatch(/^wording-[a-z0-9_-]+\.json$/u);
    const blank = parseWordingPack(text, findInstrument);
    if (blank.ok) throw new Error('a pack without words was taken');
    // One line for each place that is still empty: licence, notice, introduction, each item, each answer.
    const answers = allowedAnswers(instrument).length;
    expect(blank.error).toHaveLength(3 + instrument.itemCount + answers);
    expect(blank.error.every(({ tag }) => tag === 'Shape')).toBe(true);
    const filled = text.replaceAll(': ""', ': "made up"');
    expect(parseWordingPack(filled, findInstrument).ok).toBe(true);
  });
});
