import { describe, expect, it } from 'vitest';
import { instrumentOf, parseOwnMeasure, type OwnMeasure } from '@shared/instruments/own-measure';
import { pulse, pulseMeasure } from '@shared/instruments/pulse';
import { instruments } from '@shared/instruments/registry';
import { score } from '@shared/instruments/score';

const taken = instruments.map(({ id }) => id);
const measure: OwnMeasure = {
  ...pulseMeasure,
  id: 'our-own',
  items: [
    { text: 'I had what I needed.', isReversed: false },
    { text: 'I was left alone with it.', isReversed: true },
  ],
  scales: [
    { id: 'both', title: 'Both', items: [1, 2], aggregation: 'sum', better: 'higher', needs: 'every-item' },
  ],
};
const problems = (input: unknown): string[] => {
  const result = parseOwnMeasure(input, taken);
  return result.ok ? [] : result.error.map(({ where, message }) => `${where}: ${message}`);
};

describe('a measure of the service’s own', () => {
  it('is scored by the engine, reversed items turned round', () => {
    const parsed = parseOwnMeasure(structuredClone(measure), taken);
    if (!parsed.ok) throw new Error('refused');
    const instrument = instrumentOf(parsed.value);
    expect(score(instrument, [5, 1])).toMatchObject({
      value: { scales: { both: 10 }, bands: {}, flag: null },
    });
    expect(score(instrument, [5, 5])).toMatchObject({ value: { scales: { both: 6 }, straightLined: true } });
    expect(score(instrument, [5, null])).toMatchObject({
      value: { scales: {}, notScored: [{ scale: 'both' }] },
    });
    expect(score(instrument, [6, 1]).ok).toBe(false);
    expect([instrument.isValidated, instrument.groupOnly, instrument.norms, instrument.bands]).toEqual([
      false,
      true,
      [],
      [],
    ]);
  });

  it('says where and what is wrong', () => {
    expect(problems({ ...measure, id: 'who5' })).toEqual(['id: Another measure has this name']);
    expect(
      problems({ ...measure, items: [...measure.items, { text: 'Spare.', isReversed: false }] }),
    ).toEqual(['items 3: This item is in no scale']);
    expect(problems({ ...measure, scales: [{ ...measure.scales[0]!, items: [1, 2, 2, 7] }] })).toEqual([
      'scales 1 items: An item stands here twice',
      'scales 1 items: A number here is larger than the number of items',
    ]);
    expect(problems({ ...measure, scales: [measure.scales[0]!, measure.scales[0]!] })).toEqual([
      'scales 2 id: Two scales have this name',
    ]);
    expect(problems({ ...measure, answers: [measure.answers[1]!, measure.answers[0]!] })).toEqual([
      'answers 2 value: Each answer counts more than the one before it',
    ]);
    for (const wrong of [null, [], 'text', { ...measure, extra: 1 }, { ...measure, version: 0 }]) {
      expect(problems(wrong).length).toBeGreaterThan(0);
    }
  });
});

describe('Steading pulse', () => {
  it('is a valid measure of ten items, one for each driver, and says that it is not validated', () => {
    expect(parseOwnMeasure(structuredClone(pulseMeasure), []).ok).toBe(true);
    expect(pulseMeasure.scales.map(({ id }) => id)).toEqual([
      'safe',
      'supported',
      'workload',
      'breaks',
      'space',
      'supervision',
      'values',
      'exposure',
      'team',
      'onTime',
      'overall',
    ]);
    expect(pulse.about).toContain('Not validated');
    expect(pulse.licenceNote).toContain('Not validated');
    expect(pulseMeasure.answers).toHaveLength(5);
  });

  it('is in short plain sentences', () => {
    for (const { text } of pulseMeasure.items) {
      expect(text.split(' ').length).toBeLessThanOrEqual(20);
      expect(text).toMatch(/^[A-Z].*\.$/u);
    }
  });
});
