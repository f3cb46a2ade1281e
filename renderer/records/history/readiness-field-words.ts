/** How the fields of a readiness check are said when two versions of it are compared. */
import { formatDate } from '@shared/kernel/local-date';
import { readinessAreaIds, readinessAreaLabels, readinessRatingLabels } from '@shared/readiness/areas';
import {
  wellbeingCheckIds,
  wellbeingCheckLabels,
  wellbeingCheckStateLabels,
} from '@shared/readiness/sub-checks';
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import {
  day,
  dayOrNone,
  figure,
  line,
  list,
  name,
  silent,
  withDetails,
  type FieldWords,
} from './field-word-kit';

export const readinessCheckWords: {
  readonly [F in keyof ReadinessCheck]-?: FieldWords<ReadinessCheck[F]>;
} = {
  name: line('Name'),
  startedOn: day('Begun on'),
  previousId: silent,
  areas: {
    label: 'Areas',
    shape: 'list',
    lines: (areas, nameOf) =>
      readinessAreaIds.flatMap((id) => {
        const { rating, ratedOn, evidence, ownerId, ownerRole } = areas[id];
        const owner = ownerId === null ? ownerRole : name(ownerId, nameOf);
        if (rating === null && evidence === '' && owner === '') return [];
        return [
          withDetails(
            `${readinessAreaLabels[id]}: ${rating === null ? 'not rated' : readinessRatingLabels[rating]}`,
            [ratedOn === null ? '' : formatDate(ratedOn), owner, evidence],
          ),
        ];
      }),
  },
  coverageTarget: figure('Target for supervision', '%'),
  checkNotes: {
    label: 'Words beside the wellbeing checks',
    shape: 'list',
    lines: (notes) =>
      wellbeingCheckIds
        .filter((id) => notes[id] !== '')
        .map((id) => `${wellbeingCheckLabels[id]}: ${notes[id]}`),
  },
  blockers: list('What stands in the way', ({ text, area, links }) =>
    withDetails(text, [area === null ? '' : readinessAreaLabels[area], ...links.map(({ words }) => words)]),
  ),
  finalisedOn: dayOrNone('Finished on'),
  finishedWith: {
    label: 'What it was finished with',
    shape: 'list',
    lines: (finished) =>
      finished === null
        ? []
        : [
            ...finished.actions,
            ...finished.found.map(({ check, state, words }) =>
              withDetails(`${wellbeingCheckLabels[check]}: ${wellbeingCheckStateLabels[state]}`, [words]),
            ),
          ],
  },
};
