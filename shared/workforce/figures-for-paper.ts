/**
 * Figures of the whole service that may stand on a paper that leaves, each as one line of words. Such a line is kept as
 * it was on the day it was chosen. What may leave follows docs/disclosure.md: nothing about few people.
 */
import { formatValue } from '@shared/charts/chart-spec';
import { formatMonth } from '@shared/kernel/local-date';
import type { FigureRow } from './figure-row';
import type { Measure, MeasureId } from './measures';

/** A mean, a rate or an index has this many people behind it. */
export const paperPeopleMinimum = 8;
/** A count of people on paper is none or this many, and so is the rest of its whole. */
export const paperCountMinimum = 5;

/** Who came or went in one month is nearly always a few: those counts stay inside. */
const staysInside: ReadonlySet<MeasureId> = new Set<MeasureId>(['starters', 'leavers']);
/** What is above the line is a count of people, so that the rate gives the count away. */
const countsPeople: ReadonlySet<MeasureId> = new Set<MeasureId>([
  'turnover-average',
  'turnover-opening',
  'turnover-voluntary',
  'stability',
  'supervision-coverage',
]);
/** Of these the rest of the whole is people too: those who were not reached, those who did not stay. */
const restIsPeople: ReadonlySet<MeasureId> = new Set<MeasureId>(['stability', 'supervision-coverage']);

const isFew = (count: number): boolean => Math.round(count) > 0 && Math.round(count) < paperCountMinimum;

export function mayStandOnPaper(measure: Measure, row: FigureRow): boolean {
  if (staysInside.has(measure.id) || measure.peopleBehind(row) < paperPeopleMinimum) return false;
  if (!countsPeople.has(measure.id)) return true;
  const fraction = measure.fractionOf(row);
  if (fraction === null) return false;
  if (isFew(fraction.above)) return false;
  return !restIsPeople.has(measure.id) || !isFew(fraction.below - fraction.above);
}

export interface OfferedFigure {
  readonly measure: MeasureId;
  /** "Vacancy rate: 12.3%, March 2026". */
  readonly words: string;
}

/** Of each measure the newest month with a figure that may leave. `rows`: of the whole service, oldest first. */
export function figuresForPaper(
  measures: readonly Measure[],
  rows: readonly FigureRow[],
): readonly OfferedFigure[] {
  return measures.flatMap((measure) => {
    const row = rows.findLast((each) => measure.valueOf(each) !== null);
    const value = row === undefined ? null : measure.valueOf(row);
    if (row === undefined || value === null || !mayStandOnPaper(measure, row)) return [];
    return [
      {
        measure: measure.id,
        words: `${measure.label}: ${formatValue(value, measure.format)}, ${formatMonth(row.month)}`,
      },
    ];
  });
}
