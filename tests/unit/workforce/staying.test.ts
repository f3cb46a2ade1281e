import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { personKind, type Person } from '@shared/records/person/person';
import { turnoverOutlook } from '@shared/statistics/turnover-outlook';
import { outlookRange, outlookWords } from '@shared/workforce/outlook-words';
import {
  exitReasons,
  leaversKnownFrom,
  otherReasons,
  stayingGroups,
  stayingSpells,
} from '@shared/workforce/staying';

const day = toLocalDate;
const [example] = personKind.examples as readonly [Person];
const today = day('2026-03-31');
const from = day('2025-04-01');
const person = (id: number, changes: Partial<Person>) => ({
  id: String(id),
  value: { ...example, startDate: day('2020-01-06'), ...changes },
});
const leavers = (count: number, leavingReason: string, first = 0) =>
  Array.from({ length: count }, (_, at) =>
    person(first + at, { lastDay: addDays(day('2025-06-30'), at), leavingReason }),
  );

describe('since when leavers are known', () => {
  it('is the day after the first of them, and never without one', () => {
    expect(leaversKnownFrom([person(1, {})])).toBeNull();
    const people = [
      person(1, { lastDay: day('2024-05-31') }),
      person(2, { lastDay: day('2022-05-31'), engagement: 'volunteer' }),
      person(3, { lastDay: day('2025-01-01') }),
    ];
    expect(leaversKnownFrom(people)).toBe('2024-06-01');
  });

  it('follows those who were here by then from that day, and leaves the first out', () => {
    const people = [
      person(1, { lastDay: day('2024-05-31') }),
      person(2, {}),
      person(3, { startDate: day('2025-01-01') }),
    ];
    expect(stayingSpells(people, leaversKnownFrom(people), today)).toEqual([
      { time: 2276, event: false, entry: 1608 },
      { time: 454, event: false, entry: null },
    ]);
  });
});

describe('who stays, by group', () => {
  it('shows nothing of fewer than 5 people, puts one team written two ways together, and ranks nobody', () => {
    const people = [
      ...Array.from({ length: 5 }, (_, at) => person(at, { team: at === 0 ? 'west team' : 'West Team' })),
      ...Array.from({ length: 4 }, (_, at) => person(10 + at, { team: 'East Team' })),
      person(20, { team: '' }),
      person(21, { team: 'East Team', engagement: 'volunteer' }),
    ];
    const groups = stayingGroups(people, 'team', null, today);
    expect(groups.map(({ name, spells }) => [name, spells?.length ?? 'hidden'])).toEqual([
      ['East Team', 'hidden'],
      ['west team', 5],
    ]);
  });
});

describe('reasons for leaving', () => {
  it('counts those of 5 or more, resignations together, and the rest as one', () => {
    const people = [
      ...leavers(4, 'Resignation'),
      ...leavers(2, 'resigned', 10),
      ...leavers(3, 'retirement', 20),
      ...leavers(2, '', 30),
    ];
    expect(exitReasons(people, from, today)).toEqual({
      leavers: 11,
      counts: [
        { reason: 'Resignation', count: 6 },
        { reason: otherReasons, count: 5 },
      ],
    });
  });

  it('takes a reason back when the others would be told by it', () => {
    const people = [
      ...leavers(7, 'resignation'),
      ...leavers(5, 'retirement', 10),
      ...leavers(1, 'ill health', 20),
    ];
    expect(exitReasons(people, from, today).counts).toEqual([
      { reason: 'Resignation', count: 7 },
      { reason: otherReasons, count: 6 },
    ]);
    expect(exitReasons(leavers(4, 'retirement'), from, today)).toEqual({ leavers: 4, counts: [] });
  });

  it('counts a move between two posts without a break as no leaving', () => {
    const stayer = person(1, {
      earlierSpells: [
        { startDate: day('2024-01-01'), lastDay: day('2025-06-30'), leavingReason: 'new post' },
      ],
      startDate: day('2025-07-01'),
    });
    expect(exitReasons([stayer], from, today).leavers).toBe(0);
  });

  it('adds up, and says no number below 5, whatever the reasons are', () => {
    const reason = fc.constantFrom(
      'resignation',
      'resigned',
      'retirement',
      'end of contract',
      '',
      'moved',
      'dismissal',
    );
    fc.assert(
      fc.property(fc.array(reason, { maxLength: 60 }), (reasons) => {
        const people = reasons.map((leavingReason, at) =>
          person(at, { lastDay: day('2025-10-31'), leavingReason }),
        );
        const { counts, leavers: all } = exitReasons(people, from, today);
        expect(all).toBe(reasons.length);
        expect(counts.every(({ count }) => count >= 5)).toBe(true);
        if (reasons.length >= 5) expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all);
        expect(counts.slice(0, -1).some(({ reason: words }) => words === otherReasons)).toBe(false);
      }),
    );
  });
});

describe('looking ahead, in words', () => {
  it('gives whole people within the limits, and the year that would stand out', () => {
    const months = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 5 : 4));
    const outlook = turnoverOutlook(months, 120);
    if (outlook === null) throw new Error('an outlook');
    // Mean 4.5, moving range 1: 54 ± 3 × 1 × √12 / 1.128 = 54 ± 9.2.
    expect(outlookRange(outlook)).toEqual({ fewest: 45, most: 63 });
    expect(outlookWords(outlook, 120)).toEqual({
      headline: 'If nothing changes, 45 to 63 people will leave in the next 12 months',
      sentences: [
        'The middle of that range is 54.0. It rests on the last 24 months.',
        'Of the 120 people in post now that is 38% to 53%.',
        'A year stands out only when 44 people or fewer leave. That is 10 fewer than the usual 54.0, rounded up.',
      ],
    });
  });

  it('says so when no year could stand out', () => {
    const outlook = turnoverOutlook([0, 1, 0, 2, 0, 0, 1, 0, 0, 1, 0, 0], 20);
    if (outlook === null) throw new Error('an outlook');
    const { headline, sentences } = outlookWords(outlook, 20);
    expect(headline).toMatch(/^If nothing changes, \d+ people or fewer will leave/u);
    expect(sentences.at(-1)).toBe(
      'Even a year with no leavers at all would not stand out from the usual ups and downs.',
    );
  });

  it('never promises what the limits do not hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 12, maxLength: 60 }),
        fc.integer({ min: 5, max: 500 }),
        (months, headcount) => {
          const outlook = turnoverOutlook(months, headcount);
          if (outlook === null) return;
          const { fewest, most } = outlookRange(outlook);
          expect(fewest).toBeGreaterThanOrEqual(outlook.lower - 1e-9);
          expect(most).toBeLessThanOrEqual(outlook.upper + 1e-9);
          if (outlook.toAvoid !== null) expect(outlook.expected - outlook.toAvoid).toBeLessThan(fewest);
          const { headline, sentences } = outlookWords(outlook, headcount);
          for (const text of [headline, ...sentences].flatMap((each) => each.split('. ')))
            expect(text.split(' ').length).toBeLessThanOrEqual(20);
        },
      ),
    );
  });
});
