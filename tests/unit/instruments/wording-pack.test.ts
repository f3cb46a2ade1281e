import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '@shared/instruments/instrument';
import { findInstrument, instruments } from '@shared/instruments/registry';
import { allowedAnswers } from '@shared/instruments/score';
import {
  maxPackLength,
  parseWordingPack,
  wordingProblemText,
  type WordingPack,
} from '@shared/instruments/wording-pack';

const secret = 'Zzyzx';
function packFor(instrument: Instrument): WordingPack {
  const numbers = Array.from({ length: instrument.itemCount }, (_, index) => index + 1);
  return {
    format: 'steading-wording',
    formatVersion: 1,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    language: 'en-GB',
    licence: 'Held by a made-up service',
    notice: 'Copyright of nobody',
    introduction: `${secret} above the items`,
    items: numbers.map((number) => ({ number, text: `${secret} item ${number}` })),
    answers: [
      {
        items: numbers,
        options: allowedAnswers(instrument).map((value) => ({ value, text: `${secret} ${value}` })),
      },
    ],
  };
}
const who5 = findInstrument('who5')!;
const cbi = findInstrument('cbi')!;
const words = (pack: unknown): string[] => {
  const result = parseWordingPack(typeof pack === 'string' ? pack : JSON.stringify(pack), findInstrument);
  return result.ok ? [] : result.error.map(wordingProblemText);
};

describe('wording packs', () => {
  it.each(instruments)('fit $id', (instrument) => {
    const pack = packFor(instrument);
    const result = parseWordingPack(`\uFEFF${JSON.stringify(pack)}`, findInstrument);
    expect(result).toEqual({ ok: true, value: pack });
  });

  it('may come with items and answers in any order, and with two sets of answers', () => {
    const pack = packFor(cbi);
    const options = [...pack.answers[0]!.options].reverse();
    const result = parseWordingPack(
      JSON.stringify({
        ...pack,
        items: [...pack.items].reverse(),
        answers: [
          { items: pack.items.slice(0, 6).map(({ number }) => number), options },
          { items: pack.items.slice(6).map(({ number }) => number), options },
        ],
      }),
      findInstrument,
    );
    expect(result.ok && result.value.items.map(({ number }) => number)).toEqual(
      pack.items.map(({ number }) => number),
    );
    expect(result.ok && result.value.answers[0]!.options[0]!.value).toBe(100);
  });

  it('say what is wrong by number, all at once', () => {
    const pack = packFor(who5);
    const [first, ...rest] = pack.items;
    expect(words({ ...pack, items: rest })).toEqual([
      'The measure has 5 items; the pack has 4.',
      'Item 1 is not in the pack.',
    ]);
    expect(words({ ...pack, items: [first, first, ...rest.slice(1)] })).toEqual([
      'Item 2 is not in the pack.',
      'Item 1 is in the pack more than once.',
    ]);
    expect(words({ ...pack, items: [...pack.items, { number: 6, text: 'x' }] })).toEqual([
      'The measure has 5 items; the pack has 6.',
      'The measure has no item 6.',
    ]);
    const [sheet] = pack.answers;
    expect(words({ ...pack, answers: [{ ...sheet, items: [1, 2, 3, 4, 4, 9] }] })).toEqual([
      'Item 5 has no answers.',
      'Item 4 has more than one set of answers.',
      'A set of answers names item 9, which the measure does not have.',
    ]);
    expect(words({ ...pack, answers: [{ ...sheet, options: sheet!.options.slice(1) }] })).toEqual([
      'Answer set 1 needs these values, each once: 0, 1, 2, 3, 4, 5.',
    ]);
    expect(words({ ...pack, instrumentVersion: 2 })).toEqual([
      'The pack is for version 2 of the key; Steading has version 1.',
    ]);
    expect(words({ ...pack, instrument: 'nosuch' })).toEqual([
      'Steading has no key for the measure that this pack names.',
    ]);
  });

  it('are refused in words when they are something else', () => {
    expect(words('hello')).toEqual(['This file is not JSON, so nothing in it could be read.']);
    expect(words(`"${'a'.repeat(maxPackLength)}"`)).toEqual(['This file is too large to be a wording pack.']);
    expect(words([])).toEqual(['The file: Something is missing or of another kind.']);
    expect(words({ ...packFor(who5), formatVersion: 2 })).toEqual([
      'At formatVersion: This has to be as the guide says.',
    ]);
    expect(words({ ...packFor(who5), [secret]: secret })).toEqual([
      'The file: There is a field too many here.',
    ]);
  });

  it('are never repeated in what is said about them', () => {
    const whole = JSON.stringify(packFor(cbi));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('', '0', '"', '{', 'x', '[1]', 'null'),
        (at, length, instead) => {
          const result = parseWordingPack(
            whole.slice(0, at) + instead + whole.slice(at + length),
            findInstrument,
          );
          if (result.ok) return;
          expect(result.error.length).toBeGreaterThan(0);
          for (const problem of result.error) {
            const text = wordingProblemText(problem);
            expect(text).not.toContain(secret);
            expect(text).not.toMatch(/please|sorry|oops|invalid|failed to/iu);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are documented with an example that differs from a real one in its dots only', () => {
    const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/wording-packs.md'), 'utf8');
    const example = /```json\n([\s\S]*?)```/u.exec(guide)?.[1] ?? '';
    expect(parseWordingPack(example, findInstrument).ok).toBe(true);
  });
});
