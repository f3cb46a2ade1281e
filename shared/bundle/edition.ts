import type { LocalDate } from '@shared/kernel/local-date';

/** More in one month share the last number. */
const mostInOneMonth = 99;

/**
 * A number that rises from one bundle of a service to the next, with nothing kept: the month, and which bundle of the month
 * it is. Counting the export log would begin again once its old lines are gone.
 */
export function editionOf(today: LocalDate, earlierThisMonth: number): number {
  const months = (Number(today.slice(0, 4)) - 2000) * 12 + Number(today.slice(5, 7));
  return months * 100 + Math.min(earlierThisMonth + 1, mostInOneMonth);
}
