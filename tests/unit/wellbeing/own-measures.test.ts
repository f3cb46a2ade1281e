import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOwnMeasure, type OwnMeasure } from '@shared/instruments/own-measure';
import { pulseMeasure } from '@shared/instruments/pulse';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { wellbeingWaveKind } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { canonicalJson } from '@shared/vault/canonical-json';
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

const fresh = recordIdFromBytes(new Uint8Array(16).fill(7));

describe('the name that rounds know a measure by', () => {
  it('says nothing of its title, and is one that a measure and a round may have', () => {
    const id = ownMeasureId(fresh);
    expect(id).toBe(`own-${fresh}`);
    expect(parseOwnMeasure({ ...own, id }, []).ok).toBe(true);
    const [example] = wellbeingWaveKind.examples;
    expect(wellbeingWaveKind.schema.safeParse({ ...example, instrumentId: id }).success).toBe(true);
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

  it('goes by what a measure holds, not by the order in which the vault gives it back', () => {
    const fromVault = JSON.parse(canonicalJson(own) ?? '') as OwnMeasure;
    expect(JSON.stringify(fromVault)).not.toBe(JSON.stringify(own));
    expect(changedMeasure(fromVault, own, [round('our-own', 1)]).kind).toBe('same');
    expect(changedMeasure(fromVault, { ...own, title: 'Ours' }, [round('our-own', 1)]).kind).toBe('replace');
    expect(importMeasure(exportMeasure(own), [fromVault], fresh).ok).toBe(false);
  });

  it('never changes its name or version by what was typed', () => {
    expect(changedMeasure(own, { ...own, id: 'stolen', version: 9 }, [])).toEqual({
      kind: 'same',
      measure: own,
    });
  });
});

describe('a measure as a file', () => {
  it('comes in at another service as its own, at version 1 and under a name of its own', () => {
    const text = `\uFEFF${exportMeasure({ ...own, version: 4 })}`;
    expect(importMeasure(text, [], fresh)).toEqual({
      ok: true,
      value: { ...own, id: `own-${fresh}`, version: 1 },
    });
  });

  it('is told to be here already, whatever its name here', () => {
    const here = { ...own, id: 'our-own-7', version: 3 };
    expect(importMeasure(exportMeasure(own), [here], fresh)).toEqual({
      ok: false,
      error: { tag: 'MeasureIsHere', id: 'our-own-7' },
    });
  });

  it('is refused with a reason that holds nothing of it', () => {
    const tagOf = (text: string): string => {
      const read = importMeasure(text, [], fresh);
      return read.ok ? 'taken' : read.error.tag;
    };
    expect(tagOf('{')).toBe('NotAMeasure');
    expect(tagOf('[]')).toBe('NotAMeasure');
    expect(tagOf(JSON.stringify({ format: 'steading-wording' }))).toBe('NotAMeasure');
    expect(tagOf(JSON.stringify({ ...own, formatVersion: 2 }))).toBe('MeasureOfNewerFormat');
    expect(tagOf(' '.repeat(100_001))).toBe('MeasureTooLarge');
    const read = importMeasure(JSON.stringify({ ...own, Zzyzx: 1, items: [{ text: 'Zzyzx' }] }), [], fresh);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain('Zzyzx');
  });

  it('is never taken when it is anything but a whole measure', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(own)), (value, key) => {
        const changed = { ...own, [key]: value };
        const read = importMeasure(JSON.stringify(changed), [], fresh);
        if (read.ok) expect(parseOwnMeasure(read.value, []).ok).toBe(true);
      }),
    );
  });
});
