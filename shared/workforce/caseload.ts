/** Open cases for each whole-time equivalent, by month: the median of people's own figures, never a sum over heads. */
import { lastDayOf, type LocalMonth } from '@shared/kernel/local-date';
import type { CaseloadCount } from '@shared/records/caseload-count/caseload-count';
import type { Person } from '@shared/records/person/person';
import { coversDay } from '@shared/statistics/days';
import { median } from '@shared/statistics/descriptive';
import type { WithId } from './workforce-inputs';
import { wteOfPerson, type HoursBasis } from './wte';

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

export interface WorkerFigures {
  /** One for each worker with contracted hours. */
  readonly known: number[];
  withoutHours: number;
}

export const noWorkers = (): WorkerFigures => ({ known: [], withoutHours: 0 });

export function addWorker(figures: WorkerFigures, figure: number | null): void {
  if (figure === null) figures.withoutHours += 1;
  else figures.known.push(figure);
}

export function caseloadMonth(
  month: LocalMonth,
  { known, withoutHours }: Readonly<WorkerFigures>,
): CaseloadMonth {
  return {
    month,
    workers: known.length,
    withoutHours,
    medianPerWte: known.length < caseloadMedianMinimum ? null : median(known),
    range:
      known.length < caseloadRangeMinimum ? null : { lower: Math.min(...known), upper: Math.max(...known) },
  };
}

/** A figure of one worker; somebody with no contracted hours has none. */
export function casesPerWte(openCases: number, wte: number | null): number | null {
  return wte === null || wte === 0 ? null : openCases / wte;
}

/** One row for each month that has a figure, oldest first. */
export function caseloadMonths(
  counts: readonly WithId<CaseloadCount>[],
  people: readonly WithId<Person>[],
  basis: HoursBasis,
): CaseloadMonth[] {
  const personById = new Map(people.map((person) => [person.id, person.value]));
  const byMonth = new Map<LocalMonth, WorkerFigures>();
  for (const { value } of counts) {
    const person = personById.get(value.personId);
    if (
      person === undefined ||
      !coversDay({ start: person.startDate, end: person.lastDay }, lastDayOf(value.month))
    )
      continue;
    const figure = casesPerWte(value.openCases, wteOfPerson(person, basis));
    const figures = byMonth.get(value.month) ?? noWorkers();
    addWorker(figures, figure);
    byMonth.set(value.month, figures);
  }
  return [...byMonth]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([month, figures]) => caseloadMonth(month, figures));
}
