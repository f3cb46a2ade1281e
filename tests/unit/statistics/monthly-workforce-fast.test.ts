import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  fromDayNumber,
  toLocalDate,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import { monthlyWorkforce, type MonthlyWorkforceInput } from '@shared/statistics/monthly-workforce';
import { dayNumberOf, monthNumberOf } from '@shared/statistics/workforce-engine';
import { slowMonthlyWorkforce } from './monthly-workforce-slow';

const from = '2023-01' as LocalMonth;
const to = '2025-06' as LocalMonth;
const day = fc.integer({ min: 0, max: 1400 }).map((days) => addDays(toLocalDate('2021-09-01'), days));
const span = fc
  .tuple(day, fc.option(fc.integer({ min: -2, max: 500 }), { freq: 3 }))
  .map(([start, length]): { start: LocalDate; end: LocalDate | null } => ({
    start,
    end: length === null ? null : addDays(start, length),
  }));
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const cases = fc
  .record({
    posts: fc.array(
      fc.record({
        id,
        span,
        weeklyHours: fc.constantFrom(null, 0, 7.5, 18.75, 30, 37.5, 45),
        reason: fc.constantFrom('resignation', 'retirement'),
      }),
      { maxLength: 10 },
    ),
    absences: fc.array(fc.record({ person: id, span }), { maxLength: 20 }),
    asOf: day,
    volunteers: fc.subarray(['a', 'b', 'c', 'd', 'e'], { maxLength: 2 }),
  })
  .map(({ posts, absences, asOf, volunteers }): MonthlyWorkforceInput => ({
    people: posts.map((post) => ({
      id: post.id,
      ...post.span,
      weeklyHours: post.weeklyHours,
      fullTimeHours: 37.5,
      isVolunteer: volunteers.includes(post.id),
      reason: post.span.end === null ? null : post.reason,
    })),
    absences: absences.map(({ person, span: { start, end } }) => ({ person, start, end })),
    from,
    to,
    asOf,
  }));

describe('months on day numbers', () => {
  it('count days as the calendar does, every day from 1900 to 2199', () => {
    const first = dayNumber(toLocalDate('1900-01-01'));
    const last = dayNumber(toLocalDate('2199-12-31'));
    let wrong = 0;
    for (let day = first; day <= last; day += 1) if (dayNumberOf(fromDayNumber(day)) !== day) wrong += 1;
    expect([wrong, last - first]).toEqual([0, 109_572]);
    expect(monthNumberOf('2026-01' as LocalMonth) - monthNumberOf('2025-11' as LocalMonth)).toBe(2);
  });

  it('equal those of the definitions, window by window', () => {
    let rowsCompared = 0;
    fc.assert(
      fc.property(cases, (input) => {
        const fast = monthlyWorkforce(input);
        const slow = slowMonthlyWorkforce(input);
        expect(fast).toHaveLength(slow.length);
        for (const [at, want] of slow.entries()) {
          rowsCompared += 1;
          const got = fast[at]!;
          for (const [key, value] of Object.entries(want)) {
            const have = got[key as keyof typeof want];
            if (typeof value === 'number') expect(have, `${want.month} ${key}`).toBeCloseTo(value, 9);
            else expect(have, `${want.month} ${key}`).toBe(value);
          }
        }
      }),
      { numRuns: 120 },
    );
    // Some draws are short; far fewer than usual would mean that nothing was compared.
    expect(rowsCompared).toBeGreaterThan(300);
  });

  it('keep opening + starters − leavers = closing, month after month', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const rows = monthlyWorkforce(input).filter((row) => !row.isPartial);
        for (const [at, row] of rows.entries()) {
          const before = rows[at - 1];
          if (before !== undefined) expect(before.headcount + row.joiners - row.leavers).toBe(row.headcount);
        }
      }),
      { numRuns: 120 },
    );
  });
});
