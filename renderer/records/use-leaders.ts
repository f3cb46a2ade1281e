/** Those who supervise or lead groups, under the name that stands for them. */
import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { useRecords } from '../vault';
import { facilitatorName } from './supervisors';
import { useNames } from './use-names';

export interface Leader {
  readonly id: RecordId;
  readonly name: string;
  /** Last day on which they do this; null while they do. */
  readonly endedOn: LocalDate | null;
}

/** The whole register, by name. */
export function useLeaders(): readonly Leader[] {
  const facilitators = useRecords('facilitator');
  const nameOf = useNames();
  return useMemo(
    () =>
      facilitators
        .map(({ id, value }) => ({
          id,
          name: facilitatorName(value, nameOf),
          endedOn: value.endedOn,
        }))
        .sort((left, right) => left.name.localeCompare(right.name, 'en-GB')),
    [facilitators, nameOf],
  );
}

/** Those who can be chosen on a day, and the one who is chosen already. */
export function leadersOn(leaders: readonly Leader[], day: LocalDate, chosen: string): readonly Leader[] {
  return leaders.filter(({ id, endedOn }) => id === chosen || endedOn === null || endedOn >= day);
}
