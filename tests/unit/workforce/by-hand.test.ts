import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPracticeTimes } from '@shared/demo/demo-practice';
import { addMonthsToMonth, monthsBetween, type LocalMonth } from '@shared/kernel/local-date';
import { noMonthFigures, type MonthFigures } from '@shared/records/month-figures/month-figures';
import {
  noPracticeTime,
  practiceTimeSchema,
  type PracticeTime,
} from '@shared/records/practice-time/practice-time';
import { rowsByHand, teamsByHand } from '@shared/workforce/by-hand';
import { practiceShares, practiceTimeMonths, supervisionCutShort } from '@shared/workforce/practice-time';

const month = (text: string): LocalMonth => text as LocalMonth;
const last = month('2026-05');
const typed = (value: Partial<MonthFigures> & { readonly month: LocalMonth }): MonthFigures => ({
  ...noMonthFigures,
  team: '',
  ...value,
});
const recordsOf = (values: readonly MonthFigures[]) =>
  values.map((value, index) => ({ id: `${index}`, value }));
const year = monthsBetween(addMonthsToMonth(last, -11), last);

describe('figures typed by the month', () => {
  it('give turnover over twelve months, worked by hand', () => {
    // 40 at the start; 1 leaves in each of the first 4 months, 2 of them by choice; 2 start in the last month.
    const values = year.map((each, index) =>
      typed({
        month: each,
        headcount: index < 4 ? 39 - index : index === 11 ? 38 : 36,
        starters: index === 11 ? 2 : 0,
        leavers: index < 4 ? 1 : 0,
        resignations: index < 2 ? 1 : 0,
        hoursContracted: 5000,
        hoursLost: 250,
      }),
    );
    const row = rowsByHand(recordsOf(values), null).get(last);
    expect(row).toMatchObject({ leavers12: 4, resignations12: 2, openingHeadcount12: 40 });
    expect(row?.turnoverAverage12).toBeCloseTo(4 / 39, 12);
    expect(row?.turnoverVoluntary12).toBeCloseTo(2 / 39, 12);
    // Nobody can have started and left within the year, so all who left were there at its start.
    expect(row?.turnoverOpening12).toBeCloseTo(4 / 40, 12);
    expect(row?.stabilityIndex12).toBeCloseTo(36 / 40, 12);
    expect(row?.sicknessRateHours).toBeCloseTo(0.05, 12);
  });

  it('leave stability open when a leaver may have been a starter', () => {
    const values = year.map((each, index) =>
      typed({ month: each, headcount: 40, starters: index === 2 ? 1 : 0, leavers: index === 6 ? 1 : 0 }),
    );
    const row = rowsByHand(recordsOf(values), null).get(last);
    expect(row?.turnoverAverage12).toBeCloseTo(1 / 40, 12);
    expect(row?.stabilityIndex12).toBeNull();
    expect(row?.turnoverOpening12).toBeNull();
  });

  it('say nothing over a year in which one month is missing', () => {
    const values = year
      .filter((_, index) => index !== 5)
      .map((each) => typed({ month: each, headcount: 40, starters: 0, leavers: 1 }));
    const row = rowsByHand(recordsOf(values), null).get(last);
    expect(row).toMatchObject({
      leavers: 1,
      leavers12: null,
      turnoverAverage12: null,
      stabilityIndex12: null,
    });
  });

  it('keep teams and the service apart', () => {
    const records = recordsOf([
      typed({ month: last, headcount: 40 }),
      typed({ month: last, team: 'Night team', headcount: 9 }),
    ]);
    expect(rowsByHand(records, null).get(last)?.headcount).toBe(40);
    expect(rowsByHand(records, 'NIGHT TEAM').get(last)?.headcount).toBe(9);
    expect(rowsByHand(records, 'Day team').size).toBe(0);
    expect(teamsByHand(records)).toEqual(['Night team']);
  });

  it('are never none, endless or no number where something is missing', () => {
    const count = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
    const value = fc.record({
      headcount: count,
      starters: count,
      leavers: count,
      resignations: count,
      hoursContracted: count,
      hoursLost: count,
    });
    fc.assert(
      fc.property(fc.array(fc.option(value, { nil: null }), { minLength: 1, maxLength: 26 }), (months) => {
        const values = months.flatMap((each, index) =>
          each === null ? [] : [typed({ month: addMonthsToMonth(last, -index), ...each })],
        );
        for (const [at, row] of rowsByHand(recordsOf(values), null)) {
          const own = values.find((each) => each.month === at);
          for (const [field, figure] of Object.entries(row)) {
            if (field === 'month' || figure === null) continue;
            expect(Number.isFinite(figure)).toBe(true);
            expect(figure).toBeGreaterThanOrEqual(0);
          }
          const window = values.filter((each) => each.month <= at && each.month > addMonthsToMonth(at, -12));
          if (window.length < 12 || window.some(({ leavers }) => leavers === null))
            expect(row.leavers12).toBeNull();
          else expect(row.leavers12).toBe(window.reduce((sum, { leavers }) => sum + (leavers ?? 0), 0));
          if (own?.hoursLost === null || !own?.hoursContracted) expect(row.sicknessRateHours).toBeNull();
        }
      }),
    );
  });
});

