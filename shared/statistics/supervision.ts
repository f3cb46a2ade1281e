import { addDays, daysBetween, type LocalDate } from '../kernel/local-date';
import { ratio } from './descriptive';
import { coversDay, type OpenDaySpan } from './days';

export type SupervisionStatus = {
  readonly lastHeld: LocalDate | null;
  /** days since the last session held, or since the start when none was; null when neither is known */
  readonly daysSince: number | null;
  readonly state: 'on-time' | 'due' | 'overdue' | 'unknown';
  /** days beyond the interval; 0 unless overdue */
  readonly overdueBy: number;
};

/**
 * Overdue only when more days than the interval have passed since the last *held* session: 56 days on a
 * 56-day interval is due, 57 is one day overdue. Someone never supervised is counted from `start`.
 */
export function supervisionStatus(input: {
  readonly lastHeld: LocalDate | null;
  readonly start: LocalDate | null;
  readonly intervalDays: number;
  readonly asOf: LocalDate;
}): SupervisionStatus {
  const since = input.lastHeld ?? input.start;
  if (since === null) return { lastHeld: null, daysSince: null, state: 'unknown', overdueBy: 0 };
  const daysSince = daysBetween(since, input.asOf);
  const beyond = daysSince - input.intervalDays;
  return {
    lastHeld: input.lastHeld,
    daysSince,
    state: beyond > 0 ? 'overdue' : beyond === 0 ? 'due' : 'on-time',
    overdueBy: Math.max(0, beyond),
  };
}

export type SupervisedPerson = OpenDaySpan & {
  readonly id: string;
  readonly sessions: readonly { readonly date: LocalDate; readonly held: boolean }[];
  /** long leave: someone away for the whole window is not a failure of supervision */
  readonly leave?: readonly OpenDaySpan[];
};

export type SupervisionCoverage = {
  readonly from: LocalDate;
  readonly eligible: number;
  readonly covered: number;
  /** in the order given */
  readonly excluded: readonly string[];
  readonly notCovered: readonly string[];
  /** covered / eligible, a proportion that cannot pass 1; null when nobody is eligible */
  readonly rate: number | null;
};

/**
 * Eligible people with at least one session held in the last `windowDays` days (asOf included) over eligible
 * people. Eligible: in post throughout the window, and not on leave for all of it. Cancelled sessions do not count.
 */
export function supervisionCoverage(
  people: readonly SupervisedPerson[],
  asOf: LocalDate,
  windowDays: number,
): SupervisionCoverage {
  const from = addDays(asOf, 1 - windowDays);
  const isThroughout = (span: OpenDaySpan): boolean => coversDay(span, from) && coversDay(span, asOf);
  const isEligible = (person: SupervisedPerson): boolean =>
    isThroughout(person) && !(person.leave ?? []).some(isThroughout);
  const isCovered = (person: SupervisedPerson): boolean =>
    person.sessions.some(({ date, held }) => held && date >= from && date <= asOf);
  const eligible = people.filter(isEligible);
  const covered = eligible.filter(isCovered);
  return {
    from,
    eligible: eligible.length,
    covered: covered.length,
    excluded: people.filter((person) => !isEligible(person)).map(({ id }) => id),
    notCovered: eligible.filter((person) => !isCovered(person)).map(({ id }) => id),
    rate: ratio(covered.length, eligible.length),
  };
}

/**
 * Minutes of supervision each person in a group may count (BACP): half the time in a group of up to four,
 * the time divided by the number from five. One person alone has the whole time; null without anybody present.
 */
export function groupSupervisionCredit(minutes: number, supervisees: number): number | null {
  if (!(supervisees >= 1)) return null;
  if (supervisees === 1) return minutes;
  return supervisees <= 4 ? minutes / 2 : minutes / supervisees;
}
