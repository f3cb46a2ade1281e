/** Working time, set once: the hours of the service, the days on the manager's own page. */
import { useMemo } from 'react';
import type { WorkingTime } from '@shared/habits/working-hours';
import { noOwnCare } from '@shared/records/own-care/own-care';
import { useRecords } from '../vault';

const dayStart = '09:00';
const dayEnd = '17:00';

export function useWorkingTime(): WorkingTime {
  const service = useRecords('service')[0]?.value;
  const own = useRecords('own-care')[0]?.value;
  return useMemo(
    () => ({
      from: service?.workingDayStart ?? dayStart,
      to: service?.workingDayEnd ?? dayEnd,
      days: own?.workingDays ?? noOwnCare.workingDays,
    }),
    [service, own],
  );
}
