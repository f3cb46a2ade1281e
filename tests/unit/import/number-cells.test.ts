import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDecimalMark, readMinutes, readNumber, type DecimalMark } from '@shared/import/number-cells';

const value = (text: string, mark: DecimalMark = 'unknown'): number | string => {
  const number = readNumber(text, mark);
  return number.ok ? number.value : number.error.slice(0, 19);
};

describe('a number that could be two', () => {
  it('is decided by the marks of the other cells', () => {
    expect([value('1,250'), value('1,250', 'point'), value('1,250', 'comma')]).toEqual([1250, 1250, 1.25]);
    expect([value('1.250'), value('1.250', 'point'), value('1.250', 'comma')]).toEqual([1.25, 1.25, 1250]);
    expect([value('1,250', 'mixed'), value('1.250', 'mixed')]).toEqual([
      'This could be two n',
      'This could be two n',
    ]);
    expect([value('0,125', 'point'), value('37,5', 'mixed'), value('1.250,5', 'point')]).toEqual([
      0.125, 37.5, 1250.5,
    ]);
  });

  it('is only told by cells that leave no doubt', () => {
    expect(detectDecimalMark(['1,250', '1.250', '37', ''])).toBe('unknown');
    expect(detectDecimalMark(['1,250', '37,5'])).toBe('comma');
    expect(detectDecimalMark(['1,250', '37.5 hrs'])).toBe('point');
    expect(detectDecimalMark(['1,250.5'])).toBe('point');
    expect(detectDecimalMark(['37,5', '18.75'])).toBe('mixed');
  });

  it('comes back from every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom(0, 1, 2), (whole, digits) => {
        const number = whole / 10 ** digits;
        const plain = number.toFixed(digits);
        const [front = '', behind] = plain.split('.');
        const grouped = (mark: string): string => front.replace(/\B(?=(\d{3})+$)/g, mark);
        const withDecimals = (text: string, mark: string): string =>
          behind === undefined ? text : `${text}${mark}${behind}`;
        for (const written of [plain, withDecimals(grouped(','), '.'), withDecimals(grouped(' '), '.')])
          expect(readNumber(written, 'point')).toEqual({ ok: true, value: number });
        for (const written of [plain.replace('.', ','), withDecimals(grouped('.'), ',')])
          expect(readNumber(written, 'comma')).toEqual({ ok: true, value: number });
      }),
    );
  });
});

describe('cells that are no number', () => {
  it.each(['12 5', '3 7.5', '1 2', "1'2", '30 minutes', '(5)', '5-', '1e3', '1,2,3', '--1', '1.250.50'])(
    '%s is not guessed at',
    (text) => {
      expect(readNumber(text).ok).toBe(false);
    },
  );
});

describe('minutes', () => {
  it('reads lengths as people write them, and never an hour as a minute', () => {
    const read = (text: string): number | null => {
      const minutes = readMinutes(text);
      return minutes.ok ? minutes.value : null;
    };
    expect(['45', '45 mins', '0:45', '1:00', '01:30:00', '1 hour', '1.5 hrs', '1h 30m'].map(read)).toEqual([
      45, 45, 45, 60, 90, 60, 90, 90,
    ]);
    expect(['an hour', '45 WTE', '1:75', '30-45'].map(read)).toEqual([null, null, null, null]);
  });
});
