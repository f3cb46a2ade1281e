import { formatMonthShort, monthOf } from '@shared/kernel/local-date';
import { readinessAreaIds, readinessAreaLabels } from '@shared/readiness/areas';
import { DataTable, Section, Sheet } from '../../../ui';
import type { StoredRecord } from '../../../vault';
import { RatingTrack } from './RatingTrack';

/** More do not fit beside each other. */
const mostShown = 4;

/** Every area through the checks, oldest on the left. Ratings are steps, so nothing is added up. */
export function OverTime(props: { readonly checks: readonly StoredRecord<'readiness-check'>[] }) {
  const shown = props.checks.slice(-mostShown);
  if (shown.length < 2) return null;
  return (
    <Section title="From check to check">
      <Sheet>
        <DataTable
          caption="Ratings of the eight areas in each check"
          isCaptionHidden
          columns={[
            { key: 'area', label: 'Area' },
            ...shown.map(({ id, value }) => ({
              key: id,
              label: value.finalisedOn === null ? 'Open now' : formatMonthShort(monthOf(value.finalisedOn)),
            })),
          ]}
          rows={readinessAreaIds.map((area) => ({
            key: area,
            cells: [
              readinessAreaLabels[area],
              ...shown.map(({ id, value }) => (
                <RatingTrack key={id} rating={value.areas[area].rating} isSmall />
              )),
            ],
          }))}
        />
      </Sheet>
    </Section>
  );
}
