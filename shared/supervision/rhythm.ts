import { addDays, isoWeekday, type LocalDate } from '@shared/kernel/local-date';
import type { Agreement } from '@shared/records/agreement/agreement';
import { agreementState } from './agreements';

/** One interval on. On a weekend it is the Friday before, so that the date suggested is never a late one. */
export function suggestNextDate(date: LocalDate, intervalDays: number): LocalDate {
  const next = addDays(date, intervalDays);
  const weekday = isoWeekday(next);
  return weekday > 5 ? addDays(next, 5 - weekday) : next;
}

export interface Rhythm {
  readonly intervalDays: number;
  /** Where it was agreed. */
  readonly from: 'agreement' | 'person' | 'service';
  /** The agreement that stands on the day, for what else it says of a session. */
  readonly agreement: Agreement | null;
}

export interface RhythmRequest {
  readonly agreements: readonly { readonly value: Agreement }[];
  readonly personId: string | undefined;
  readonly kind: string;
  readonly asOf: LocalDate;
  readonly personIntervalDays: number | null;
  readonly serviceIntervalDays: number;
}

/**
 * How often the two meet: as their agreement of this kind says, else as the person's record says, else as the service
 * does. An agreement that somebody said no to counts for nothing; one that still waits for a name does.
 */
export function agreedRhythm(request: RhythmRequest): Rhythm {
  const { agreements, personId, kind, asOf, personIntervalDays, serviceIntervalDays } = request;
  let agreement: Agreement | null = null;
  for (const { value } of agreements) {
    if (value.personId !== personId || value.kind !== kind) continue;
    const state = agreementState(value, asOf);
    if (state !== 'agreed' && state !== 'waiting') continue;
    if (agreement === null || value.startedOn > agreement.startedOn) agreement = value;
  }
  if (agreement !== null) return { intervalDays: agreement.intervalDays, from: 'agreement', agreement };
  return personIntervalDays === null
    ? { intervalDays: serviceIntervalDays, from: 'service', agreement }
    : { intervalDays: personIntervalDays, from: 'person', agreement };
}
