/**
 * Ratings of the eight readiness areas. They are the service's own judgement of itself and count nobody. Evidence and
 * what stands in the way are free text: they leave as own words that were read, or not at all. Of the wellbeing checks
 * only those about what was done are here: supervision, habits and volunteers are about few people.
 */
import { formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { readinessAreaIds, readinessAreaLabels, readinessRatingLabels } from '@shared/readiness/areas';
import { finishedChecks, previousOf } from '@shared/readiness/finish';
import {
  wellbeingCheckLabels,
  wellbeingCheckStateLabels,
  type WellbeingCheckId,
} from '@shared/readiness/sub-checks';
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import { noData, words, type DraftCell, type DraftTable } from '../draft';
import type { ReportRecords } from '../report-input';
import type { BlockInput } from './block-input';

type CheckRecord = ReportRecords['readiness'][number];

const aboutDeeds: readonly WellbeingCheckId[] = [
  'baseline',
  'event-plan',
  'caseload-limit',
  'facilities',
  'feedback',
];

/** A month, not a day: the file holds no single date. */
const monthWords = (day: LocalDate): string => formatMonth(monthOf(day));

/** The newest that was finished by the day; without one the newest that was open then. */
export function checkForReport(checks: readonly CheckRecord[], by: LocalDate): CheckRecord | null {
  const done = finishedChecks(checks).find(
    ({ value }) => value.finalisedOn !== null && value.finalisedOn <= by,
  );
  if (done !== undefined) return done;
  return (
    checks
      .filter(({ value }) => value.startedOn <= by)
      .toSorted((left, right) => left.value.startedOn.localeCompare(right.value.startedOn))
      .at(-1) ?? null
  );
}

function ratingCells(
  { areas }: ReadinessCheck,
  area: (typeof readinessAreaIds)[number],
  by: LocalDate,
): DraftCell[] {
  const { rating, ratedOn } = areas[area];
  return rating === null || ratedOn === null || ratedOn > by
    ? [words('Not rated'), words('')]
    : [words(`${rating}. ${readinessRatingLabels[rating]}`), words(monthWords(ratedOn))];
}

function standing({ finalisedOn, startedOn }: ReadinessCheck, by: LocalDate): string {
  return finalisedOn !== null && finalisedOn <= by
    ? `Finished in ${monthWords(finalisedOn)}.`
    : `Begun in ${monthWords(startedOn)}, not finished.`;
}

export function readinessTables({ records, choice }: BlockInput): DraftTable[] {
  const by = choice.periodEnd;
  const record = checkForReport(records.readiness, by);
  const head = { kind: 'table', id: 'readiness', title: 'Readiness, area by area' } as const;
  if (record === null)
    return [
      {
        ...head,
        note: 'No check was begun in the period.',
        columns: ['Area', 'Rating', 'Rated in'],
        rows: readinessAreaIds.map((area) => ({
          key: area,
          label: readinessAreaLabels[area],
          cells: [noData, words('')],
        })),
      },
    ];
  const check = record.value;
  const previous = previousOf(records.readiness, record)?.value ?? null;
  const steps = readinessRatingLabels.map((label, rating) => `${rating} ${label.toLowerCase()}`).join(', ');
  const table: DraftTable = {
    ...head,
    note: `The service’s own rating: ${steps}. ${standing(check, by)}`,
    columns: ['Area', 'Rating', 'Rated in', ...(previous === null ? [] : ['Last time'])],
    rows: readinessAreaIds.map((area) => ({
      key: area,
      label: readinessAreaLabels[area],
      cells: [
        ...ratingCells(check, area, by),
        ...(previous === null ? [] : ratingCells(previous, area, by).slice(0, 1)),
      ],
    })),
  };
  return check.finishedWith === null || check.finalisedOn === null || check.finalisedOn > by
    ? [table]
    : [table, wellbeingTable(check.finishedWith)];
}

function wellbeingTable({ found, actions }: NonNullable<ReadinessCheck['finishedWith']>): DraftTable {
  return {
    kind: 'table',
    id: 'readiness-wellbeing',
    title: 'Staff wellbeing, on the day of finishing',
    note: 'A check is finished only with this area rated, with evidence and with a funded action.',
    columns: ['What was looked at', 'Found'],
    rows: [
      ...aboutDeeds.map((check) => {
        const state = found.find((each) => each.check === check)?.state ?? 'not-known';
        return {
          key: check,
          label: wellbeingCheckLabels[check],
          cells: [words(wellbeingCheckStateLabels[state])],
        };
      }),
      { key: 'funded', label: 'Funded actions for it', cells: [words(String(actions.length))] },
    ],
  };
}
