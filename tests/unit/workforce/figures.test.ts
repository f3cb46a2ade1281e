import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from '@shared/import/cells';
import {
  addDays,
  lastDayOf,
  monthsBetween,
  toLocalDate,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import { teamOn } from '@shared/people/teams';
import { personDefaults, type Person } from '@shared/records/person/person';
import { noMonthFigures } from '@shared/records/month-figures/month-figures';
import { practiceTimeKind } from '@shared/records/practice-time/practice-time';
import { nhsScotlandFullTimeWeeks } from '@shared/records/service/full-time-week';
import { sicknessRateByHours } from '@shared/statistics/absence';
import { supervisionCoverage } from '@shared/statistics/supervision';
import { caseloadMonths } from '@shared/workforce/caseload';
import { workforceFigures, type FigureRecords } from '@shared/workforce/figures';
import { isGroupShown, measureOf, measures } from '@shared/workforce/measures';
import { latestVacancies } from '@shared/workforce/vacancies';
import { workforceMonths, type WithId } from '@shared/workforce/workforce-inputs';

const from = '2024-01' as LocalMonth;
const to = '2025-12' as LocalMonth;
const asOf = toLocalDate('2026-01-15');
const fullTimeWeeks = [{ from: null, hours: 37.5 }];
const day = (offset: number): LocalDate => addDays(toLocalDate('2022-06-01'), offset);

const somebody: Person = {
  name: 'Somebody',
  payrollNumber: '',
  role: 'Worker',
  team: 'Hub',
  site: '',
  engagement: 'staff',
  contract: 'permanent',
  weeklyHours: 37.5,
  startDate: toLocalDate('2020-01-01'),
  lastDay: null,
  leavingReason: '',
  frontFacing: true,
  exposure: 'direct',
  supervisionIntervalDays: null,
  ...personDefaults,
};
const person = (id: string, over: Partial<Person> = {}): WithId<Person> => ({
  id,
  value: { ...somebody, ...over },
});
const records = (over: Partial<FigureRecords>): FigureRecords => ({
  people: [],
  absences: [],
  caseloadCounts: [],
  establishment: [],
  sessions: [],
  groupSessions: [],
  monthFigures: [],
  practiceTimes: [],
  fullTimeWeeks,
  supervisionIntervalDays: 56,
  asOf,
  ...over,
});

const teams = ['Hub', 'Outreach', 'hub ', ''] as const;
const times = fc.record({
  start: fc.integer({ min: 0, max: 900 }),
  length: fc.option(fc.integer({ min: 0, max: 700 }), { freq: 2 }),
});
const aPerson = fc
  .record({
    time: times,
    team: fc.constantFrom(...teams),
    moves: fc.uniqueArray(fc.integer({ min: 0, max: 1300 }), { maxLength: 3 }),
    movedFrom: fc.array(fc.constantFrom(...teams), { minLength: 3, maxLength: 3 }),
    weeklyHours: fc.constantFrom(null, 7.5, 18.75, 30, 37.5),
    engagement: fc.constantFrom('staff', 'volunteer', 'agency'),
    earlier: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 2 }),
    reason: fc.constantFrom('', 'Resignation', 'retirement'),
    interval: fc.option(fc.constantFrom(28, 90)),
    leave: fc.option(times, { freq: 2 }),
  })
  .map((drawn): Partial<Person> => {
    const startDate = day(drawn.time.start);
    const lastDay = drawn.time.length === null ? null : addDays(startDate, drawn.time.length);
    const span = drawn.leave;
    return {
      team: drawn.team,
      startDate,
      lastDay,
      leavingReason: lastDay === null ? '' : drawn.reason,
      weeklyHours: drawn.weeklyHours,
      engagement: drawn.engagement,
      supervisionIntervalDays: drawn.interval,
      earlierSpells:
        drawn.earlier === null
          ? []
          : [
              {
                startDate: addDays(startDate, -drawn.earlier - 200),
                lastDay: addDays(startDate, -drawn.earlier - 1),
                leavingReason: drawn.reason,
              },
            ],
      earlierTeams: [...drawn.moves]
        .sort((left, right) => left - right)
        .map((at, index) => ({ team: drawn.movedFrom[index]!, lastDay: day(at) })),
      leaves:
        span === null
          ? []
          : [
              {
                firstDay: day(span.start),
                lastDay: span.length === null ? null : day(span.start + span.length),
              },
            ],
    };
  });
