/** Replies on their way in: what typing means, two typings of one sheet, and what is said of a batch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInstrument } from '@shared/instruments/registry';
import type { Instrument } from '@shared/instruments/instrument';
import { noneRefused, type RefusedCounts } from '@shared/records/wave-survey/wave-survey';
import { recordIdFromBytes } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { wellbeingWaveKind, type WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import type { StoredOutline } from '@shared/vault/vault-api';
import type { Reply } from '@shared/wellbeing/wave-rules';
import { roundNeeds } from '../../../renderer/features/today/round-needs';
import { expectCalm } from '../ui/calm';
import { coveringWords } from '../../../renderer/features/wellbeing/replies/covering-words';
import {
  allowedText,
  differencesOf,
  emptyReply,
  readTyped,
  settled,
  sortedAnswers,
} from '../../../renderer/features/wellbeing/replies/entry';
import {
  ownFiles,
  replyTexts,
  type ReplyFile,
} from '../../../renderer/features/wellbeing/replies/read-replies';
import {
  refusedLines,
  refusedTotal,
  takenText,
} from '../../../renderer/features/wellbeing/replies/taken-words';

function measure(id: string): Instrument {
  const found = findInstrument(id);
  if (found === null) throw new Error(`no measure ${id}`);
  return found;
}

describe('typing an answer', () => {
  it('is done with the first digit where no other answer begins with it', () => {
    for (const value of [0, 1, 2, 3, 4, 5]) {
      expect(readTyped(String(value), sortedAnswers(measure('who5')))).toEqual({
        kind: 'kept',
        value,
        isDone: true,
      });
    }
  });

  it('waits where more digits may follow, and keeps what is an answer already', () => {
    const oneToTen = sortedAnswers(measure('misshp'));
    expect(readTyped('1', oneToTen)).toEqual({ kind: 'kept', value: 1, isDone: false });
    expect(readTyped('10', oneToTen)).toEqual({ kind: 'kept', value: 10, isDone: true });
    expect(readTyped('15', oneToTen)).toEqual({ kind: 'refused' });
    const quarters = sortedAnswers(measure('cbi'));
    expect(readTyped('2', quarters)).toEqual({ kind: 'begun' });
    expect(readTyped('10', quarters)).toEqual({ kind: 'begun' });
    expect(readTyped('100', quarters)).toEqual({ kind: 'kept', value: 100, isDone: true });
    expect(readTyped('27', quarters)).toEqual({ kind: 'refused' });
  });

  it('refuses everything that is no answer, and leads to every answer that is one', () => {
    const allowed = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(allowed, fc.string({ maxLength: 4 }), (values, text) => {
        const read = readTyped(text, values);
        if (read.kind === 'kept') expect(values).toContain(Number(text));
        for (const value of values) {
          const digits = String(value);
          for (let length = 1; length < digits.length; length += 1) {
            expect(readTyped(digits.slice(0, length), values).kind).not.toBe('refused');
          }
          expect(readTyped(digits, values)).toMatchObject({ kind: 'kept', value });
        }
      }),
    );
  });

  it('says what a measure takes', () => {
    expect(allowedText(measure('hse35'))).toBe('1 to 5');
    expect(allowedText(measure('misshp'))).toBe('1 to 10');
    expect(allowedText(measure('cbi'))).toBe('0, 25, 50, 75 or 100');
  });
});

const reply: fc.Arbitrary<Reply> = fc.record({
  answers: fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 5, maxLength: 5 }),
  split: fc.option(fc.integer({ min: 0, max: 1 })),
});

describe('two typings of one sheet', () => {
  it('differ exactly where they do, and settling them gives one of the two at each place', () => {
    fc.assert(
      fc.property(reply, reply, fc.infiniteStream(fc.boolean()), (first, second, chance) => {
        const differences = differencesOf(first, second);
        const choices = differences.map(() => (chance.next().value === true ? 'second' : 'first'));
        const result = settled(first, differences, choices);
        differences.forEach(({ item }, at) => {
          const from = choices[at] === 'second' ? second : first;
          if (item === null) expect(result.split).toBe(from.split);
          else expect(result.answers[item - 1]).toBe(from.answers[item - 1]);
        });
        const disputed = new Set(differences.map(({ item }) => item));
        first.answers.forEach((answer, index) => {
          if (!disputed.has(index + 1)) expect(result.answers[index]).toBe(answer);
        });
        expect(differencesOf(first, first)).toEqual([]);
      }),
    );
  });

  it('of nothing are the same', () => {
    expect(differencesOf(emptyReply(measure('who5')), emptyReply(measure('who5')))).toEqual([]);
  });
});

describe('a batch of files', () => {
  const file = (name: string, text: string, size = text.length): ReplyFile => ({
    name,
    size,
    text: () => Promise.resolve(text),
  });

  it('leaves out what systems put into folders', () => {
    const names = [
      'a.steading-reply',
      '.DS_Store',
      'Thumbs.db',
      'desktop.ini',
      '._a.steading-reply',
      'b.txt',
    ];
    expect(ownFiles(names.map((name) => file(name, ''))).map(({ name }) => name)).toEqual([
      'a.steading-reply',
      'b.txt',
    ]);
  });

  it('reads 1,000 files, none of them too large, and counts those that are gone', async () => {
    const large: ReplyFile = {
      name: 'large.txt',
      size: 4097,
      text: () => Promise.reject(new Error('was read')),
    };
    const gone: ReplyFile = { name: 'gone', size: 10, text: () => Promise.reject(new Error('gone')) };
    const files = Array.from({ length: 1000 }, (_, index) => file(`${index}`, `reply ${index}`));
    const read = await replyTexts([...files, large, gone]);
    expect(read.unreadable).toBe(1);
    expect(read.texts).toEqual([...files.map((_, index) => `reply ${index}`), '']);
  });

  it('is told in counts and reasons, each file once', () => {
    const refused: RefusedCounts = { ...noneRefused, damaged: 1, double: 2, foreign: 1 };
    expect(takenText(5, refusedTotal(refused))).toBe('5 taken in. 4 were not.');
    expect(takenText(0, 1)).toBe('None taken in. 1 was not.');
    expect(takenText(3, 0)).toBe('3 taken in.');
    expect(refusedLines(refused).map(({ text }) => text)).toEqual([
      '1 was damaged on the way',
      '1 is no reply of Steading',
      '2 came twice in this batch',
    ]);
    const every = Object.keys(noneRefused) as (keyof RefusedCounts)[];
    const one = { ...noneRefused, ...Object.fromEntries(every.map((reason) => [reason, 1])) };
    expect(refusedLines(one)).toHaveLength(every.length);
    expect(refusedTotal(one)).toBe(every.length);
    for (const { text, next } of refusedLines(one)) expectCalm(`${text}. ${next}`);
  });
});

describe('covering words', () => {
  it('name the last day, the length and nobody', () => {
    const words = coveringWords({ serviceName: 'Harbour Steps', closesOn: '14 May 2026', minutes: 1 });
    expect(words).toContain('everyone at Harbour Steps');
    expect(words).toContain('about 1 minute.');
    expect(words).toContain('by 14 May 2026');
    expect(coveringWords({ serviceName: '', closesOn: '14 May 2026', minutes: 3 })).toContain(
      'everyone at our service',
    );
    expectCalm(words.replaceAll(/\s+/gu, ' '));
  });
});

describe('rounds on Today', () => {
  const round = (number: number, patch: Partial<WellbeingWave>): StoredOutline<'wellbeing-wave'> => ({
    kind: 'wellbeing-wave',
    id: recordIdFromBytes(new Uint8Array(16).fill(number)),
    revision: 1,
    savedAt: 0,
    value: { ...wellbeingWaveKind.examples[1]!, ...patch },
  });

  it('are asked for once their last day has passed, the longest over first, until they are closed', () => {
    const day = (text: string) => text as LocalDate;
    const needs = roundNeeds(
      [
        round(1, { label: 'Open yet', closesOn: day('2026-10-20') }),
        round(2, { label: 'Over', closesOn: day('2026-10-19') }),
        round(3, { label: 'Long over', closesOn: day('2026-10-10') }),
        round(4, { label: 'Closed', closesOn: day('2026-10-10'), lockedOn: day('2026-10-11') }),
      ],
      day('2026-10-20'),
    );
    expect(needs.map(({ title, daysLate }) => [title, daysLate])).toEqual([
      ['Close the round: Long over', 10],
      ['Close the round: Over', 1],
    ]);
  });
});
