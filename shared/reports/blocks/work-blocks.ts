/** How work is: caseload, vacancies, time to practise. And what is being done: actions, reviews, what is out of reach. */
import { suppressMean } from '@shared/disclosure/statistic';
import { formatMonth, monthsBetween } from '@shared/kernel/local-date';
import { isOpen } from '@shared/records/action/action';
import { issueStatuses, issueStatusLabels } from '@shared/records/outside-issue/outside-issue';
import { measureOf } from '@shared/workforce/measures';
import type { MeasureId } from '@shared/workforce/measure';
import {
  asWritten,
  figure,
  noData,
  words,
  type DraftRow,
  type DraftTable,
  type FigureFormat,
} from '../draft';
import { figureKey, paid, periodOf } from '../figures/keys';
import type { BlockInput } from './block-input';

/** The newest month of the period with a figure of this measure. */
function newestRow({ records, span }: BlockInput, id: MeasureId, as: FigureFormat, label: string): DraftRow {
  const rows = records.rows.filter(({ month }) => month >= span.from && month <= span.to);
  const measure = measureOf(id);
  const row = rows.findLast((each) => measure.valueOf(each) !== null);
  const value = row === undefined ? null : measure.valueOf(row);
  return row === undefined || value === null
    ? { key: id, label, cells: [noData, words('')] }
    : {
        key: id,
        label,
        cells: [
          { kind: 'figure', key: figureKey(id, periodOf({ from: row.month, to: row.month }), paid), as },
          words(formatMonth(row.month)),
        ],
      };
}

/** Adds what the row names to the book; a rate of too few people is hidden by its own rule. */
function addNewest(input: BlockInput, id: MeasureId, as: FigureFormat, label: string): DraftRow {
  const { book, records, limits } = input;
  const draft = newestRow(input, id, as, label);
  const [cell] = draft.cells;
  if (cell?.kind !== 'figure') return draft;
  const measure = measureOf(id);
  const row = records.rows.findLast(
    (each) => figureKey(id, periodOf({ from: each.month, to: each.month }), paid) === cell.key,
  );
  const value = row === undefined ? null : measure.valueOf(row);
  if (row === undefined || value === null) return draft;
  book.add(cell.key, asWritten(as === 'percent' ? value * 100 : value, as), {
    kind: 'statistic',
    reason: suppressMean(measure.peopleBehind(row), limits),
  });
  return draft;
}

export function caseloadTable(input: BlockInput): DraftTable {
  return {
    kind: 'table',
    id: 'caseload',
    title: 'Caseload',
    note: `Open cases for each whole-time equivalent, the middle of the workers with cases. ${limitWords(input)}`,
    columns: ['Measure', 'Figure', 'Month'],
    rows: [addNewest(input, 'caseload', 'one-decimal', 'Open cases for each WTE')],
  };
}

function limitWords({ records }: BlockInput): string {
  const { caseloadLimit } = records.service;
  return caseloadLimit === null
    ? 'The service has set no limit.'
    : `The service holds ${caseloadLimit} to be the most.`;
}

export function vacanciesTable(input: BlockInput): DraftTable {
  return {
    kind: 'table',
    id: 'vacancies',
    title: 'Vacancies',
    note: 'Funded posts less those in post, over funded posts, in whole-time equivalents, at the end of the month.',
    columns: ['Measure', 'Figure', 'Month'],
    rows: [addNewest(input, 'vacancy-rate', 'percent', 'Vacancy rate')],
  };
}

