import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  fromDayNumber,
  toLocalDate,
  type LocalDate,
} from '@shared/kernel/local-date';
import { headcountOfPosts } from '@shared/statistics/headcount';
import {
  rollingTurnover,
  rollingYearStart,
  turnover,
  turnoverOfCounts,
  type StaffRow,
} from '@shared/statistics/turnover';

const d = toLocalDate;
const row = (id: string, start: string, end: string | null, over: Partial<StaffRow> = {}): StaffRow => ({
  id,
  start: d(start),
  end: end === null ? null : d(end),
  weeklyHours: 37,
  fullTimeHours: 37,
  reason: null,
  ...over,
});
const year = [d('2024-04-01'), d('2025-03-31')] as const;

const anyDay = fc.integer({ min: 19_000, max: 20_500 }).map(fromDayNumber);
const anyRow = fc
  .record({
    id: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
    start: anyDay,
    days: fc.option(fc.nat(700)),
  })
  .map(({ id, start, days }) => row(id, start, days === null ? null : addDays(start, days)));
const anyStaff = fc.array(anyRow, { maxLength: 14 });
const anyWindow = fc
  .tuple(anyDay, fc.nat(800))
  .map(([from, days]): [LocalDate, LocalDate] => [from, addDays(from, days)]);

describe('turnover', () => {
  it('keeps opening + joiners - leavers = closing whatever the posts', () => {
    fc.assert(
      fc.property(anyStaff, anyWindow, (staff, [from, to]) => {
        const result = turnover(staff, from, to);
        expect(result.openingHeadcount + result.joiners - result.leavers).toBe(result.closingHeadcount);
        expect(result.outflow).toBeLessThanOrEqual(Math.min(result.openingHeadcount, result.leavers));
        expect(result.joinedAndLeft).toBeLessThanOrEqual(Math.min(result.joiners, result.leavers));
        if (result.stabilityIndex !== null) {
          expect(result.stabilityIndex).toBeGreaterThanOrEqual(0);
          expect(result.stabilityIndex + result.turnoverOpening!).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('agrees with a count by calendar day', () => {
    fc.assert(
      fc.property(anyStaff, anyDay, fc.nat(60), (staff, from, days) => {
        const to = addDays(from, days);
        const present = (id: string, day: LocalDate): boolean =>
          staff.some((s) => s.id === id && s.start <= day && (s.end === null || s.end >= day));
        const ids = [...new Set(staff.map(({ id }) => id))];
        let [joiners, leavers, personDays] = [0, 0, 0];
        for (let day = from; day <= to; day = addDays(day, 1)) {
          for (const id of ids) {
            const [before, now] = [present(id, addDays(day, -1)), present(id, day)];
            joiners += Number(now && !before);
            leavers += Number(before && !now);
            personDays += Number(now);
          }
        }
        const result = turnover(staff, from, to);
        expect([result.joiners, result.leavers]).toEqual([joiners, leavers]);
        if (personDays === 0) expect(result.turnoverDailyAverage).toBeNull();
        else expect(result.turnoverDailyAverage).toBeCloseTo(leavers / (personDays / (days + 1)), 9);
      }),
      { numRuns: 40 },
    );
  });

  it('moves are consistent: windows side by side add up', () => {
    fc.assert(
      fc.property(anyStaff, anyDay, fc.nat(300), fc.nat(300), (staff, from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second + 1);
        const [left, right, whole] = [
          turnover(staff, from, middle),
          turnover(staff, addDays(middle, 1), to),
          turnover(staff, from, to),
        ];
        expect(left.leavers + right.leavers).toBe(whole.leavers);
        expect(left.joiners + right.joiners).toBe(whole.joiners);
        expect(left.closingHeadcount).toBe(right.openingHeadcount);
      }),
    );
  });

  it('counts a leaver on the first day out, not on the last day in post', () => {
    const lastDayOfWindow = [row('A', '2020-01-01', '2025-03-31')];
    expect(turnover(lastDayOfWindow, ...year)).toMatchObject({ leavers: 0, closingHeadcount: 1 });
    const dayBefore = [row('A', '2020-01-01', '2024-03-31')];
    expect(turnover(dayBefore, ...year)).toMatchObject({
      openingHeadcount: 1,
      leavers: 1,
      outflow: 1,
      closingHeadcount: 0,
    });
  });

  it('does not count returning as outflow, nor a new contract the next day as leaving', () => {
    const returns = [row('A', '2020-01-01', '2024-06-30'), row('A', '2024-09-01', null)];
    expect(turnover(returns, ...year)).toMatchObject({
      leavers: 1,
      joiners: 1,
      outflow: 0,
      stabilityIndex: 1,
    });
    const renewed = [
      row('A', '2020-01-01', '2024-06-30'),
      row('A', '2024-07-01', null, { weeklyHours: 18.5 }),
    ];
    expect(turnover(renewed, ...year)).toMatchObject({
      leavers: 0,
      joiners: 0,
      openingWte: 1,
      closingWte: 0.5,
    });
    const twoPosts = [
      row('A', '2020-01-01', null),
      row('A', '2020-01-01', '2024-06-30', { weeklyHours: 18.5 }),
    ];
    expect(turnover(twoPosts, ...year)).toMatchObject({ openingHeadcount: 1, leavers: 0, openingWte: 1.5 });
  });

  it('counts resignations alone as voluntary', () => {
    const staff = [
      row('A', '2020-01-01', '2024-06-30', { reason: 'resignation' }),
      row('B', '2020-01-01', '2024-06-30', { reason: 'retirement' }),
      row('C', '2020-01-01', null),
    ];
    expect(turnover(staff, ...year)).toMatchObject({ turnoverAverage: 1, voluntaryTurnoverAverage: 0.5 });
  });

  it('is undefined, not 0, without staff, and WTE is unknown without hours', () => {
    expect(turnover([], ...year)).toEqual({
      openingHeadcount: 0,
      closingHeadcount: 0,
      joiners: 0,
      leavers: 0,
      outflow: 0,
      joinedAndLeft: 0,
      openingWte: 0,
      closingWte: 0,
      leaversWte: 0,
      turnoverOpening: null,
      turnoverAverage: null,
      turnoverDailyAverage: null,
      outflowOverAverage: null,
      voluntaryTurnoverAverage: null,
      turnoverWteOpening: null,
      stabilityIndex: null,
    });
    const unknown = [row('A', '2020-01-01', null, { weeklyHours: null })];
    expect(turnover(unknown, ...year)).toMatchObject({
      openingHeadcount: 1,
      openingWte: null,
      turnoverWteOpening: null,
    });
  });
});

describe('rolling years', () => {
  it.each([
    ['2024-02-29', '2023-03-01'],
    ['2025-02-28', '2024-03-01'],
    ['2024-02-28', '2023-03-01'],
    ['2023-02-28', '2022-03-01'],
    ['2025-03-31', '2024-04-01'],
    ['2024-12-31', '2024-01-01'],
    ['2024-10-15', '2023-10-16'],
  ])('the window ending %s starts %s', (to, from) => {
    expect(rollingYearStart(d(to))).toBe(from);
  });

  it('is always 365 or 366 days long, and never longer than the year it spans', () => {
    fc.assert(
      fc.property(anyDay, (to) => {
        const from = rollingYearStart(to);
        const length = daysBetween(from, to) + 1;
        expect([365, 366]).toContain(length);
        // One day short only for the window that ends on 28 February of a leap year: it has no 29 February to start on.
        const isEveOfLeapDay = addDays(to, 1).endsWith('-02-29');
        expect(daysBetween(from, addMonths(from, 12)) - length).toBe(isEveOfLeapDay ? 1 : 0);
      }),
    );
  });

  it('divides by the average of its own window', () => {
    const staff = [row('A', '2020-01-01', '2024-02-10'), row('B', '2020-01-01', null)];
    expect(rollingTurnover(staff, [d('2024-02-29')])).toEqual([
      { from: '2023-03-01', to: '2024-02-29', leavers: 1, turnoverAverage: 1 / 1.5, stabilityIndex: 0.5 },
    ]);
    expect(rollingTurnover([], [])).toEqual([]);
  });

  it('follows from counts, with nulls for an empty opening', () => {
    expect(turnoverOfCounts({ openingHeadcount: 0, closingHeadcount: 0, outflow: 0 })).toEqual({
      turnoverOpening: null,
      stabilityIndex: null,
      outflowOverAverage: null,
    });
    expect(
      turnoverOfCounts({ openingHeadcount: 0, closingHeadcount: 4, outflow: 0 }).outflowOverAverage,
    ).toBe(0);
  });
});

describe('headcountOfPosts', () => {
  it('counts a person with two posts once and does not cap their WTE', () => {
    const post = { person: 'A', weeklyHours: 30, fullTimeHours: 37.5 };
    expect(headcountOfPosts([post, { ...post, weeklyHours: 15 }])).toMatchObject({ headcount: 1, posts: 2 });
    expect(headcountOfPosts([post, { ...post, weeklyHours: 15 }]).maxPersonWte).toBeCloseTo(1.2, 12);
  });
  it('uses the week in force for each post', () => {
    const posts = [
      { person: 'A', weeklyHours: 37, fullTimeHours: 37 },
      { person: 'B', weeklyHours: 36, fullTimeHours: 36 },
    ];
    expect(headcountOfPosts(posts).wte).toBe(2);
  });
  it('is honest about nothing and about unknown hours', () => {
    expect(headcountOfPosts([])).toEqual({ headcount: 0, posts: 0, wte: 0, maxPersonWte: null });
    expect(headcountOfPosts([{ person: 'A', weeklyHours: null, fullTimeHours: 37 }]).wte).toBeNull();
    expect(headcountOfPosts([{ person: 'A', weeklyHours: 10, fullTimeHours: 0 }]).wte).toBeNull();
  });
});
