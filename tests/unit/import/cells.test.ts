import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detectDateOrder,
  readDate,
  readMonth,
  readName,
  readNumberAsText,
  readYesNo,
  tidyCell,
} from '@shared/import/cells';
import { readNumber } from '@shared/import/number-cells';
import { detectDelimiter, delimiters } from '@shared/import/delimiter';
import { dayNumber, formatDate, fromDayNumber, toLocalDate } from '@shared/kernel/local-date';

const days = fc
  .integer({ min: dayNumber(toLocalDate('1950-01-01')), max: dayNumber(toLocalDate('2049-12-31')) })
  .map(fromDayNumber);

describe('dates', () => {
  it('reads every day back in each style', () => {
    fc.assert(
      fc.property(days, (date) => {
        const [year = '', month = '', day = ''] = date.split('-');
        const styles = [
          date,
          `${day}/${month}/${year}`,
          `${Number(day)}/${Number(month)}/${year}`,
          `${day}-${month}-${year.slice(2)}`,
          `${day}.${month}.${year}`,
          formatDate(date),
          `${date}T00:00:00Z`,
          `${day}/${month}/${year} 09:30`,
          `${year}${month}${day}`,
        ];
        for (const style of styles) expect(readDate(style, 'day-first')).toEqual({ ok: true, value: date });
        expect(readDate(`${month}/${day}/${year}`, 'month-first')).toEqual({ ok: true, value: date });
      }),
    );
  });

  it('never throws and never answers with a day that does not exist', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = readDate(text, 'day-first');
        if (date.ok) expect(toLocalDate(date.value)).toBe(date.value);
        else expect(text.length < 8 || !date.error.includes(text)).toBe(true);
      }),
    );
  });

  it('tells the order of a column', () => {
    expect(detectDateOrder(['03/04/2024', '', 'x'])).toBe('day-first');
    expect(
      detectDateOrder([
        '24/11/2024',
        '03/04/2024',
        ...Array.from({ length: 8 }, () => '30/01/2024'),
        '11/24/2024',
      ]),
    ).toBe('day-first');
    expect(detectDateOrder(['11/24/2024', '12/31/2024'])).toBe('month-first');
    expect(detectDateOrder(['11/24/2024', '24/11/2024'])).toBe('mixed');
  });

  it('reads months', () => {
    for (const text of [
      '2023-04',
      '04/2023',
      '4-2023',
      'Apr 2023',
      'April 2023',
      'Apr-23',
      '30/04/2023',
      '2023-04-30',
      '2023 April',
    ]) {
      expect(readMonth(text, 'day-first')).toEqual({ ok: true, value: '2023-04' });
    }
    expect(readMonth('2023-13', 'day-first').ok).toBe(false);
  });
});

describe('other cells', () => {
  it('reads numbers as different systems write them', () => {
    const read = (text: string) => {
      const number = readNumber(text);
      return number.ok ? number.value : number.error.slice(0, 8);
    };
    expect(['37,5', '37.5 hrs', '1,250', '1.250,5', '37:30', '.5', '4', '-3'].map(read)).toEqual([
      37.5, 37.5, 1250, 1250.5, 37.5, 0.5, 4, -3,
    ]);
    expect(['', 'full time', '1.2.3', '=1+1'].map(read)).toEqual([
      'This is ',
      'This is ',
      'This is ',
      'This is ',
    ]);
  });

  it('turns names round only when there is a name on both sides of one comma', () => {
    expect(readName('Munro, Ailsa')).toEqual({ name: 'Ailsa Munro', wasTurned: true });
    expect(readName('Mac an Tuairneir,  Iain Ruaraidh').name).toBe('Iain Ruaraidh Mac an Tuairneir');
    for (const name of ['Ailsa Munro', 'Ailsa Reid, MSc', 'Reid,', 'A, B, C'])
      expect(readName(name)).toEqual({ name, wasTurned: false });
  });

  it('keeps payroll numbers as text', () => {
    expect(readNumberAsText('00417')).toEqual({ ok: true, value: '00417' });
    expect(readNumberAsText("'00417")).toEqual({ ok: true, value: '00417' });
    expect(readNumberAsText('10595.0')).toEqual({ ok: true, value: '10595' });
    expect(readNumberAsText('1.0595E+04').ok).toBe(false);
  });

  it('reads yes and no, and tidies odd spaces and marks', () => {
    expect(
      ['Y', 'no', 'TRUE', '0', '✓'].map((text) => {
        const read = readYesNo(text);
        return read.ok && read.value;
      }),
    ).toEqual([true, false, true, false, true]);
    expect(readYesNo('perhaps').ok).toBe(false);
    expect(tidyCell('\u00A0 Ailsa\u2009\u200BMunro\t\r\n ')).toBe('Ailsa Munro');
  });

  it('finds the separator of any regular table', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...delimiters),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 20 }),
        (delimiter, columns, rows) => {
          const lines = Array.from({ length: rows }, (_, row) =>
            Array.from({ length: columns }, (_, column) =>
              column === 0 ? `"a${delimiter}b, c; d"` : `x${row}`,
            ).join(delimiter),
          );
          expect(detectDelimiter(lines.join('\r\n'))).toBe(delimiter);
        },
      ),
    );
  });
});