export function practiceTable(input: BlockInput): DraftTable {
  const { book, records, span, limits } = input;
  const months = monthsBetween(span.from, span.to);
  const rows = records.rows.filter(({ month }) => months.includes(month));
  const shares = [
    ['breaks', 'Breaks taken, of breaks due'],
    ['protectedTime', 'Protected time kept, of what was planned'],
    ['trainingMissedOfBooked', 'Training missed because of workload, of places booked'],
    ['sessionsCut', 'Sessions cut short or cancelled for want of staff'],
  ] as const;
  return {
    kind: 'table',
    id: 'practice-time',
    title: 'Time to practise',
    note: 'Sums of the months that were recorded.',
    columns: ['Measure', 'Share', 'Months recorded'],
    rows: shares.map(([part, label]) => {
      const known = rows.flatMap((row) => {
        const share = row.practice?.[part] ?? null;
        return share === null ? [] : [{ ...share, people: row.headcount }];
      });
      const above = known.reduce((sum, each) => sum + each.above, 0);
      const below = known.reduce((sum, each) => sum + each.below, 0);
      if (below === 0) return { key: part, label, cells: [noData, words('')] };
      const fewest = Math.min(...known.map(({ people }) => people));
      const key = book.add(
        figureKey(`practice-${part}`, periodOf(span), paid),
        asWritten((100 * above) / below, 'percent'),
        { kind: 'statistic', reason: suppressMean(fewest, limits) },
      );
      return { key: part, label, cells: [figure(key, 'percent'), words(String(known.length))] };
    }),
  };
}

const count = (label: string, key: string, value: number): DraftRow => ({
  key,
  label,
  cells: [words(String(value))],
});

/** Numbers of things that the service does: they count no people. */
export function actionsTable({ records, periodStart, choice }: BlockInput): DraftTable {
  const actions = records.actions
    .map(({ value }) => value)
    .filter(({ openedOn }) => openedOn <= choice.periodEnd);
  const within = (day: string | null): boolean =>
    day !== null && day >= periodStart && day <= choice.periodEnd;
  const open = actions.filter(isOpen);
  return {
    kind: 'table',
    id: 'actions',
    title: 'Actions',
    note: 'What the service set out to do about what it found. Counts of actions, not of people.',
    columns: ['Actions', 'Number'],
    rows: [
      count('Begun in the period', 'begun', actions.filter(({ openedOn }) => within(openedOn)).length),
      count('Done in the period', 'done', actions.filter(({ doneOn }) => within(doneOn)).length),
      count(
        'Found not to be needed or possible',
        'dropped',
        actions.filter(({ droppedOn }) => within(droppedOn)).length,
      ),
      count('Open now', 'open', open.length),
      count(
        'Open, and past the day to look at it',
        'late',
        open.filter(({ reviewOn }) => reviewOn < choice.periodEnd).length,
      ),
    ],
  };
}

export function policiesTable({ records, periodStart, choice }: BlockInput): DraftTable {
  const policies = records.policies.map(({ value }) => value);
  const hours = policies
    .flatMap(({ found }) => found)
    .filter(({ on }) => on >= periodStart && on <= choice.periodEnd)
    .reduce((sum, each) => sum + each.hours, 0);
  return {
    kind: 'table',
    id: 'policies',
    title: 'Policy reviews',
    note: 'Documents that the service has to look at again, and the hours that were found for it in the period.',
    columns: ['Policy reviews', 'Number'],
    rows: [
      count('Documents', 'all', policies.length),
      count('Review overdue', 'late', policies.filter(({ dueOn }) => dueOn < choice.periodEnd).length),
      { key: 'hours', label: 'Hours found', cells: [words(hours.toFixed(1))] },
    ],
  };
}

export function outsideTable({ records, choice }: BlockInput): DraftTable {
  const issues = records.issues
    .map(({ value }) => value)
    .filter(({ raisedOn }) => raisedOn <= choice.periodEnd);
  return {
    kind: 'table',
    id: 'outside',
    title: 'Outside our control',
    note: 'Issues that the service cannot change by itself, and where they stand.',
    columns: ['Issues', 'Number'],
    rows: issueStatuses.map((status) =>
      count(issueStatusLabels[status], status, issues.filter((issue) => issue.status === status).length),
    ),
  };
}
