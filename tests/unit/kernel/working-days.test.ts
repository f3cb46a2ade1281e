import { describe, expect, it } from 'vitest';
import { addDays, isoWeekday, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import {
  bankHolidaysKnown,
  isBankHoliday,
  isWorkingDay,
  onOrAfterWorkingDay,
} from '@shared/kernel/working-days';

const day = toLocalDate;
const iso = (year: number, month: number, date: number): LocalDate =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) as LocalDate;

/** Gregorian Easter Sunday (Meeus, Jones, Butcher). */
function easter(year: number): LocalDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return iso(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function monday(year: number, month: number, which: 'first' | 'last'): LocalDate {
  let found = which === 'first' ? iso(year, month, 1) : iso(year, month + 1, 0);
  while (isoWeekday(found) !== 1) found = addDays(found, which === 'first' ? 1 : -1);
  return found;
}

/** Holidays by rule, each moved to the next free weekday where it falls on a weekend. */
function byRule(year: number): string[] {
  const taken = new Set<string>();
  const fixed = [iso(year, 1, 1), iso(year, 1, 2), iso(year, 11, 30), iso(year, 12, 25), iso(year, 12, 26)];
  for (const date of fixed) if (isoWeekday(date) <= 5) taken.add(date);
  for (const date of fixed) {
    if (isoWeekday(date) <= 5) continue;
    let moved = date;
    while (isoWeekday(moved) > 5 || taken.has(moved)) moved = addDays(moved, 1);
    taken.add(moved);
  }
  taken.add(addDays(easter(year), -2));
  taken.add(monday(year, 5, 'first'));
  taken.add(monday(year, 5, 'last'));
  taken.add(monday(year, 8, 'first'));
  return [...taken].sort();
}

const proclaimed = ['2026-06-15'];

describe('the table of bank holidays', () => {
  it.each([2024, 2025, 2026, 2027, 2028])('of %s is the rule and what was proclaimed', (year) => {
    const days = Array.from({ length: 366 }, (_, index) => addDays(iso(year, 1, 1), index));
    const found = days.filter((date) => date.startsWith(String(year)) && isBankHoliday(date));
    const extra = proclaimed.filter((date) => date.startsWith(String(year)));
    expect(found).toEqual([...byRule(year), ...extra].sort());
  });

  it('does not run out within half a year: add the next years from gov.uk/bank-holidays', () => {
    // The day this test runs, without asking a clock for more.
    const today = new Date(performance.timeOrigin).toISOString().slice(0, 10) as LocalDate;
    expect(bankHolidaysKnown.to > addDays(today, 183)).toBe(true);
  });
});

it('finds the next working day over weekends and holidays', () => {
  expect(onOrAfterWorkingDay(day('2026-02-28'))).toBe('2026-03-02');
  expect(onOrAfterWorkingDay(day('2026-12-25'))).toBe('2026-12-29');
  expect(onOrAfterWorkingDay(day('2026-01-02'))).toBe('2026-01-05');
  expect(onOrAfterWorkingDay(day('2026-03-03'))).toBe('2026-03-03');
  expect(isWorkingDay(day('2026-06-15'))).toBe(false);
});
