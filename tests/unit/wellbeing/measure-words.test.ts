import { describe, expect, it } from 'vitest';
import { marksToConfirm } from '@shared/instruments/evidence';
import { instruments } from '@shared/instruments/registry';
import { scaleTitle } from '@shared/wellbeing/round-details';
import {
  answersText,
  bandTexts,
  cautionWords,
  flagText,
  markTitle,
  missingText,
  numbersText,
  sourceText,
} from '../../../renderer/features/wellbeing/measures/measure-words';
import { importProblems } from '../../../renderer/features/wellbeing/measures/own-measure-words';
import { expectCalm } from '../ui/calm';

const of = (id: string) => instruments.find((instrument) => instrument.id === id)!;

describe('what a key says', () => {
  it('joins numbers that follow one another', () => {
    expect(numbersText([1, 2, 3, 5, 6, 9])).toBe('1 to 3, 5, 6 and 9');
    expect(numbersText([4])).toBe('4');
    expect(numbersText([2, 1])).toBe('1 and 2');
    expect(numbersText([0, 25, 50, 75, 100])).toBe('0, 25, 50, 75 and 100');
    expect(numbersText([])).toBe('');
  });

  it('says which side of an edge a score on it belongs to', () => {
    const edges = [
      { at: 22, equalTakes: 'lower-band' as const },
      { at: 42, equalTakes: 'higher-band' as const },
    ];
    expect(bandTexts({ edges, scope: 'person', names: ['low', 'moderate', 'high'] })).toEqual([
      'Low: 22 and under',
      'Moderate: over 22, under 42',
      'High: 42 and over',
    ]);
  });

  it('says how the answers run', () => {
    expect(answersText(of('who5'))).toBe('0 to 5');
    expect(answersText(of('cbi'))).toBe('0, 25, 50, 75 and 100');
    expect(answersText(of('stsioa'))).toContain('“does not apply”');
    expect(missingText({ kind: 'missing-share', atMost: 0.2 })).toBe('Up to 20% of its items may be blank');
    expect(flagText(of('who5').flag!)).toBe('Low mood prompt: under 13');
  });

  it.each(instruments)('has words for every part of $id', (instrument) => {
    const { scales, derivedScales, bands, flag, norms, provenance } = instrument;
    for (const scale of [...scales, ...derivedScales])
      expect(scaleTitle(instrument, scale.id)).toBe(scale.title);
    for (const { scale } of [...bands, ...norms, ...(flag === null ? [] : [flag])]) {
      // A title, never the short name of a scale.
      expect(scaleTitle(instrument, scale)).not.toBe(scale);
    }
    for (const each of bands) {
      expect(bandTexts(each)).toHaveLength(each.edges.length + 1);
      // A name in words, then where it begins and ends.
      for (const text of bandTexts(each)) expect(text).toMatch(/^[A-Z][^:-]+: .*\d/u);
    }
    for (const mark of marksToConfirm(instrument))
      expect(markTitle(instrument, mark)).not.toMatch(/undefined|“”/u);
    expect(sourceText(provenance)).toMatch(/\. (Read in|Recalled)/u);
  });

  it('is calm', () => {
    for (const text of Object.values(cautionWords)) expectCalm(text);
    const lines = importProblems({
      tag: 'MeasureDoesNotFit',
      problems: Array.from({ length: 7 }, (_, at) => ({
        where: `items ${at}`,
        message: 'Enter something here',
      })),
    });
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('And 2 more.');
    for (const line of [...lines, ...importProblems({ tag: 'NotAMeasure' })]) expectCalm(line);
  });
});
