import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidaysKnown, isBankHoliday, nations, type Nation } from '@shared/kernel/bank-holidays';
import { addDays, daysBetween, isoWeekday, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { addWorkingDays, isWorkingDay, onOrAfterWorkingDay } from '@shared/kernel/working-days';

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

/** Month and day of those that have a date, and in words those that move. */
const rules: Readonly<
  Record<
    Nation,
    {
      readonly fixed: readonly (readonly [number, number])[];
      readonly hasEasterMonday: boolean;
      readonly summer: 'first' | 'last';
    }
  >
> = {
  scotland: {
    fixed: [
      [1, 1],
      [1, 2],
      [11, 30],
      [12, 25],
      [12, 26],
    ],
    hasEasterMonday: false,
    summer: 'first',
  },
  'england-and-wales': {
    fixed: [
      [1, 1],
      [12, 25],
      [12, 26],
    ],
    hasEasterMonday: true,
    summer: 'last',
  },
  'northern-ireland': {
    fixed: [
      [1, 1],
      [3, 17],
      [7, 12],
      [12, 25],
      [12, 26],
    ],
    hasEasterMonday: true,
    summer: 'last',
  },
};

/** Holidays by rule, each moved to the next free weekday where it falls on a weekend. */
function byRule(year: number, nation: Nation): string[] {
  const { fixed, hasEasterMonday, summer } = rules[nation];
  const taken = new Set<string>();
  const dates = fixed.map(([month, date]) => iso(year, month, date));
  for (const date of dates) if (isoWeekday(date) <= 5) taken.add(date);
  for (const date of dates) {
    if (isoWeekday(date) <= 5) continue;
    let moved = date;
    while (isoWeekday(moved) > 5 || taken.has(moved)) moved = addDays(moved, 1);
    taken.add(moved);
  }
  taken.add(addDays(easter(year), -2));
  if (hasEasterMonday) taken.add(addDays(easter(year), 1));
  taken.add(monday(year, 5, 'first'));
  taken.add(monday(year, 5, 'last'));
  taken.add(monday(year, 8, summer));
  return [...taken].sort();
}

/** Beside the rules, for one year alone. */
const proclaimed: Readonly<Record<Nation, readonly string[]>> = {
  scotland: ['2026-06-15'],
  'england-and-wales': [],
  'northern-ireland': [],
};
const firstYear = Number(bankHolidaysKnown.from.slice(0, 4));
const lastYear = Number(bankHolidaysKnown.to.slice(0, 4));
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
const each = nations.flatMap((nation) => years.map((year) => [nation, year] as const));

it('reckons Easter as the calendars print it', () => {
  expect([2024, 2025, 2026, 2027, 2028, 2038].map(easter)).toEqual([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
  ]);
});

describe('the tables of bank holidays', () => {
  it.each(each)('of %s in %s are the rule and what was proclaimed', (nation, year) => {
    const days = Array.from({ length: 366 }, (_, index) => addDays(iso(year, 1, 1), index));
    const found = days.filter((date) => date.startsWith(String(year)) && isBankHoliday(date, nation));
    const extra = proclaimed[nation].filter((date) => date.startsWith(String(year)));
    expect(found).toEqual([...byRule(year, nation), ...extra].sort());
  });

  it('do not run out within half a year: add the next years from gov.uk/bank-holidays', () => {
    // The day this test runs, without asking a clock for more.
    const today = new Date(performance.timeOrigin).toISOString().slice(0, 10) as LocalDate;
    expect(bankHolidaysKnown.to > addDays(today, 183)).toBe(true);
  });

  it('differ where the nations differ', () => {
    const keptIn = (date: string) => nations.filter((nation) => isBankHoliday(day(date), nation));
    expect(keptIn('2026-04-06')).toEqual(['england-and-wales', 'northern-ireland']);
    expect(keptIn('2026-08-03')).toEqual(['scotland']);
    expect(keptIn('2026-11-30')).toEqual(['scotland']);
    expect(keptIn('2026-07-13')).toEqual(['northern-ireland']);
    expect(keptIn('2026-12-28')).toEqual([...nations]);
    // A week that all three keep, and a plain Tuesday that none does.
    expect(keptIn('2026-04-03')).toHaveLength(3);
    expect(keptIn('2026-06-16')).toEqual([]);
  });
});

describe('working days', () => {
  it('go on over weekends and holidays', () => {
    const next = (date: string, nation: Nation) => onOrAfterWorkingDay(day(date), nation);
    expect(next('2026-02-28', 'scotland')).toBe('2026-03-02');
    expect(next('2026-12-25', 'scotland')).toBe('2026-12-29');
    expect(next('2026-01-02', 'scotland')).toBe('2026-01-05');
    expect(next('2026-01-02', 'england-and-wales')).toBe('2026-01-02');
    expect(next('2026-03-03', 'scotland')).toBe('2026-03-03');
    expect(next('2026-04-03', 'scotland')).toBe('2026-04-06');
    expect(next('2026-04-03', 'northern-ireland')).toBe('2026-04-07');
    expect(isWorkingDay(day('2026-06-15'), 'scotland')).toBe(false);
    expect(isWorkingDay(day('2026-06-15'), 'england-and-wales')).toBe(true);
  });

  it('are counted one by one, in every nation', () => {
    const anyKnownDay = fc
      .integer({ min: 0, max: daysBetween(bankHolidaysKnown.from, addDays(bankHolidaysKnown.to, -60)) })
      .map((days) => addDays(bankHolidaysKnown.from, days));
    fc.assert(
      fc.property(
        anyKnownDay,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...nations),
        (from, count, nation) => {
          const to = addWorkingDays(from, count, nation);
          const passed = Array.from({ length: daysBetween(from, to) }, (_, index) =>
            addDays(from, index + 1),
          );
          expect(isWorkingDay(to, nation)).toBe(true);
          expect(passed.filter((date) => isWorkingDay(date, nation))).toHaveLength(count);
          expect(addWorkingDays(from, count - 1, nation) < to || count === 1).toBe(true);
        },
      ),
    );
  });
});
