/** When each phase falls, counted from the event's day (domain.md, section 4). */
import { addDays, addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { EventPlan, PhaseId } from '@shared/records/event-plan/event-plan';

export interface PhaseWindow {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Two weeks ahead of the anniversary; null for the other phases. */
  readonly reminderOn: LocalDate | null;
}

const reminderDays = 14;

/** Phases of months follow the calendar: 31 January + 3 months is 30 April, a 29 February returns on 28 February. */
export function phaseWindow(phaseId: PhaseId, occurredOn: LocalDate): PhaseWindow {
  const days = (from: number, to: number) => ({
    from: addDays(occurredOn, from),
    to: addDays(occurredOn, to),
    reminderOn: null,
  });
  switch (phaseId) {
    case 'immediate':
      return days(0, 0);
    case 'hours-24-72':
      return days(1, 3);
    case 'weeks-1-2':
      return days(7, 14);
    case 'day-28':
      return days(28, 28);
    case 'months-3': {
      const day = addMonths(occurredOn, 3);
      return { from: day, to: day, reminderOn: null };
    }
    case 'anniversary': {
      const day = addMonths(occurredOn, 12);
      return { from: day, to: day, reminderOn: addDays(day, -reminderDays) };
    }
  }
}

/** The phases in which each affected person is asked. The first hours and the anniversary are offers to all. */
export const contactPhaseIds = [
  'hours-24-72',
  'weeks-1-2',
  'day-28',
  'months-3',
] as const satisfies readonly PhaseId[];
export type ContactPhaseId = (typeof contactPhaseIds)[number];

export function isContactPhase(phaseId: PhaseId): phaseId is ContactPhaseId {
  return (contactPhaseIds as readonly PhaseId[]).includes(phaseId);
}

/** A death brings its own steps (family, funeral). */
export function isDeath(eventType: EventPlan['eventType']): boolean {
  return ['drug-related-death', 'suicide', 'natural-death', 'colleague-death'].includes(eventType);
}
