/** Answers by item number, as they are typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInstrument } from '@shared/instruments/registry';
import type { Instrument } from '@shared/instruments/instrument';
import { builtInMeasures } from '@shared/wellbeing/measures';
import { ownMeasures } from '@shared/wellbeing/own-scores';
import {
  answersText,
  emptyTyped,
  readTyped,
  takeText,
} from '../../../renderer/app/lock/hand-over/own-answers';

function measure(id: string): Instrument {
  const found = findInstrument(id);
  if (found === null) throw new Error(id);
  return found;
}

describe('what is typed into a box', () => {
  it('moves on once no longer answer begins like that', () => {
    expect(takeText(measure('who5'), '3')).toEqual({ text: '3', isWhole: true });
    expect(takeText(measure('misshp'), '1')).toEqual({ text: '1', isWhole: false });
    expect(takeText(measure('misshp'), '10')).toEqual({ text: '10', isWhole: true });
    expect(takeText(measure('cbi'), '2')).toEqual({ text: '2', isWhole: false });
    expect(takeText(measure('cbi'), '25')).toEqual({ text: '25', isWhole: true });
  });
  it('takes the new digit where one stood before', () => {
    expect(takeText(measure('who5'), '34')).toEqual({ text: '4', isWhole: true });
  });
  it('is refused where no answer begins like that', () => {
    expect(takeText(measure('who5'), '6')).toBeNull();
    expect(takeText(measure('who5'), 'x')).toBeNull();
    expect(takeText(measure('who5'), '-1')).toEqual({ text: '1', isWhole: true });
    expect(takeText(measure('cbi'), '3')).toBeNull();
  });
  it('can be emptied', () => {
    expect(takeText(measure('who5'), ' ')).toEqual({ text: '', isWhole: false });
  });
});

it('blanks are blanks, and the beginning of an answer is none yet', () => {
  expect(readTyped(measure('who5'), emptyTyped(measure('who5')))).toEqual({
    answers: [null, null, null, null, null],
    unfinished: [],
  });
  const typed = ['25', '2', '', ...Array.from({ length: 16 }, () => '100')];
  const { answers, unfinished } = readTyped(measure('cbi'), typed);
  expect(answers.slice(0, 4)).toEqual([25, null, null, 100]);
  expect(unfinished).toEqual([2]);
});

it('says which answers there are', () => {
  expect(answersText(measure('who5'))).toBe('0 to 5');
  expect(answersText(measure('misshp'))).toBe('1 to 10');
  expect(answersText(measure('cbi'))).toBe('0, 25, 50, 75 or 100');
});

it('every answer of every offered measure can be typed letter by letter', () => {
  for (const instrument of ownMeasures(builtInMeasures)) {
    fc.assert(
      fc.property(fc.constantFrom(...instrument.responseOptions), ({ value }) => {
        let text = '';
        for (const letter of String(value)) text = takeText(instrument, text + letter)?.text ?? 'refused';
        expect(readTyped(instrument, [text]).answers).toEqual([value]);
      }),
    );
  }
});