const cases = fc
  .record({
    people: fc.array(aPerson, { minLength: 1, maxLength: 9 }),
    absences: fc.array(fc.tuple(fc.nat(8), times), { maxLength: 15 }),
    sessions: fc.array(fc.tuple(fc.nat(8), fc.nat(1300), fc.boolean()), { maxLength: 30 }),
    counts: fc.array(fc.tuple(fc.nat(8), fc.nat(23), fc.nat(40)), { maxLength: 40 }),
    funded: fc.array(fc.tuple(fc.constantFrom('Hub', 'HUB', 'Outreach', 'Nobody'), fc.nat(23), fc.nat(9)), {
      maxLength: 6,
    }),
  })
  .map((drawn): FigureRecords => {
    const months = monthsBetween(from, to);
    const people = drawn.people.map((over, index) => person(`p${index}`, over));
    const idOf = (index: number): never => `p${index % people.length}` as never;
    return records({
      people,
      absences: drawn.absences.map(([who, { start, length }], index) => ({
        id: `a${index}`,
        value: {
          personId: idOf(who),
          firstDay: day(start),
          lastDay: length === null ? null : day(start + length),
          reason: '',
        },
      })),
      sessions: drawn.sessions.map(([who, at, isHeld], index) => ({
        id: `s${index}`,
        value: {
          personIds: [idOf(who)],
          date: day(at),
          status: isHeld ? 'held' : 'cancelled-by-service',
        },
      })),
      caseloadCounts: drawn.counts.map(([who, at, openCases], index) => ({
        id: `c${index}`,
        value: { personId: idOf(who), month: months[at]!, openCases },
      })),
      establishment: drawn.funded.map(([team, at, fundedWte], index) => ({
        id: `e${index}`,
        value: { month: months[at]!, team, fundedWte },
      })),
    });
  });

const each = (input: FigureRecords, change: (value: Person) => Partial<Person>): FigureRecords => ({
  ...input,
  people: input.people.map(({ id, value }) => ({ id, value: { ...value, ...change(value) } })),
});
/** What the plain functions know of somebody: the record as it is now. */
const withoutMoves = (input: FigureRecords): FigureRecords =>
  each(input, () => ({ earlierTeams: [], earlierSpells: [] }));
/** Nobody is in no team, so that teams have to add up to the service. */
const withTeams = (input: FigureRecords): FigureRecords =>
  each(input, ({ team, earlierTeams }) => ({
    team: team === '' ? 'Isles' : team,
    earlierTeams: earlierTeams.map((time) => ({ ...time, team: time.team === '' ? 'Isles' : time.team })),
  }));

const whole = (input: FigureRecords) => workforceFigures(input, from, to)[0]!;

