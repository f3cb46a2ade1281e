import { useMemo } from 'react';
import type { RareEvent } from '@shared/charts/gaps-chart';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import { mergeSpans } from '@shared/statistics/days';
import { useRecords } from '../../../vault';

/** First days out of paid people: the days that leavers are counted on. */
export function useLeaverDates(today: LocalDate): readonly RareEvent[] {
  const people = useRecords('person');
  return useMemo(
    () =>
      people
        .filter(({ value }) => value.engagement !== 'volunteer')
        .flatMap(({ value }) =>
          // Posts that follow each other without a day's break are one time here.
          mergeSpans(
            [...value.earlierSpells, value].map(({ startDate, lastDay }) => ({
              start: startDate,
              end: lastDay,
            })),
          ).flatMap(({ end }) => (end === null ? [] : [{ on: addDays(end, 1), at: null }])),
        )
        .filter(({ on }) => on <= today),
    [people, today],
  );
}
