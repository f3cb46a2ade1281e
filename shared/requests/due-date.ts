/**
 * By when to answer somebody who asked for what is held about them. One calendar month from the day it came: the same
 * day of the next month, or that month's last day where it has none; then on to the next working day where the service is.
 */
import { bankHolidaysKnown, type Nation } from '@shared/kernel/bank-holidays';
import { addDays, addMonths, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { onOrAfterWorkingDay } from '@shared/kernel/working-days';
import type { AccessRequest } from '@shared/records/access-request/access-request';

export interface RequestDue {
  /** The calendar month, before weekends and holidays. */
  readonly plainDue: LocalDate;
  readonly due: LocalDate;
  /** False when bank holidays of that time are not known: the day may be early, never late. */
  readonly areHolidaysKnown: boolean;
}

type Counted = Pick<AccessRequest, 'receivedOn' | 'extension'> &
  Partial<Pick<AccessRequest, 'clarification'>>;

export function accessRequestDue(request: Counted, nation: Nation): RequestDue {
  const months = 1 + (request.extension?.months ?? 0);
  const plainDue = addDays(addMonths(request.receivedOn, months), pausedDays(request));
  return {
    plainDue,
    due: onOrAfterWorkingDay(plainDue, nation),
    areHolidaysKnown: plainDue >= bankHolidaysKnown.from && plainDue <= bankHolidaysKnown.to,
  };
}

/**
 * Days that do not count because the person was asked what they mean. Article 12A of the UK GDPR, put in by section 76 of
 * the Data (Use and Access) Act 2025 and in force since 5 February 2026; before then guidance of the Information
 * Commissioner's Office said the same. Read on 30 November 2026 in the twin provision, section 54(3C) and (3D) of the
 * Data Protection Act 2018 (legislation.gov.uk): neither the time to answer nor the time to tell them of an extension
 * counts the period that begins on the day they are asked and ends on the day of their answer. Taken to the letter that
 * is one day more than is added here: the day shown may be one early, never late. It holds only where the question
 * is reasonably needed, as when a great deal is held about them. While they have not answered, nothing is known to add.
 */
export function pausedDays({ clarification }: Counted): number {
  if (clarification === undefined || clarification?.answeredOn == null) return 0;
  return daysBetween(clarification.askedOn, clarification.answeredOn);
}

export interface RequestState extends RequestDue {
  readonly state: 'open' | 'waiting' | 'due-today' | 'overdue' | 'answered' | 'answered-late' | 'withdrawn';
  /** Until it is due; negative once it is overdue. Null when it is closed, and while their answer is waited for. */
  readonly daysLeft: number | null;
  /** More time counts only when the person heard of it within the first month. */
  readonly wasExtensionToldLate: boolean;
}

export function requestState(request: AccessRequest, asOf: LocalDate, nation: Nation): RequestState {
  const firstMonth = accessRequestDue({ ...request, extension: null }, nation);
  const wasExtensionToldLate = request.extension !== null && request.extension.toldOn > firstMonth.due;
  const due = wasExtensionToldLate ? firstMonth : accessRequestDue(request, nation);
  const { closedOn, clarification } = request;
  if (closedOn !== null && closedOn <= asOf) {
    const state =
      request.status === 'withdrawn' ? 'withdrawn' : closedOn > due.due ? 'answered-late' : 'answered';
    return { ...due, state, daysLeft: null, wasExtensionToldLate };
  }
  if (clarification?.answeredOn === null)
    return { ...due, state: 'waiting', daysLeft: null, wasExtensionToldLate };
  const daysLeft = daysBetween(asOf, due.due);
  const state = daysLeft > 0 ? 'open' : daysLeft === 0 ? 'due-today' : 'overdue';
  return { ...due, state, daysLeft, wasExtensionToldLate };
}
