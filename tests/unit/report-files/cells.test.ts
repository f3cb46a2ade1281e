/** What every format shares: words that are inert, and numbers that are no finer than what was shown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatValue } from '@shared/charts/chart-spec';
import { columnWidths, isOfNumbers } from '../../../renderer/report-files/column-widths';
import { inertCell, oneLine, plainText } from '../../../renderer/report-files/inert-text';
import { numberCell } from '../../../renderer/report-files/number-cell';
import { nasty } from './nasty';
import { tables } from './sample-report';

describe('inert text', () => {
  test('no cell begins as a formula does, in any script or behind any blank', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const cell = inertCell(text);
        expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/u);
        // Programs trim cells when they read CSV.
        expect(cell.replace(/^[\s\p{Cf}]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
    );
  });

  test('text without a formula in front stays as it is', () => {
    for (const text of ['44', '[c]', '−1.3', '5.4%', 'Team A (north)', 'ceò', 'a = b', '(=1)']) {
      expect(inertCell(text)).toBe(text);
    }
  });

  test('what XML cannot hold is gone, and nothing else', () => {
    expect(plainText('a\u0000b\u001Fc\uFFFEd\uD800e\u{1F600}f\r\ng')).toBe('abcde\u{1F600}f\ng');
    expect(oneLine(' one\r\n\ttwo ')).toBe('one  two');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(text).replaceAll('\n', '')).toBe(
          text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu, ''),
        );
      }),
    );
  });
});

describe('number cells', () => {
  test.each([
    ['14', 14, '0'],
    ['42.9%', 0.429, '0.0%'],
    ['5.4%', 0.054, '0.0%'],
    ['100%', 1, '0%'],
    ['0.285', 0.285, '0.000'],
    ['10,412', 10_412, '#,##0'],
    ['1,234.50', 1234.5, '#,##0.00'],
    ['−1.3', -1.3, '0.0;"−"0.0'],
    ['0', 0, '0'],
  ])('%s', (text, value, format) => {
    expect(numberCell(text)).toEqual({ value, format });
  });

  test.each([
    '[c]',
    '',
    ' 14',
    '14 ',
    '007',
    '1e5',
    '-5',
    '+5',
    '=5',
    '12 days',
    '3 of 8',
    '1,23',
    '12,34',
    '0,123',
    '.5',
    '5.',
    '−0',
    '−0.0%',
    '1234567890123456',
    '٣',
    'Infinity',
    '5 %',
    '<5',
    '20 to 29',
  ])('%s stays words', (text) => {
    expect(numberCell(text)).toBeNull();
  });

  test('every figure that the app writes is the number that was shown, and no finer', () => {
    const formats = ['percent', 'whole', 'one-decimal', 'two-decimals'] as const;
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.constantFrom(...formats),
        (exact, format) => {
          const text = formatValue(exact, format);
          const cell = numberCell(text);
          expect(cell).not.toBeNull();
          const { value, format: code } = cell ?? { value: Number.NaN, format: '' };
          // The number says no more than its text: written out in full it is the text's own digits.
          expect(formatValue(value, format)).toBe(text);
          const digits = text.replace('−', '-').replace('%', '');
          expect(value).toBe(Number(text.endsWith('%') ? `${digits}e-2` : digits));
          expect(code.split(';')[0]?.split('.')[1]?.replace('%', '').length ?? 0).toBe(
            digits.split('.')[1]?.length ?? 0,
          );
        },
      ),
    );
  });
});

test('columns of numbers and marks are set to the right, columns of words to the left', () => {
  expect(isOfNumbers(tables[0], 0)).toBe(false);
  expect(isOfNumbers(tables[0], 1)).toBe(true);
  const [words] = [
    { ...tables[1], rows: [{ label: 'a', cells: ['Twice in each quarter, by choice'], isTotal: false }] },
  ];
  expect(isOfNumbers(words, 1)).toBe(false);
  for (const width of columnWidths(tables[0])) expect(width).toBeGreaterThanOrEqual(9);
});
