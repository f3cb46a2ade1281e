import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseDateText } from '@shared/kernel/date-text';
import { addDays, formatDate, formatDateWithWeekday, toLocalDate } from '@shared/kernel/local-date';

// A Tuesday.
const today = toLocalDate('2026-11-24');
const read = (text: string) => parseDateText(text, today);

describe('parseDateText', () => {
  it.each([
    ['today', '2026-11-24'],
    ['  Today ', '2026-11-24'],
    ['tomorrow', '2026-11-25'],
    ['yesterday', '2026-11-23'],
    ['in 3 days', '2026-11-27'],
    ['2 weeks', '2026-12-08'],
    ['3 days ago', '2026-11-21'],
    ['in 1 month', '2026-12-24'],
  ])('reads the words %j', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['tue', '2026-11-24'],
    ['Tuesday', '2026-11-24'],
    ['fri', '2026-11-27'],
    ['mon', '2026-11-30'],
    ['weds', '2026-11-25'],
    ['thurs', '2026-11-26'],
    ['on friday', '2026-11-27'],
    ['last fri', '2026-11-20'],
    ['last tue', '2026-11-17'],
    ['next tue', '2026-12-01'],
    ['next fri', '2026-11-27'],
  ])('takes the weekday %j as the next such day, today included', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['24 nov', '2026-11-24'],
    ['24 November', '2026-11-24'],
    ['24th of november', '2026-11-24'],
    ['Nov 24', '2026-11-24'],
    ['24nov', '2026-11-24'],
    ['1 sept', '2026-09-01'],
    ['24/11', '2026-11-24'],
    ['5 jan', '2027-01-05'],
    ['tue 24 nov', '2026-11-24'],
  ])('takes %j in the year nearest to today', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it('looks back over the new year too', () => {
    expect(parseDateText('24 nov', toLocalDate('2027-01-03'))).toBe('2026-11-24');
  });

  it.each([
    ['24/11/26', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['4.3.2021', '2021-03-04'],
    ['04-03-2021', '2021-03-04'],
    ['2026-11-24', '2026-11-24'],
    ['24 nov 2026', '2026-11-24'],
    ['November 24, 2026', '2026-11-24'],
    ['1/3/98', '1998-03-01'],
    ['1/3/46', '2046-03-01'],
    ['1/3/47', '1947-03-01'],
    ['29 feb 2024', '2024-02-29'],
  ])('reads the whole date %j, day first', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    '',
    '   ',
    '31/2/2026',
    '30 feb',
    '29/02/2025',
    '2026-13-01',
    '11/24/2026',
    '0/1/2026',
    '32 jan',
    'someday',
    'm',
    'fr',
    '24 nox',
    '24/11/206',
    '24/11/2026 at noon',
    '1/1/1899',
    '9'.repeat(60),
  ])('answers null to %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads back every day as it is written out', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (days) => {
        const day = addDays(toLocalDate('2000-01-01'), days);
        expect(read(formatDate(day))).toBe(day);
        expect(read(formatDateWithWeekday(day))).toBe(day);
        expect(read(day)).toBe(day);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = read(text);
        expect(day === null || toLocalDate(day) === day).toBe(true);
      }),
    );
  });
});
