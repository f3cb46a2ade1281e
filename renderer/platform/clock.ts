/** The only clock of the page. Everything else is handed its time, so that tests and replays can set it. */
import { localDate, toLocalDate, type LocalDate } from '@shared/kernel/local-date';

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** The calendar day on this machine. */
  today(): LocalDate;
}

function dayOf(instant: Date): LocalDate {
  return (
    localDate(instant.getFullYear(), instant.getMonth() + 1, instant.getDate()) ?? toLocalDate('1970-01-01')
  );
}

export const clock: Clock = {
  now: () => Date.now(),
  today: () => dayOf(new Date()),
};

/** The local calendar day of an instant. */
export function dayOfInstant(epochMs: number): LocalDate {
  return dayOf(new Date(epochMs));
}

/** "14:32", on the 24-hour clock. */
export function formatTime(epochMs: number): string {
  const instant = new Date(epochMs);
  return `${String(instant.getHours()).padStart(2, '0')}:${String(instant.getMinutes()).padStart(2, '0')}`;
}

export function useFormatTime(): (epochMs: number) => string {
  return formatTime;
}
