/** The rows behind a figure add up to what stands above and below its line: whoever and whenever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonthsToMonth, monthOf, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { personDefaults, type Person } from '@shared/records/person/person';
import { noPracticeTime } from '@shared/records/practice-time/practice-time';
import { explanations } from '@shared/workforce/explain/explanations';
import { sourcesOf, sumOf, type Sources } from '@shared/workforce/explain/source-rows';
import { workforceFigures, type FigureRecords } from '@shared/workforce/figures';
import { measureIds, measureOf, measures } from '@shared/workforce/measures';

const asOf = toLocalDate('2026-03-17');
const teams = ['Hub', 'Outreach', ''] as const;
const day = (back: number): LocalDate => addDays(asOf, -back);

const personArb = fc
  .record({
    hours: fc.option(fc.integer({ min: 5, max: 40 }), { nil: null }),
    started: fc.integer({ min: 0, max: 1200 }),
    stayed: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
    earlier: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
    reason: fc.constantFrom('', 'Resignation', 'Retired'),
    isVolunteer: fc.boolean(),
    team: fc.constantFrom(...teams),
    moved: fc.option(fc.tuple(fc.constantFrom(...teams), fc.integer({ min: 1, max: 800 })), { nil: null }),
  })
  .map(({ hours, started, stayed, earlier, reason, isVolunteer, team, moved }): Person => {
    const startDate = day(started);
    return {
      name: `Somebody ${started}`,
      payrollNumber: '',
      role: 'Key worker',
      team,
      site: '',
      engagement: isVolunteer && started % 5 === 0 ? 'volunteer' : 'staff',
      contract: 'permanent',
      weeklyHours: hours,
      startDate,
      lastDay: stayed === null ? null : addDays(startDate, stayed),
      leavingReason: reason,
      frontFacing: true,
      exposure: 'direct',
      supervisionIntervalDays: null,
      ...personDefaults,
      earlierSpells:
        earlier === null
          ? []
          : [
              {
                startDate: addDays(startDate, -earlier - 60),
                lastDay: addDays(startDate, -earlier),
                leavingReason: reason,
              },
            ],
      earlierTeams: moved === null ? [] : [{ team: moved[0], lastDay: day(moved[1]) }],
    };
  });

const absenceArb = fc.record({
  who: fc.nat(11),
  from: fc.integer({ min: 0, max: 500 }),
  days: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
});

const recordsArb = fc
  .record({
    people: fc.array(personArb, { minLength: 4, maxLength: 12 }),
    absences: fc.array(absenceArb, { maxLength: 14 }),
    cases: fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 0, max: 5 }), fc.nat(40)), { maxLength: 30 }),
    funded: fc.array(fc.tuple(fc.constantFrom('Hub', 'outreach', 'Nights'), fc.nat(8), fc.nat(20)), {
      maxLength: 8,
    }),
    sessions: fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 0, max: 400 }), fc.boolean()), {
      maxLength: 20,
    }),
    breaks: fc.array(fc.tuple(fc.constantFrom('', 'Hub'), fc.nat(4), fc.nat(50)), { maxLength: 6 }),
  })
  .map((drawn): FigureRecords => {
    const id = (at: number): string => `p${at % drawn.people.length}`;
    const month = (back: number) => addMonthsToMonth(monthOf(asOf), -back);
    const once = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => [
      ...new Map(items.map((item) => [keyOf(item), item])).values(),
    ];
    return {
      asOf,
      fullTimeWeeks: [{ from: null, hours: 37.5 }],
      supervisionIntervalDays: 56,
      people: drawn.people.map((value, at) => ({ id: `p${at}`, value })),
      absences: drawn.absences.map(({ who, from, days }, at) => ({
        id: `a${at}`,
        value: {
          personId: id(who) as never,
          firstDay: day(from),
          lastDay: days === null ? null : addDays(day(from), days),
          reason: '',
        },
      })),
      caseloadCounts: once(drawn.cases, ([who, back]) => `${id(who)} ${back}`).map(
        ([who, back, openCases], at) => ({
          id: `c${at}`,
          value: { personId: id(who) as never, month: month(back), openCases },
        }),
      ),
      establishment: drawn.funded.map(([team, back, fundedWte], at) => ({
        id: `e${at}`,
        value: { team, month: month(back), fundedWte },
      })),
      sessions: drawn.sessions.map(([who, back, isHeld], at) => ({
        id: `s${at}`,
        value: {
          status: isHeld ? 'held' : 'cancelled-by-service',
          date: day(back),
          personIds: [id(who) as never],
        },
      })),
      groupSessions: [],
      monthFigures: [],
      practiceTimes: drawn.breaks.map(([team, back, breaksTaken], at) => ({
        id: `t${at}`,
        value: { ...noPracticeTime, month: month(back), team, breaksTaken, breaksDue: 60 },
      })),
    };
  });

function sum(sources: Sources, column: 'above' | 'below'): number {
  return sources.tables.reduce((total, table) => total + sumOf(table, column), 0);
}

describe('the rows behind a figure', () => {
  it('add up to its numerator and its denominator, for the service and for each team', () => {
    fc.assert(
      fc.property(recordsArb, (records) => {
        const groups = workforceFigures(records, addMonthsToMonth(monthOf(asOf), -4), monthOf(asOf));
        for (const { team, rows } of groups) {
          for (const row of rows) {
            for (const measure of measures) {
              const value = measure.valueOf(row);
              if (value === null || measure.id === 'caseload') continue;
              const sources = sourcesOf(measure.id, records, team, row);
              const fraction = measure.id === 'leavers' ? null : measure.fractionOf(row);
              const where = `${measure.id} of ${team ?? 'all'} in ${row.month}`;
              expect(sum(sources, 'above'), where).toBeCloseTo(fraction?.above ?? value, 8);
              if (fraction !== null) expect(sum(sources, 'below'), where).toBeCloseTo(fraction.below, 8);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('hold every figure whose middle is the caseload', () => {
    fc.assert(
      fc.property(recordsArb, (records) => {
        const groups = workforceFigures(records, addMonthsToMonth(monthOf(asOf), -4), monthOf(asOf));
        for (const { team, rows } of groups) {
          for (const row of rows) {
            if (row.caseload === null) continue;
            const [table] = sourcesOf('caseload', records, team, row).tables;
            const known = (table?.rows ?? []).flatMap(({ above }) => (above === null ? [] : [above]));
            expect(known).toHaveLength(row.caseload.workers);
            expect(known).toEqual([...known].sort((left, right) => left - right));
            if (row.caseload.medianPerWte === null) continue;
            const [low, high] = [
              known[Math.floor((known.length - 1) / 2)],
              known[Math.ceil((known.length - 1) / 2)],
            ];
            expect(((low ?? 0) + (high ?? 0)) / 2).toBeCloseTo(row.caseload.medianPerWte, 8);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('counts a day that two absences share once, for the first of them', () => {
    const person = (fc.sample(personArb, { numRuns: 1, seed: 7 })[0] ?? {}) as Person;
    const records: FigureRecords = {
      asOf,
      fullTimeWeeks: [{ from: null, hours: 37.5 }],
      supervisionIntervalDays: 56,
      people: [
        {
          id: 'p0',
          value: {
            ...person,
            name: 'Ailsa',
            engagement: 'staff',
            weeklyHours: 37.5,
            startDate: toLocalDate('2020-01-01'),
            lastDay: null,
            earlierSpells: [],
            earlierTeams: [],
          },
        },
      ],
      absences: [
        {
          id: 'a0',
          value: {
            personId: 'p0' as never,
            firstDay: toLocalDate('2026-02-02'),
            lastDay: toLocalDate('2026-02-06'),
            reason: '',
          },
        },
        {
          id: 'a1',
          value: {
            personId: 'p0' as never,
            firstDay: toLocalDate('2026-02-05'),
            lastDay: toLocalDate('2026-02-08'),
            reason: '',
          },
        },
      ],
      caseloadCounts: [],
      establishment: [],
      sessions: [],
      groupSessions: [],
      monthFigures: [],
      practiceTimes: [],
    };
    const row = workforceFigures(records, '2026-02' as never, '2026-02' as never)[0]?.rows[0];
    if (row === undefined) throw new Error('no row');
    const [absences] = sourcesOf('sickness-days', records, null, row).tables;
    expect(absences?.rows.map(({ key, above, detail }) => [key, above, detail])).toEqual([
      ['a0', 5, '2 February 2026 to 6 February 2026'],
      ['a1', 2, '5 February 2026 to 8 February 2026'],
    ]);
  });
});

describe('explanations', () => {
  it('are there for every measure, in short sentences and without a score of persons', () => {
    for (const id of measureIds) {
      const { title, formula, above, below, trap, usedBy } = explanations[id];
      expect(title, id).not.toMatch(/[.A-Z]$/);
      for (const text of [formula, above, below, trap, usedBy]) {
        if (text === null) continue;
        for (const sentence of text.split(/(?<=[.:;])\s/)) {
          expect(sentence.split(/\s+/).length, `${id}: ${sentence}`).toBeLessThanOrEqual(20);
        }
        expect(text).not.toMatch(/bradford|please|sorry|invalid|employee/i);
      }
      expect(measureOf(id).valueLabel).not.toBe('');
    }
  });
});
