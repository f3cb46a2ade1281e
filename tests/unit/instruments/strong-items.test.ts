import { describe, expect, it } from 'vitest';
import { repeated } from '@shared/instruments/instrument';
import { hse35 } from '@shared/instruments/hse35';
import { misshp } from '@shared/instruments/misshp';
import { stsioa } from '@shared/instruments/stsioa';
import { strongItems } from '@shared/instruments/strong-items';
import { who5 } from '@shared/instruments/who5';

describe('strongItems', () => {
  const sets = (people: number): number[][] =>
    Array.from({ length: people }, (_, person) => [
      5 - (person % 2),
      person % 2,
      3 - (person % 2),
      2,
      2 + (person % 2),
    ]);

  it('names items by number, from ten answers on', () => {
    expect(strongItems(who5, sets(10))).toEqual({ hidden: false, strong: [1, 3], weak: [2, 5] });
    expect(strongItems(who5, sets(9))).toEqual({ hidden: true, reason: 'GroupTooSmall' });
  });

  it('leaves out an item that all answer alike, and one that fewer than ten answer', () => {
    const result = strongItems(
      who5,
      sets(12).map((answers, person) => (person < 3 ? [null, ...answers.slice(1)] : answers)),
    );
    expect(result).toEqual({ hidden: false, strong: [3], weak: [2] });
    expect(strongItems(who5, repeated([1, 2, 3, 4, 5], 12))).toEqual({ hidden: true, reason: 'TooFewItems' });
  });

  it('reads items that are turned round, and scales where less is better', () => {
    // Item 3 of HSE is turned round: "always" is the worst answer. One person differs, so that no item is all alike.
    const answers = (low: number, high: number, item: number, count: number, others: number): number[][] =>
      Array.from({ length: 10 }, (_, person) =>
        repeated(person === 0 ? others : others + 1, count).map((value, index) =>
          index + 1 === item ? (person === 0 ? low : high) : value,
        ),
      );
    const hse = strongItems(hse35, answers(4, 5, 3, 35, 2));
    expect(hse.hidden ? [] : hse.weak[0]).toBe(3);
    const moral = strongItems(misshp, answers(9, 10, 5, 10, 4));
    expect(moral.hidden ? [] : moral.strong[0]).toBe(5);
    const plain = strongItems(misshp, answers(9, 10, 1, 10, 4));
    expect(plain.hidden ? [] : plain.weak[0]).toBe(1);
  });

  it('does not count "does not apply" as a low answer', () => {
    const rows = Array.from({ length: 12 }, (_, person) =>
      repeated(3, 40).map((value, index) =>
        index === 0 ? (person < 10 ? 5 - (person % 2) : 0) : value + ((person + index) % 2),
      ),
    );
    const result = strongItems(stsioa, rows);
    expect(result.hidden ? [] : result.strong[0]).toBe(1);
  });
});
