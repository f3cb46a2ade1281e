/**
 * Two measures on one axis of time. What each of them did is said of each alone: nothing here compares them, and nothing
 * speaks of a cause.
 */
import { formatValue } from '@shared/charts/chart-spec';
import { formatMonth } from '@shared/kernel/local-date';
import type { FigureRow } from './figure-row';
import { isGroupShown, type Measure, type MeasureId } from './measures';

export interface MeasurePair {
  readonly id: string;
  readonly title: string;
  readonly upper: MeasureId;
  readonly lower: MeasureId;
  /** What makes it worth a look side by side, and what stands in the way of reading more into it. */
  readonly about: string;
}

export const measurePairs: readonly MeasurePair[] = [
  {
    id: 'caseload-sickness',
    title: 'Caseload and sickness',
    upper: 'caseload',
    lower: 'sickness-days',
    about: 'Cases of people who are away go to others, so each of the two can move the other.',
  },
  {
    id: 'coverage-turnover',
    title: 'Supervision and turnover',
    upper: 'supervision-coverage',
    lower: 'turnover-average',
    about: 'Turnover looks back 12 months. Supervision of a month shows in it only slowly, if at all.',
  },
  {
    id: 'protected-sickness',
    title: 'Protected time and sickness',
    upper: 'protected-time',
    lower: 'sickness-days',
    about: 'Protected time goes first when people are away, so each of the two can move the other.',
  },
  {
    id: 'vacancies-leavers',
    title: 'Vacancies and leavers',
    upper: 'vacancy-rate',
    lower: 'leavers',
    about: 'Every leaver leaves a post vacant, so the two hang together by the way they are counted.',
  },
];

/** Stands under every pair. */
export const noCauseWords = 'Two lines that move together can have one cause, or none in common.';

/** What one measure did over the months shown: first, last, and the range between. Null without two figures. */
export function movementWords(measure: Measure, rows: readonly FigureRow[]): string | null {
  const known = rows.flatMap((row) => {
    const value = isGroupShown(measure, row) ? measure.valueOf(row) : null;
    return value === null ? [] : [{ month: row.month, value }];
  });
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined || known.length < 2) return null;
  const values = known.map(({ value }) => value);
  const words = (value: number): string => formatValue(value, measure.format);
  const [low, high] = [Math.min(...values), Math.max(...values)].map(words);
  const moved =
    words(first.value) === words(last.value)
      ? `${measure.sentenceName} was ${words(first.value)} in ${formatMonth(first.month)} and in ${formatMonth(last.month)}`
      : `${measure.sentenceName} was ${words(first.value)} in ${formatMonth(first.month)} and ${words(last.value)} in ${formatMonth(last.month)}`;
  return low === high ? `${moved}, and the same in between.` : `${moved}; it lay between ${low} and ${high}.`;
}