describe('time to practise', () => {
  const time = (value: Partial<PracticeTime>): PracticeTime => ({
    ...noPracticeTime,
    month: last,
    team: '',
    ...value,
  });

  it('tells missed training as 5 of 8', () => {
    const shares = practiceShares(
      time({ trainingBooked: 20, trainingAttended: 12, trainingMissedWorkload: 5, trainingMissedOther: 3 }),
    );
    expect(shares.trainingMissedWorkload).toEqual({ above: 5, below: 8 });
    expect(shares.trainingMissedOfBooked).toEqual({ above: 5, below: 20 });
  });

  it('is null where a part was not typed or nothing was due', () => {
    const empty = practiceShares(time({}));
    expect(Object.values(empty).every((share) => share === null)).toBe(true);
    expect(practiceShares(time({ breaksDue: 0, breaksTaken: 0 })).breaks).toBeNull();
    expect(
      practiceShares(time({ trainingMissedWorkload: 0, trainingMissedOther: 0 })).trainingMissedWorkload,
    ).toBeNull();
    // Cancellations that nobody counted are not none.
    expect(practiceShares(time({ sessionsPlanned: 30, sessionsCutShort: 4 })).sessionsCut).toBeNull();
    expect(
      practiceShares(time({ sessionsPlanned: 30, sessionsCutShort: 4, sessionsCancelledStaffing: 2 }))
        .sessionsCut,
    ).toEqual({ above: 6, below: 30 });
  });

  it('is of one group', () => {
    const records = [
      { id: 'a', value: time({ breaksDue: 40, breaksTaken: 30 }) },
      { id: 'b', value: time({ team: 'Night team', breaksDue: 10, breaksTaken: 4 }) },
    ];
    expect(practiceTimeMonths(records, null).get(last)?.breaks).toEqual({ above: 30, below: 40 });
    expect(practiceTimeMonths(records, 'Night team').get(last)?.breaks).toEqual({ above: 4, below: 10 });
  });

  it('knows supervision that ended before its planned time', () => {
    const session = (minutes: number | null, plannedMinutes: number | null, status = 'held', id = 'p') => ({
      value: { date: '2026-05-12', status, minutes, plannedMinutes, personIds: [id] } as never,
    });
    const sessions = [
      session(60, 60),
      session(40, 60),
      session(null, 60),
      session(45, null),
      session(null, 60, 'cancelled-by-service'),
      session(20, 60, 'held', 'q'),
    ];
    expect(supervisionCutShort(sessions).get(last)).toEqual({ above: 2, below: 3 });
    expect(supervisionCutShort(sessions, (id) => id === 'p').get(last)).toEqual({ above: 1, below: 2 });
  });
});

describe('the made-up service', () => {
  const times = demoPracticeTimes();

  it('has two years of time to practise that its kind takes', () => {
    expect(times).toHaveLength(24);
    for (const value of times) expect(practiceTimeSchema.safeParse(value).error).toBeUndefined();
    expect(demoPracticeTimes()).toEqual(times);
  });

  it('misses training for workload in the bad winter, and less of it once hours are protected', () => {
    const missed = (from: LocalMonth, to: LocalMonth): number =>
      times
        .filter(({ month }) => month >= from && month <= to)
        .reduce((sum, { trainingMissedWorkload }) => sum + (trainingMissedWorkload ?? 0), 0);
    const winter = missed('2024-11' as LocalMonth, '2025-03' as LocalMonth);
    const after = missed('2025-11' as LocalMonth, '2026-03' as LocalMonth);
    expect(winter).toBeGreaterThan(2 * after);
    const kept = (from: number): number => {
      const part = times.slice(from, from + 6).map((each) => practiceShares(each).protectedTime);
      return (
        part.reduce((sum, share) => sum + (share?.above ?? 0), 0) /
        part.reduce((sum, share) => sum + (share?.below ?? 0), 0)
      );
    };
    expect(kept(8)).toBeLessThan(kept(18) - 0.1);
  });
});
