/** Open cases for each whole-time equivalent, by month: the median of people's own figures, never a sum over heads. */
import { lastDayOf, type LocalMonth } from '@shared/kernel/local-date';
import type { CaseloadCount } from '@shared/records/caseload-count/caseload-count';
import type { Person } from '@shared/records/person/person';
import { coversDay } from '@shared/statistics/days';
import { median } from '@shared/statistics/descriptive';
import { wteOf } from '@shared/statistics/headcount';
import type { WithId } from './workforce-inputs';

/** Below this number of staff no range is shown: its ends are one person each. */
export const caseloadRangeMinimum = 8;
/** Below this number of staff no median is shown either. */
export const caseloadMedianMinimum = 5;

export interface CaseloadMonth {
  readonly month: LocalMonth;
  /** Workers with a figure and with contracted hours. */
  readonly workers: number;
  /** Workers with a figure whose hours are not recorded, so that they count in nothing. */
  readonly withoutHours: number;
  readonly medianPerWte: number | null;
  readonly range: { readonly lower: number; readonly upper: number } | null;
}

/** One row for each month that has a figure, oldest first. */
export function caseloadMonths(
  counts: readonly WithId<CaseloadCount>[],
  people: readonly WithId<Person>[],
  fullTimeWeeklyHours: number,
): CaseloadMonth[] {
  const personById = new Map(people.map((person) => [person.id, person.value]));
  const byMonth = new Map<LocalMonth, (number | null)[]>();
  for (const { value } of counts) {
    const person = personById.get(value.personId);
    if (
      person === undefined ||
      !coversDay({ start: person.startDate, end: person.lastDay }, lastDayOf(value.month))
    )
      continue;
    const wte = wteOf(person.weeklyHours, fullTimeWeeklyHours);
    const perWte = wte === null || wte === 0 ? null : value.openCases / wte;
    byMonth.set(value.month, [...(byMonth.get(value.month) ?? []), perWte]);
  }
  return [...byMonth]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([month, figures]) => {
      const known = figures.filter((figure) => figure !== null);
      return {
        month,
        workers: known.length,
        withoutHours: figures.length - known.length,
        medianPerWte: known.length < caseloadMedianMinimum ? null : median(known),
        range:
          known.length < caseloadRangeMinimum
            ? null
            : { lower: Math.min(...known), upper: Math.max(...known) },
      };
    });
}
