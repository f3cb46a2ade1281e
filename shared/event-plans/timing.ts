/** When a step falls, counted from the event. Every unit of a template goes through here. */
import { assertNever } from '@shared/kernel/assert';
import type { Nation } from '@shared/kernel/bank-holidays';
import { addDays, addMonths, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { addWorkingDays } from '@shared/kernel/working-days';
import type { PhaseId, StepTiming } from '@shared/records/event-plan/event-plan';
import { addHours } from './london-time';
import { phaseWindow } from './phases';

export interface Due {
  readonly due: LocalDate;
  /** "HH:MM" for hours from a known time, otherwise empty. */
  readonly dueAt: string;
}

export interface EventMoment {
  readonly occurredOn: LocalDate;
  /** "HH:MM", or empty when nobody knows. */
  readonly occurredAt: string;
}

/** Hours from an unknown time count whole days only: a step is then rather early than late. */
export function dueOf(timing: StepTiming, moment: EventMoment, nation: Nation): Due {
  const { due, dueAt } = baseOf(timing, moment, nation);
  return { due: addDays(due, timing.plusDays), dueAt };
}

function baseOf({ amount, unit }: StepTiming, { occurredOn, occurredAt }: EventMoment, nation: Nation): Due {
  switch (unit) {
    case 'hours': {
      if (occurredAt === '') return { due: addDays(occurredOn, Math.floor(amount / 24)), dueAt: '' };
      const { day, time } = addHours({ day: occurredOn, time: occurredAt }, amount);
      return { due: day, dueAt: time };
    }
    case 'days':
      return { due: addDays(occurredOn, amount), dueAt: '' };
    case 'working-days':
      return { due: addWorkingDays(occurredOn, amount, nation), dueAt: '' };
    case 'months':
      return { due: addMonths(occurredOn, amount), dueAt: '' };
    default:
      return assertNever(unit);
  }
}

/** Any day stands for the others: how far the phases of days begin from the event does not depend on it. */
const anyDay = '2026-01-01' as LocalDate;

/** The timing of a step that stands so many days into its phase. */
export function timingInPhase(phaseId: PhaseId, phaseDay: number): StepTiming {
  if (phaseId === 'months-3') return { amount: 3, unit: 'months', plusDays: phaseDay };
  if (phaseId === 'anniversary') return { amount: 12, unit: 'months', plusDays: phaseDay };
  const from = daysBetween(anyDay, phaseWindow(phaseId, anyDay).from);
  return { amount: from + phaseDay, unit: 'days', plusDays: 0 };
}

/** A step with an hour comes before those that have the whole of its day. */
export function compareMoments(left: Due, right: Due): number {
  return compareText(left.due, right.due) || compareText(left.dueAt || '24:00', right.dueAt || '24:00');
}

/** Days and times are plain digits: no collation is needed, and it is many times faster without. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
