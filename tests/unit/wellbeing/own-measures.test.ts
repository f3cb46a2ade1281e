import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOwnMeasure, type OwnMeasure } from '@shared/instruments/own-measure';
import { pulseMeasure } from '@shared/instruments/pulse';
import { measuresOf } from '@shared/wellbeing/measures';
import {
  changedMeasure,
  exportMeasure,
  importMeasure,
  isVersionUsed,
  ownMeasureId,
} from '@shared/wellbeing/own-measures';

const own: OwnMeasure = { ...pulseMeasure, id: 'our-own', title: 'Our own' };
const round = (instrumentId: string, instrumentVersion: number) => ({ instrumentId, instrumentVersion });
const none: ReadonlySet<string> = new Set();

describe('the short name of a measure', () => {
  it('comes from its title and is free', () => {
    expect(ownMeasureId('Our Pulse!', none)).toBe('our-pulse');
    expect(ownMeasureId('Còmhla ’s sàbhailte', none)).toBe('comhla-s-sabhailte');
    expect(ownMeasureId('Our pulse', new Set(['our-pulse', 'our-pulse-2']))).toBe('our-pulse-3');
    expect(ownMeasureId('2026', none)).toBe('measure');
    expect(ownMeasureId('!', new Set(['measure']))).toBe('measure-2');
  });

  it('is one that a measure may have, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        const id = ownMeasureId(title, new Set(['who5', 'pulse']));
        const next = ownMeasureId(title, new Set([id]));
        expect(parseOwnMeasure({ ...own, id }, []).ok).toBe(true);
        expect(parseOwnMeasure({ ...own, id: next }, [id]).ok).toBe(true);
      }),
    );
  });
});

describe('a change of a measure', () => {
  const other = { ...own, items: [...own.items.slice(1), { text: 'Another thought.', isReversed: false }] };

  it('is saved in its place until a round was opened with it', () => {
    expect(changedMeasure(own, other, [round('our-own', 2), round('who5', 1)])).toEqual({
      kind: 'replace',
      measure: other,
    });
    expect(isVersionUsed(own, [round('our-own', 1)])).toBe(true);
  });

  it('makes a new version from then on, and the round keeps the old one', () => {
    const changed = changedMeasure(own, other, [round('our-own', 1)]);
    expect(changed).toEqual({ kind: 'new-version', measure: { ...other, version: 2 } });
    const measures = measuresOf([own, changed.measure], []);
    expect(measures.find('our-own')?.version).toBe(2);
    expect(measures.find('our-own', 1)).not.toBeNull();
    expect(measures.all.filter(({ id }) => id === 'our-own')).toHaveLength(1);
  });

  it.each([
    [
      'an answer',
      { answers: own.answers.map((answer, at) => (at === 0 ? { ...answer, text: 'Hardly' } : answer)) },
    ],
    [
      'what an answer counts',
      { answers: own.answers.map((answer) => ({ ...answer, value: answer.value * 2 })) },
    ],
    [
      'an item turned round',
      { items: own.items.map((item, at) => (at === 0 ? { ...item, isReversed: true } : item)) },
    ],
    ['a scale', { scales: own.scales.slice(1).concat({ ...own.scales[0]!, better: 'lower' as const }) }],
  ])('%s makes a new version', (_, patch) => {
    expect(changedMeasure(own, { ...own, ...patch }, [round('our-own', 1)]).kind).toBe('new-version');
  });

  it('of a title, an introduction or the name of a scale does not part rounds from each other', () => {
    const renamed = {
      ...own,
      title: 'Ours',
      introduction: 'Think of this month.',
      scales: own.scales.map((scale) => ({ ...scale, title: `${scale.title}.` })),
    };
    expect(changedMeasure(own, renamed, [round('our-own', 1)])).toEqual({
      kind: 'replace',
      measure: renamed,
    });
  });

  it('never changes its name or version by what was typed', () => {
    expect(changedMeasure(own, { ...own, id: 'stolen', version: 9 }, [])).toEqual({
      kind: 'same',
      measure: own,
    });
  });
});

describe('a measure as a file', () => {
  it('comes in at another service as its own, at version 1 and under a free name', () => {
    const text = `\uFEFF${exportMeasure({ ...own, version: 4 })}`;
    expect(importMeasure(text, [], none)).toEqual({ ok: true, value: { ...own, version: 1 } });
    const here = { ...own, items: own.items.slice(1), scales: [] };
    expect(importMeasure(text, [here], new Set(['our-own']))).toMatchObject({
      value: { id: 'our-own-2', version: 1 },
    });
  });

  it('is told to be here already, whatever its name here', () => {
    const here = { ...own, id: 'our-own-7', version: 3 };
    expect(importMeasure(exportMeasure(own), [here], none)).toEqual({
      ok: false,
      error: { tag: 'MeasureIsHere', id: 'our-own-7' },
    });
  });

  it('is refused with a reason that holds nothing of it', () => {
    const tagOf = (text: string): string => {
      const read = importMeasure(text, [], none);
      return read.ok ? 'taken' : read.error.tag;
    };
    expect(tagOf('{')).toBe('NotAMeasure');
    expect(tagOf('[]')).toBe('NotAMeasure');
    expect(tagOf(JSON.stringify({ format: 'steading-wording' }))).toBe('NotAMeasure');
    expect(tagOf(JSON.stringify({ ...own, formatVersion: 2 }))).toBe('MeasureOfNewerFormat');
    expect(tagOf(' '.repeat(100_001))).toBe('MeasureTooLarge');
    const read = importMeasure(JSON.stringify({ ...own, Zzyzx: 1, items: [{ text: 'Zzyzx' }] }), [], none);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain('Zzyzx');
  });

  it('is never taken when it is anything but a whole measure', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(own)), (value, key) => {
        const changed = { ...own, [key]: value };
        const read = importMeasure(JSON.stringify(changed), [], none);
        if (read.ok) expect(parseOwnMeasure(read.value, []).ok).toBe(true);
      }),
    );
  });
});
