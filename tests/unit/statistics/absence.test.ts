import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import {
  sicknessRateByFteDays,
  sicknessRateByHours,
  type AbsenceSpell,
  type PostAtWork,
} from '@shared/statistics/absence';

const d = toLocalDate;
const post = (id: string, wte = 1, start = '2020-01-01', end: string | null = null): PostAtWork => ({
  id,
  wte,
  start: d(start),
  end: end === null ? null : d(end),
});
const spell = (person: string, start: string, end: string | null): AbsenceSpell => ({
  person,
  start: d(start),
  end: end === null ? null : d(end),
});
const may = { from: d('2025-05-01'), to: d('2025-05-31') };

describe('sicknessRateByFteDays', () => {
  it('counts overlapping spells once and joins touching certificates into one episode', () => {
    const result = sicknessRateByFteDays({
      posts: [post('A')],
      spells: [
        spell('A', '2025-05-11', '2025-05-20'),
        spell('A', '2025-04-25', '2025-05-05'),
        spell('A', '2025-05-06', '2025-05-12'),
      ],
      ...may,
    });
    expect(result.episodes).toEqual([
      {
        person: 'A',
        start: '2025-04-25',
        end: '2025-05-20',
        calendarDays: 26,
        daysInWindow: 20,
        longTerm: false,
      },
    ]);
    expect(result.fteDaysLost).toBe(20);
  });

  it('runs an open spell to the end of the window, or to the last day in post', () => {
    const result = sicknessRateByFteDays({
      posts: [post('A'), post('B', 0.5, '2020-01-01', '2025-05-10')],
      spells: [spell('A', '2025-05-03', null), spell('B', '2025-05-01', null)],
      ...may,
    });
    expect(result.episodes.map(({ end, daysInWindow, longTerm }) => [end, daysInWindow, longTerm])).toEqual([
      ['2025-05-31', 29, true],
      ['2025-05-10', 10, false],
    ]);
    expect(result).toMatchObject({
      fteDaysLost: 34,
      fteDaysAvailable: 36,
      longTermFteDays: 29,
      shortTermFteDays: 5,
    });
  });

  it('judges 28 days short and 29 long', () => {
    const lengths = (end: string): boolean | undefined =>
      sicknessRateByFteDays({ posts: [post('A')], spells: [spell('A', '2025-05-01', end)], ...may })
        .episodes[0]?.longTerm;
    expect([lengths('2025-05-28'), lengths('2025-05-29')]).toEqual([false, true]);
  });

  it('leaves out episodes beside the window, strangers and back-to-front dates', () => {
    const result = sicknessRateByFteDays({
      posts: [post('A')],
      spells: [
        spell('A', '2025-04-01', '2025-04-30'),
        spell('A', '2025-06-01', null),
        spell('A', '2025-05-10', '2025-05-01'),
        spell('Z', '2025-05-01', '2025-05-31'),
      ],
      ...may,
    });
    expect(result).toMatchObject({ episodes: [], fteDaysLost: 0, rate: 0, peopleWithAnyAbsence: 0 });
  });

  it('has no rate when nobody was available', () => {
    expect(sicknessRateByFteDays({ posts: [], spells: [], ...may }).rate).toBeNull();
    const gone = [post('A', 1, '2020-01-01', '2025-04-30')];
    expect(sicknessRateByFteDays({ posts: gone, spells: [], ...may })).toMatchObject({
      rate: null,
      fteDaysAvailable: 0,
    });
  });

  it('agrees with a count by calendar day, and a rate never passes 1', () => {
    const anyDay = fc.integer({ min: 19_700, max: 19_800 }).map(fromDayNumber);
    const span = fc.tuple(anyDay, fc.option(fc.nat(45))).map(([start, days]) => ({
      start,
      end: days === null ? null : addDays(start, days),
    }));
    const posts = fc.array(
      fc
        .tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(0.2, 0.5, 1), span)
        .map(([id, wte, s]) => ({ id, wte, ...s })),
      { maxLength: 5 },
    );
    const spells = fc.array(
      fc.tuple(fc.constantFrom('A', 'B', 'C'), span).map(([person, s]) => ({ person, ...s })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(posts, spells, anyDay, fc.nat(40), (held, away, from, days) => {
        const to = addDays(from, days);
        const covers = (s: { start: LocalDate; end: LocalDate | null }, day: LocalDate): boolean =>
          s.start <= day && (s.end === null || s.end >= day);
        let [lost, available] = [0, 0];
        for (let day = from; day <= to; day = addDays(day, 1)) {
          for (const p of held.filter((entry) => covers(entry, day))) {
            available += p.wte;
            if (away.some((s) => s.person === p.id && covers(s, day))) lost += p.wte;
          }
        }
        const result = sicknessRateByFteDays({ posts: held, spells: away, from, to });
        expect(result.fteDaysAvailable).toBeCloseTo(available, 9);
        expect(result.fteDaysLost).toBeCloseTo(lost, 9);
        expect(result.rate ?? 0).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sicknessRateByHours (NES)', () => {
  it('reproduces the published 163.06 contracted hours of one month at 37.5', () => {
    expect(sicknessRateByHours([{ weeklyHours: 37.5, hoursLost: 0 }], 1).contractedHours).toBeCloseTo(
      163.06,
      2,
    );
  });
  it('adds before dividing, and has no rate without hours', () => {
    const uneven = [
      { weeklyHours: 37, hoursLost: 0 },
      { weeklyHours: 10, hoursLost: 40 },
    ];
    expect(sicknessRateByHours(uneven, 12).rate).toBeCloseTo(40 / (47 * 52.179), 12);
    expect(sicknessRateByHours([], 12)).toEqual({ hoursLost: 0, contractedHours: 0, rate: null });
    expect(sicknessRateByHours([{ weeklyHours: 37, hoursLost: null }], 12).rate).toBeNull();
  });
});
