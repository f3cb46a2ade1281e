/** Every measure of this service, and which recalled parts of their keys somebody has checked. */
import { useMemo } from 'react';
import { measuresOf, type Measures } from '@shared/wellbeing/measures';
import { useRecords } from '../vault';

export function useMeasures(): Measures {
  const own = useRecords('own-measure');
  const checks = useRecords('measure-check');
  return useMemo(
    () =>
      measuresOf(
        own.map(({ value }) => value),
        checks.map(({ value }) => value.mark),
      ),
    [own, checks],
  );
}
