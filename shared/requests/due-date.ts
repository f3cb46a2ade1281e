/**
 * By when to answer somebody who asked for what is held about them. One calendar month from the day it came: the same
 * day of the next month, or that month's last day where it has none; then on to the next working day.
 */
import { addMonths, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { bankHolidaysKnown, onOrAfterWorkingDay } from '@shared/kernel/working-days';
import type { AccessRequest } from '@shared/records/access-request/access-request';

export interface RequestDue {
  /** The calendar month, before weekends and holidays. */
  readonly plainDue: LocalDate;
  readonly due: LocalDate;
  /** False when bank holidays of that time are not known: the day may be early, never late. */
  readonly areHolidaysKnown: boolean;
}

export function accessRequestDue(request: Pick<AccessRequest, 'receivedOn' | 'extension'>): RequestDue {
  const plainDue = addMonths(request.receivedOn, 1 + (request.extension?.months ?? 0));
  return {
    plainDue,
    due: onOrAfterWorkingDay(plainDue),
    areHolidaysKnown: plainDue >= bankHolidaysKnown.from && plainDue <= bankHolidaysKnown.to,
  };
}

export interface RequestState extends RequestDue {
  readonly state: 'open' | 'due-today' | 'overdue' | 'answered' | 'answered-late' | 'withdrawn';
  /** Until it is due; negative once it is overdue. Null when it is closed. */
  readonly daysLeft: number | null;
  /** More time counts only when the person heard of it within the first month. */
  readonly wasExtensionToldLate: boolean;
}

export function requestState(request: AccessRequest, asOf: LocalDate): RequestState {
  const firstMonth = accessRequestDue({ receivedOn: request.receivedOn, extension: null });
  const wasExtensionToldLate = request.extension !== null && request.extension.toldOn > firstMonth.due;
  const due = wasExtensionToldLate ? firstMonth : accessRequestDue(request);
  const { closedOn } = request;
  if (closedOn !== null && closedOn <= asOf) {
    const state =
      request.status === 'withdrawn' ? 'withdrawn' : closedOn > due.due ? 'answered-late' : 'answered';
    return { ...due, state, daysLeft: null, wasExtensionToldLate };
  }
  const daysLeft = daysBetween(asOf, due.due);
  const state = daysLeft > 0 ? 'open' : daysLeft === 0 ? 'due-today' : 'overdue';
  return { ...due, state, daysLeft, wasExtensionToldLate };
}
