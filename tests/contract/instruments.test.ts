import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { marksToConfirm } from '@shared/instruments/evidence';
import { notBuiltIn } from '@shared/instruments/not-built-in';
import { findInstrument, instruments } from '@shared/instruments/registry';
import { score } from '@shared/instruments/score';

describe('instrument registry', () => {
  it('has one file per instrument, each under its own id', () => {
    const engine = [
      'band-shares.ts',
      'bat-parts.ts',
      'chooser.ts',
      'evidence.ts',
      'instrument.ts',
      'not-built-in.ts',
      'own-measure.ts',
      'registry.ts',
      'reliability.ts',
      'score.ts',
      'strong-items.ts',
      'wave-summary.ts',
      'wording-pack.ts',
    ];
    const files = readdirSync(resolve(import.meta.dirname, '../../shared/instruments')).filter(
      (name) => !engine.includes(name),
    );
    expect(files.sort()).toEqual(instruments.map(({ id }) => `${id}.ts`).sort());
    for (const instrument of instruments) expect(findInstrument(instrument.id)).toBe(instrument);
    expect(findInstrument('nosuch')).toBeNull();
    for (const { id } of notBuiltIn) expect(findInstrument(id)).toBeNull();
  });
});

describe.each(instruments)('$id', (instrument) => {
  const { itemCount, scales, derivedScales, reverseScored, responseOptions, bands, flag, vectors } =
    instrument;
  const scaleIds = [...scales, ...derivedScales].map(({ id }) => id);
  const values = responseOptions.map(({ value }) => value);

  it('says where it comes from and on what terms', () => {
    for (const text of [
      instrument.title,
      instrument.about,
      instrument.licenceNote,
      instrument.provenance.source,
    ]) {
      expect(text.length).toBeGreaterThan(5);
    }
    for (const entry of [...bands, ...(flag === null ? [] : [flag])]) expect(entry.source).not.toBe('');
    for (const { country, source, population, scale, alpha, sd } of instrument.norms) {
      expect([country, source, population].every((text) => text.length > 2)).toBe(true);
      expect(scaleIds).toContain(scale);
      expect(alpha === null || (alpha > 0 && alpha < 1)).toBe(true);
      expect(sd === null || sd > 0).toBe(true);
    }
    expect(instrument.version).toBeGreaterThanOrEqual(1);
  });

  it('holds no item wording and no published answer wording', () => {
    // Our own measure has our own words; a published form has numbers only.
    expect(instrument.licence.use === 'ours').toBe(!instrument.isValidated);
    if (instrument.isValidated) {
      for (const { value, label } of responseOptions) expect(label).toBe(String(value));
    }
    for (const scale of scales) for (const item of scale.items) expect(typeof item).toBe('number');
  });

  it('uses every item, and only items that exist', () => {
    const used = new Set(scales.flatMap(({ items }) => items));
    expect([...used].sort((left, right) => left - right)).toEqual(
      Array.from({ length: itemCount }, (_, index) => index + 1),
    );
    for (const { items } of scales) expect(new Set(items).size).toBe(items.length);
    for (const item of reverseScored) expect(used.has(item)).toBe(true);
    expect(new Set(reverseScored).size).toBe(reverseScored.length);
  });

  it('has whole, rising answer values', () => {
    expect(values.every(Number.isInteger)).toBe(true);
    expect(values).toEqual([...new Set(values)].sort((left, right) => left - right));
  });

  it('names its scales once and points only at them', () => {
    expect(new Set(scaleIds).size).toBe(scaleIds.length);
    for (const { from } of derivedScales) expect(scales.map(({ id }) => id)).toContain(from);
    for (const { scale, edges, names } of bands) {
      expect(scaleIds).toContain(scale);
      expect(names.length).toBe(edges.length + 1);
      expect(edges.map(({ at }) => at)).toEqual(
        edges.map(({ at }) => at).sort((left, right) => left - right),
      );
    }
    if (flag !== null) expect(scaleIds).toContain(flag.scale);
    if (instrument.groupOnly) expect(bands.every(({ scope }) => scope === 'group')).toBe(true);
  });

  it.each(vectors)('scores: $name', (vector) => {
    const result = score(
      instrument,
      vector.answers,
      new Set(marksToConfirm(instrument).map(({ mark }) => mark)),
    );
    if ('refused' in vector) {
      expect(result.ok).toBe(false);
      return;
    }
    if (!result.ok) throw new Error(result.error.tag);
    const got = result.value;
    expect(Object.keys(got.scales).sort()).toEqual(Object.keys(vector.scales).sort());
    for (const [scale, value] of Object.entries(vector.scales))
      expect(got.scales[scale], scale).toBeCloseTo(value, 10);
    expect(got.notScored.map(({ scale }) => scale)).toEqual(vector.notScored);
    if (vector.bands !== undefined) expect(got.bands).toEqual(vector.bands);
    if (vector.flag !== undefined) expect(got.flag).toBe(vector.flag);
    if (vector.straightLined !== undefined) expect(got.straightLined).toBe(vector.straightLined);
  });

  it('has a vector with a missing answer and one that is refused', () => {
    expect(vectors.some((vector) => 'refused' in vector)).toBe(true);
    expect(vectors.some((vector) => vector.answers.includes(null))).toBe(true);
  });

  it('refuses wrong counts and foreign answers wherever they stand', () => {
    const lowest = Array.from({ length: itemCount }, () => values[0]!);
    expect(score(instrument, lowest.slice(1)).ok).toBe(false);
    expect(score(instrument, [...lowest, values[0]]).ok).toBe(false);
    for (const bad of [
      Math.min(...values) - (instrument.notApplicable === null ? 1 : 2),
      Math.max(...values) + 1,
      values[0]! + 0.5,
      String(values[0]),
      Number.NaN,
      undefined,
    ]) {
      for (const place of [0, itemCount - 1]) {
        expect(
          score(
            instrument,
            lowest.map((value, index) => (index === place ? bad : value)),
          ).ok,
        ).toBe(false);
      }
    }
  });

  it('turns reverse items round: the best answer set gives every scale its best end', () => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    for (const scale of scales) {
      for (const wanted of [low, high]) {
        const answers = Array.from({ length: itemCount }, (_, index) =>
          reverseScored.includes(index + 1) ? low + high - wanted : wanted,
        );
        const result = score(instrument, answers);
        const expected = {
          sum: wanted * scale.items.length,
          mean: wanted,
          'applicable-percent': (100 * wanted) / high,
        };
        expect(result.ok && result.value.scales[scale.id]).toBe(expected[scale.aggregation]);
      }
    }
  });
});