describe('the figures of the service', () => {
  it('are those of the monthly rows, the caseload, and the funded posts, worked out apart', () => {
    let vacancies = 0;
    let caseloads = 0;
    fc.assert(
      fc.property(cases.map(withoutMoves), (input) => {
        const { rows } = whole(input);
        const plain = workforceMonths(input, from, to);
        expect(rows.map(({ month }) => month)).toEqual(plain.map(({ month }) => month));
        const counted = new Map(
          caseloadMonths(input.caseloadCounts, input.people, input).map((row) => [row.month, row]),
        );
        for (const [at, want] of plain.entries()) {
          const got = rows[at]!;
          for (const key of ['headcount', 'volunteers', 'joiners', 'leavers', 'leavers12'] as const)
            expect(got[key], key).toBe(want[key]);
          for (const key of ['wte', 'fteDaysLost', 'fteDaysAvailable', 'longTermFteDays'] as const)
            expect(got[key], key).toBeCloseTo(want[key], 9);
          expect(got.caseload).toEqual(counted.get(got.month) ?? null);
          if (got.caseload !== null) caseloads += 1;
          const posts = latestVacancies(input.establishment, input.people, input, got.month);
          if (posts === null) {
            expect(got.fundedWte).toBeNull();
            continue;
          }
          expect(got.fundedWte).toBeCloseTo(posts.total.fundedWte, 9);
          // The plain one stands at the last day of the month with funded posts; the figures at each month's own.
          if (posts.month !== got.month) continue;
          if (got.headcount + got.leavers12 + got.openingHeadcount12 === 0) {
            // No list of staff: posts are funded, and whether anybody is in them is not known.
            expect(got.vacantWte).toBeNull();
            continue;
          }
          expect(got.vacantWte).toBeCloseTo(posts.total.vacantWte, 9);
          vacancies += 1;
        }
      }),
      { numRuns: 80 },
    );
    expect(vacancies).toBeGreaterThan(10);
    expect(caseloads).toBeGreaterThan(50);
  });

  it('keep opening + starters − leavers = closing in each team, and days lost add up to the service', () => {
    let moves = 0;
    fc.assert(
      fc.property(cases.map(withTeams), (input) => {
        const [service, ...groups] = workforceFigures(input, from, to);
        for (const { rows } of groups) {
          for (const [at, row] of rows.entries()) {
            const before = rows[at - 1];
            if (before !== undefined)
              expect(before.headcount + row.joiners - row.leavers).toBe(row.headcount);
          }
        }
        for (const [at, row] of service!.rows.entries()) {
          const parts = groups.map(({ rows }) => rows[at]!);
          const add = (key: 'fteDaysLost' | 'longTermFteDays' | 'headcount' | 'leavers'): number =>
            parts.reduce((total, part) => total + part[key], 0);
          expect(add('headcount')).toBe(row.headcount);
          // A move is no leaving: the teams count at least what the service does.
          expect(add('leavers')).toBeGreaterThanOrEqual(row.leavers);
          moves += add('leavers') - row.leavers;
          expect(add('fteDaysLost')).toBeCloseTo(row.fteDaysLost, 6);
          expect(add('longTermFteDays')).toBeCloseTo(row.longTermFteDays, 6);
        }
      }),
      { numRuns: 100 },
    );
    expect(moves).toBeGreaterThan(5);
  });

  it('count supervision as its definition does, each person by their own interval', () => {
    let eligible = 0;
    fc.assert(
      fc.property(cases, (input) => {
        const firstSession = input.sessions.map(({ value }) => value.date).sort()[0];
        for (const { team, rows } of workforceFigures(input, from, to)) {
          for (const row of rows) {
            // Until sessions have been recorded for one usual interval the figure would be low for that alone.
            if (firstSession === undefined || row.through < addDays(firstSession, 56)) {
              expect(row.coverage).toBeNull();
              continue;
            }
            const want = { held: 0, eligible: 0 };
            for (const { id, value } of input.people) {
              if (team !== null && plainWords(teamOn(value, row.through)) !== plainWords(team)) continue;
              const window = (value.supervisionIntervalDays ?? 56) + 1;
              const sessions = input.sessions
                .filter(({ value: session }) => session.personIds.includes(id as never))
                .map(({ value: session }) => ({ date: session.date, held: session.status === 'held' }));
              const away = input.absences
                .filter(({ value: absence }) => absence.personId === id)
                .map(({ value: absence }) => ({ start: absence.firstDay, end: absence.lastDay }));
              const leave = value.leaves.map(({ firstDay, lastDay }) => ({ start: firstDay, end: lastDay }));
              for (const spell of [...value.earlierSpells, value]) {
                const counted = supervisionCoverage(
                  [
                    {
                      id,
                      start: spell.startDate,
                      end: spell.lastDay,
                      sessions,
                      leave: joined([...away, ...leave]),
                    },
                  ],
                  row.through,
                  window,
                );
                want.held += counted.covered;
                want.eligible += counted.eligible;
              }
            }
            // A team that only has funded posts has nobody to count: null there.
            expect(row.coverage ?? { held: 0, eligible: 0 }, `${String(team)} ${row.month}`).toEqual(want);
            eligible += want.eligible;
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(eligible).toBeGreaterThan(100);
  });
});

/** Day by day, as slowly as can be: absence and leave that follow each other are one time away. */
function joined(
  spans: readonly { start: LocalDate; end: LocalDate | null }[],
): { start: LocalDate; end: LocalDate | null }[] {
  const ordered = [...spans].sort((left, right) => (left.start < right.start ? -1 : 1));
  const out: { start: LocalDate; end: LocalDate | null }[] = [];
  for (const span of ordered) {
    const last = out.at(-1);
    if (last !== undefined && (last.end === null || span.start <= addDays(last.end, 1)))
      last.end = last.end === null || span.end === null ? null : last.end > span.end ? last.end : span.end;
    else out.push({ ...span });
  }
  return out;
}

describe('hours as NES counts them', () => {
  it('gives 163.06 hours for a whole month of one full-time person at 37.5, and the rate of the reference formula', () => {
    const rows = whole(
      records({
        people: [person('a')],
        absences: [
          {
            id: 'x',
            value: {
              personId: 'a' as never,
              firstDay: toLocalDate('2025-03-03'),
              lastDay: toLocalDate('2025-03-16'),
              reason: '',
            },
          },
        ],
      }),
    ).rows;
    const march = rows.find(({ month }) => month === '2025-03')!;
    expect(march.hoursContracted).toBeCloseTo(163.06, 2);
    expect(march.hoursLost).toBeCloseTo(75, 9);
    expect(march.sicknessRateHours).toBeCloseTo(
      sicknessRateByHours([{ weeklyHours: 37.5, hoursLost: 75 }], 1).rate!,
      12,
    );
    // Before the first absence sickness is not known: no figure, rather than none.
    const february = rows.find(({ month }) => month === '2025-02')!;
    expect([february.source.sickness, february.sicknessRateHours, february.sicknessRate]).toEqual([
      'none',
      null,
      null,
    ]);
    expect(measureOf('sickness-days').valueOf(february)).toBeNull();
  });

  it('keeps somebody’s share through the changes of the full-time week, and measures each month by its own', () => {
    const input = records({
      people: [
        person('a', { weeklyHours: 18 }),
        // Left in the weeks of 37.5: hours of then, week of then.
        person('b', { weeklyHours: 37.5, lastDay: toLocalDate('2024-03-31') }),
      ],
      absences: [
        {
          id: 'x',
          value: {
            personId: 'a' as never,
            firstDay: toLocalDate('2024-01-01'),
            lastDay: toLocalDate('2024-01-02'),
            reason: '',
          },
        },
      ],
      fullTimeWeeks: nhsScotlandFullTimeWeeks,
      asOf: toLocalDate('2026-06-30'),
    });
    const [service] = workforceFigures(input, '2024-03' as LocalMonth, '2026-04' as LocalMonth);
    const rowOf = (month: string) => service!.rows.find((row) => row.month === month)!;
    expect(rowOf('2024-03').wte).toBe(1.5);
    expect([rowOf('2024-04').wte, rowOf('2026-03').wte, rowOf('2026-04').wte]).toEqual([0.5, 0.5, 0.5]);
    expect(rowOf('2026-03').hoursContracted).toBeCloseTo((0.5 * 37 * 52.179) / 12, 9);
    expect(rowOf('2026-04').hoursContracted).toBeCloseTo((0.5 * 36 * 52.179) / 12, 9);
  });
});

describe('what voluntary turnover counts', () => {
  const left = (id: string, leavingReason: string) =>
    person(id, { lastDay: toLocalDate('2025-05-31'), leavingReason });

  it('is resignations, and nothing where nobody said why', () => {
    const stay = ['a', 'b', 'c', 'd'].map((id) => person(id));
    const rowWith = (...reasons: readonly string[]) =>
      whole(
        records({ people: [...stay, ...reasons.map((reason, index) => left(`l${index}`, reason))] }),
      ).rows.find(({ month }) => month === '2025-06')!;
    const mixed = rowWith('Voluntary Resignation - Relocation', 'Voluntary redundancy', '');
    expect([mixed.leavers12, mixed.resignations12, mixed.leaversWithoutReason12]).toEqual([3, 1, 1]);
    expect(mixed.turnoverVoluntary12).toBeCloseTo(1 / 5.5, 12);
    expect(rowWith('', '').turnoverVoluntary12).toBeNull();
    expect(measureOf('turnover-voluntary').valueOf(rowWith('', ''))).toBeNull();
    expect(rowWith('retirement').turnoverVoluntary12).toBe(0);
  });

  it('takes a move for no resignation, in the team that was left', () => {
    const moved = person('m', {
      team: 'Outreach',
      earlierTeams: [{ team: 'Hub', lastDay: toLocalDate('2025-05-31') }],
    });
    const groups = workforceFigures(records({ people: [person('a'), moved] }), from, to);
    const june = (team: string | null) =>
      groups.find((group) => group.team === team)!.rows.find(({ month }) => month === '2025-06')!;
    expect([june(null).leavers, june(null).joiners]).toEqual([0, 0]);
    expect([june('Hub').leavers, june('Hub').resignations12, june('Hub').leaversWithoutReason12]).toEqual([
      1, 0, 0,
    ]);
    expect(june('Outreach').joiners).toBe(1);
  });
});

describe('months by hand', () => {
  const typed = (month: string, over: object) => ({
    id: month,
    value: { ...noMonthFigures, month: month as LocalMonth, team: '', ...over },
  });

  it('fill what has no records, and say so', () => {
    const input = records({
      monthFigures: [
        typed('2025-05', {
          headcount: 40,
          wte: 33,
          hoursContracted: 5000,
          hoursLost: 250,
          hoursLostLongTerm: 100,
          fundedWte: 36,
        }),
      ],
    });
    const row = whole(input).rows.find(({ month }) => month === '2025-05')!;
    expect(row.source).toEqual({ staff: 'by-hand', sickness: 'by-hand' });
    const value = (id: Parameters<typeof measureOf>[0]) => measureOf(id).valueOf(row);
    expect([value('headcount'), value('wte'), value('sickness-hours'), value('sickness-long')]).toEqual([
      40, 33, 0.05, 0.02,
    ]);
    expect(value('sickness-short')).toBeCloseTo(0.03, 12);
    expect(value('vacancy-rate')).toBeCloseTo(3 / 36, 12);
    // Not typed, or not to be had from one month: nothing, rather than 0.
    expect([value('starters'), value('leavers'), value('turnover-average'), value('sickness-days')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('give way to records of the same month', () => {
    const input = records({
      people: [person('a')],
      monthFigures: [typed('2025-05', { headcount: 40, hoursLost: 10, hoursContracted: 100 })],
    });
    const row = whole(input).rows.find(({ month }) => month === '2025-05')!;
    expect(row.source).toEqual({ staff: 'records', sickness: 'by-hand' });
    expect([measureOf('headcount').valueOf(row), measureOf('sickness-hours').valueOf(row)]).toEqual([1, 0.1]);
  });
});

describe('every measure', () => {
  it('has no figure in a service without records', () => {
    for (const row of whole(records({})).rows)
      for (const measure of measures) {
        expect(measure.valueOf(row), measure.id).toBeNull();
        expect(measure.fractionOf(row), measure.id).toBeNull();
        expect(measure.peopleBehind(row), measure.id).toBe(0);
      }
  });

  it('is shown to the one who typed it where nobody is on a staff list, and not as one of eight or more', () => {
    const [typed] = practiceTimeKind.examples;
    const found = whole(
      records({ practiceTimes: [{ id: 'typed', value: { ...typed!, month: '2025-03' as LocalMonth } }] }),
    ).rows.find(({ month }) => month === '2025-03')!;
    const breaks = measureOf('breaks');
    expect(breaks.valueOf(found)).toBeCloseTo(361 / 420);
    expect(isGroupShown(breaks, found)).toBe(true);
    expect(breaks.peopleBehind(found)).toBeLessThan(8);
  });

  it('is its numerator over its denominator', () => {
    let checked = 0;
    fc.assert(
      fc.property(cases, (input) => {
        for (const { rows } of workforceFigures(input, from, to))
          for (const row of rows)
            for (const measure of measures) {
              const value = measure.valueOf(row);
              if (value !== null) expect(Number.isFinite(value), measure.id).toBe(true);
              const fraction = measure.fractionOf(row);
              if (fraction === null || measure.format !== 'percent') continue;
              expect(fraction.above / fraction.below, `${measure.id} ${fraction.words}`).toBeCloseTo(
                value!,
                9,
              );
              checked += 1;
            }
      }),
      { numRuns: 30 },
    );
    expect(checked).toBeGreaterThan(1000);
  });

  it('keeps a month without funded posts, and one after the last day known, out', () => {
    const rows = workforceFigures(records({ people: [person('a')] }), from, '2026-06' as LocalMonth)[0]!.rows;
    expect(rows.at(-1)).toMatchObject({ month: '2026-01', through: '2026-01-15', isPartial: true });
    expect(rows.every((row) => row.vacancyRate === null && row.fundedWte === null)).toBe(true);
    expect(rows[0]!.through).toBe(lastDayOf(from));
  });
});
