import { describe, expect, it } from 'vitest';
import { builtInFormat, formatOfCode } from '@shared/import/xlsx/number-format';
import { numberText, plainText, readCell, type RawCell } from '@shared/import/xlsx/cell-value';
import { dayText, timeText } from '@shared/import/xlsx/serial';

describe('number formats', () => {
  it.each([
    ['dd/mm/yyyy', 'date'],
    ['yyyy-mm-dd;@', 'date'],
    ['[$-809]dddd, d mmmm yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['d.m.yy h:mm', 'date'],
    ['[Red]dd/mm/yyyy', 'date'],
    ['m/d/yy h:mm AM/PM', 'date'],
    ['h:mm', 'time'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['0.0%', 'percent'],
    ['General', 'plain'],
    ['0.00E+00', 'plain'],
    ['#,##0.00', 'plain'],
    ['"day "0', 'plain'],
    ['0" hrs"', 'plain'],
    ['[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00', 'plain'],
    ['_-* #,##0_-;-* #,##0_-', 'plain'],
    ['\\d0', 'plain'],
    ['00000', 'padded'],
    ['"P"0000', 'padded'],
  ])('%s is a %s', (code, kind) => {
    expect(formatOfCode(code).kind).toBe(kind);
  });

  it('of every workbook are known by their number', () => {
    expect([0, 1, 9, 14, 17, 20, 22, 45, 46, 49].map((id) => builtInFormat(id).kind)).toEqual([
      'plain',
      'plain',
      'percent',
      'date',
      'date',
      'time',
      'date',
      'time',
      'time',
      'plain',
    ]);
  });
});

describe('days and times', () => {
  it('count from 1900, with the day that never was', () => {
    expect([1, 59, 61, 45_382, 45_382.5, 2_958_465].map((serial) => dayText(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2024-03-31',
      '2024-03-31 12:00',
      '9999-12-31',
    ]);
    expect([0, 60, -1, 2_958_466].map((serial) => dayText(serial, false))).toEqual(['0', null, null, null]);
  });

  it('count from 1904 where the workbook says so', () => {
    expect([0, 43_920].map((serial) => dayText(serial, true))).toEqual(['1904-01-01', '2024-03-31']);
    expect(dayText(2_957_004, true)).toBe(null);
  });

  it('are whole seconds, and the last one of a day is the next day', () => {
    expect(dayText(45_382.999_999_99, false)).toBe('2024-04-01');
    expect(timeText(0.031_25, false, false)).toBe('0:45');
    expect(timeText(1.5625, true, false)).toBe('37:30');
  });

  it('a time of over a day that shows only the rest is none', () => {
    expect(timeText(1.5625, false, false)).toBe(null);
    expect(timeText(45_382.5, false, false)).toBe('2024-03-31 12:00');
  });
});

describe('one cell', () => {
  const cell = (part: Partial<RawCell>) =>
    readCell(
      { type: '', format: { kind: 'plain' }, hasFormula: false, value: null, inline: null, ...part },
      ['first', 'Munro,\nAilsa'],
      false,
    );

  it.each([
    [{ value: '37.5' }, '37.5'],
    [{ value: '37.499999999999993' }, '37.5'],
    [{ value: '1.125' }, '1.1250'],
    [{ value: '1E-3' }, '0.0010'],
    [{ value: '417', format: { kind: 'padded', prefix: '', digits: 5 } }, '00417'],
    [{ value: '0.5', format: { kind: 'percent' } }, '50%'],
    [{ value: '45382', format: { kind: 'date' } }, '2024-03-31'],
    [{ type: 's', value: '1' }, 'Munro, Ailsa'],
    [{ type: 'inlineStr', inline: 'a_x000D_b' }, 'a b'],
    [{ type: 'b', value: '1' }, 'TRUE'],
    [{ type: 'd', value: '2024-03-31T00:00:00' }, '2024-03-31'],
    [{ type: 'd', value: '2024-03-31T09:30:00' }, '2024-03-31 09:30'],
    [{ type: 'str', value: '', hasFormula: true }, ''],
    [{ type: 'n', value: null }, ''],
  ] as const)('%o shows %s', (part, shown) => {
    expect(cell(part)).toEqual({ text: shown, wrong: null });
  });

  it.each([
    [{ value: null, hasFormula: true }, 'The formula here has no value yet'],
    [{ value: '', hasFormula: true }, 'The formula here has no value yet'],
    [{ type: 'e', value: '#N/A' }, 'The spreadsheet shows an error here'],
    [{ type: 'e', value: '#BLOCKED!' }, 'The spreadsheet shows an error here'],
    [{ type: 's', value: '2' }, 'This cell cannot be read'],
    [{ type: 's', value: '-1' }, 'This cell cannot be read'],
    [{ type: 's', value: null }, 'This cell cannot be read'],
    [{ type: 'b', value: '2' }, 'This cell cannot be read'],
    [{ type: 'd', value: '31/03/2024' }, 'This cell cannot be read'],
    [{ type: 'x', value: '1' }, 'This cell cannot be read'],
    [{ value: 'NaN' }, 'This cell cannot be read'],
    [{ value: '0x10' }, 'This cell cannot be read'],
    [{ value: '1e999' }, 'This cell cannot be read'],
    [{ value: '-3', format: { kind: 'date' } }, 'The sheet shows this number as a day'],
    [{ value: '1.5', format: { kind: 'time', isElapsed: false } }, 'This time is longer than a day'],
  ] as const)('%o is a reason, never a value', (part, reason) => {
    const read = cell(part);
    expect(read.wrong).toContain(reason);
    expect(read.text).not.toBe('');
  });

  it('long numbers keep fifteen digits and say that there were more', () => {
    expect(numberText(123_456_789_012_345)).toBe('123456789012345');
    expect(numberText(1.234e19)).toBe('1.234e+19');
    expect(numberText(0.1 + 0.2)).toBe('0.3');
    expect(numberText(-0.000_000_12)).toBe('-0.00000012');
  });

  it('letters that XML cannot hold come back', () => {
    expect(plainText('x_x0041_y_x005F_z')).toBe('xAy_z');
  });
});
