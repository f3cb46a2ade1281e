import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formItems, pagesOf } from '../../../renderer/survey/form-pages';
import { formOf } from './survey-kit';

describe('pages of a form', () => {
  it('hold every item once, in order, ten at most, and about as many each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const items = Array.from({ length: count }, (_, index) => index);
        const pages = pagesOf(items);
        expect(pages.flat()).toEqual(items);
        const lengths = pages.map((page) => page.length);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(10);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
    expect(pagesOf(Array.from({ length: 10 })).map((page) => page.length)).toEqual([10]);
    expect(pagesOf(Array.from({ length: 35 })).map((page) => page.length)).toEqual([9, 9, 8, 9]);
  });

  it('give every item the answers that its pack says', () => {
    const { wording } = formOf(3);
    const [one, two] = [
      [{ value: 0, text: 'No' }],
      [
        { value: 4, text: 'Often' },
        { value: 0, text: 'Never' },
      ],
    ] as const;
    const items = formItems({
      ...wording,
      items: [...wording.items].reverse(),
      answers: [
        { items: [3, 1], options: one },
        { items: [2], options: two },
      ],
    });
    expect(items.map(({ number, options }) => [number, options])).toEqual([
      [1, one],
      [2, two],
      [3, one],
    ]);
  });
});
