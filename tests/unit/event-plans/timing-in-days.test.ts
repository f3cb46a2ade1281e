/** Steps in days, working days of the nation, and months, from an event whose hour does not matter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseWindow } from '@shared/event-plans/phases';
import { dueOf, timingInPhase } from '@shared/event-plans/timing';
import { bankHolidaysKnown, nations } from '@shared/kernel/bank-holidays';
import { addDays, daysBetween, fromDayNumber, isoWeekday, toLocalDate } from '@shared/kernel/local-date';
import { isWorkingDay } from '@shared/kernel/working-days';
import { phaseIds, type StepTiming } from '@shared/records/event-plan/event-plan';

const day = toLocalDate;
const anyDay = fc.integer({ min: 14_000, max: 40_000 }).map(fromDayNumber);

describe('days, working days and months', () => {
  const anyKnownDay = fc
    .integer({ min: 0, max: daysBetween(bankHolidaysKnown.from, addDays(bankHolidaysKnown.to, -60)) })
    .map((days) => addDays(bankHolidaysKnown.from, days));

  it('count working days one by one', () => {
    fc.assert(
      fc.property(
        anyKnownDay,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...nations),
        (from, amount, nation) => {
          const timing: StepTiming = { amount, unit: 'working-days', plusDays: 0 };
          const { due, dueAt } = dueOf(timing, { occurredOn: from, occurredAt: '23:59' }, nation);
          const passed = Array.from({ length: daysBetween(from, due) }, (_, index) =>
            addDays(from, index + 1),
          );
          expect(dueAt).toBe('');
          expect(isWorkingDay(due, nation)).toBe(true);
          expect(passed.filter((each) => isWorkingDay(each, nation))).toHaveLength(amount);
        },
      ),
    );
  });

  it('jump over the bank holidays of the nation, and no others', () => {
    const inDays = (amount: number, on: string, nation: (typeof nations)[number]) =>
      dueOf({ amount, unit: 'working-days', plusDays: 0 }, { occurredOn: day(on), occurredAt: '' }, nation)
        .due;
    // Good Friday is kept everywhere, Easter Monday not in Scotland.
    expect(nations.map((nation) => inDays(1, '2026-04-02', nation))).toEqual([
      '2026-04-06',
      '2026-04-07',
      '2026-04-07',
    ]);
    // The Battle of the Boyne; 12 July 2026 is a Sunday.
    expect(nations.map((nation) => inDays(1, '2026-07-10', nation))).toEqual([
      '2026-07-13',
      '2026-07-13',
      '2026-07-14',
    ]);
  });

  it('jump over weekends and Scottish bank holidays', () => {
    const workingDays = (amount: number): StepTiming => ({ amount, unit: 'working-days', plusDays: 0 });
    // Thursday before Christmas 2026: Friday and Monday are holidays.
    expect(dueOf(workingDays(1), { occurredOn: day('2026-12-24'), occurredAt: '' }, 'scotland').due).toBe(
      '2026-12-29',
    );
    expect(dueOf(workingDays(0), { occurredOn: day('2026-12-25'), occurredAt: '' }, 'scotland').due).toBe(
      '2026-12-29',
    );
    expect(dueOf(workingDays(5), { occurredOn: day('2026-05-15'), occurredAt: '' }, 'scotland').due).toBe(
      '2026-05-22',
    );
    // St Andrew's Day, which England does not keep.
    expect(dueOf(workingDays(1), { occurredOn: day('2026-11-27'), occurredAt: '' }, 'scotland').due).toBe(
      '2026-12-01',
    );
    expect(isoWeekday(day('2026-11-30'))).toBe(1);
  });

  it('go by the calendar in months, also from the last day and on a leap day', () => {
    const months = (amount: number, plusDays = 0): StepTiming => ({ amount, unit: 'months', plusDays });
    const due = (on: string, timing: StepTiming) =>
      dueOf(timing, { occurredOn: day(on), occurredAt: '' }, 'scotland').due;
    expect(due('2026-01-31', months(3))).toBe('2026-04-30');
    expect(due('2028-02-29', months(12))).toBe('2029-02-28');
    expect(due('2028-02-29', months(12, -14))).toBe('2029-02-14');
    expect(due('2028-02-29', months(48))).toBe('2032-02-29');
  });

  it('stand where their phase begins', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...phaseIds),
        fc.integer({ min: 0, max: 14 }),
        (on, phaseId, into) => {
          const { due } = dueOf(timingInPhase(phaseId, into), { occurredOn: on, occurredAt: '' }, 'scotland');
          expect(due).toBe(addDays(phaseWindow(phaseId, on).from, into));
        },
      ),
    );
  });
});
